using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Linq;
using System.Management.Automation;
using PSDicom.Editing;
using PSDicom.Operations.Rewriting;
using PSDicom.Text;

namespace PSDicom.Pipeline;

/// <summary>Reads the parameters that say which elements get which values.</summary>
/// <typeparam name="TCommand">The cmdlet with these parameters.</typeparam>
/// <param name="cmdlet">The cmdlet.</param>
internal sealed class TagSetting<TCommand>(TCommand cmdlet)
    where TCommand : PathCommand, ITagSettingParameters
{
    /// <summary>Whether something is to be set.</summary>
    public bool IsAsked => cmdlet.Tag is not null || HasValue || cmdlet.Property is not null || cmdlet.Map is not null || cmdlet.NewUid is not null || cmdlet.EncodeAs is not null;

    private bool HasValue => cmdlet.MyInvocation.BoundParameters.ContainsKey(nameof(cmdlet.Value));

    /// <summary>Adds the new identifiers and the new character set to options for changes. A wrong name terminates the cmdlet.</summary>
    public EditOptions Complete(EditOptions options) => options with
    {
        EncodeAs = cmdlet.EncodeAs is { } name ? cmdlet.ParseOrTerminate(name, () => CharacterSet.FromName(name)) : null,
        NewUids = cmdlet.NewUid?.Aggregate(UidKinds.None, (all, kind) => all | kind) ?? UidKinds.None,
    };

    /// <summary>The changes. A wrong tag, or a value that fits no file, terminates the cmdlet.</summary>
    /// <param name="options">The options for changes.</param>
    /// <param name="vr">The value representation of elements that are in no dictionary; null if none is named.</param>
    /// <exception cref="ArgumentException">The parameters contradict each other.</exception>
    public FileChanges Read(EditOptions options, string? vr = null)
    {
        if (cmdlet.Tag is not null != HasValue) throw new ArgumentException(HasValue ? "-Value needs -Tag, the elements to set." : "-Tag needs -Value; -Value $null empties an element. To remove it, use Remove-DicomTag.");
        if (cmdlet.IfExists && cmdlet.IfMissing) throw new ArgumentException("An element cannot exist and be missing: use only one of -IfExists and -IfMissing.");
        DicomVR? named = vr is null ? null : DicomVR.Find(vr.ToUpperInvariant()) ?? throw new ArgumentException($"'{vr}' is not a value representation. Use one of {string.Join(", ", DicomVR.All)}.");
        List<DatasetChange> changes = [.. (cmdlet.Tag ?? []).Select(tag => Change(tag, cmdlet.Value, options, named))];
        foreach (DictionaryEntry entry in cmdlet.Property ?? new Hashtable()) changes.Add(Change(entry.Key.ToString() ?? string.Empty, entry.Value, options, named));
        return new FileChanges
        {
            Changes = changes,
            Complete = changes.Exists(change => change.Value is ScriptBlock) ? WithOutput : null,
            Map = cmdlet.Map is null ? null : ReadMap(cmdlet.Map),
            SkipsUnmapped = cmdlet.SkipUnmapped,
        };
    }

    /// <summary>What is set beside elements that are named, for a message.</summary>
    public IEnumerable<string> FurtherNames()
    {
        foreach (UidKinds kind in cmdlet.NewUid ?? []) yield return $"new {kind.ToString().ToLowerInvariant()} UIDs";
        if (cmdlet.EncodeAs is { } name) yield return $"the character set {name}";
    }

    private DatasetChange Change(string path, object? value, EditOptions options, DicomVR? vr)
    {
        object? plain = PlainValue.Of(value);
        ChangeCondition condition = cmdlet.IfExists ? ChangeCondition.IfExists : cmdlet.IfMissing ? ChangeCondition.IfMissing : ChangeCondition.Always;
        return cmdlet.ParseOrTerminate(path, () =>
        {
            DatasetChange change = DatasetChange.Set(path, plain, condition, cmdlet.Nested, vr);
            if (plain is not ScriptBlock) CallValues.Check(change, options);
            return change;
        });
    }

    private ValueMap ReadMap(string map)
    {
        string path = cmdlet.ResolveTarget(map);
        try
        {
            return cmdlet.ParseOrTerminate(map, () => ValueMap.Read(path, cmdlet.MapKey, cmdlet.Nested));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.ForFile(exception, path));
            throw;
        }
    }

    /// <summary>The change with the output of its script block for a file.</summary>
    private static DatasetChange WithOutput(DatasetChange change, DicomFile file)
    {
        if (change.Value is not ScriptBlock script) return change;
        try
        {
            Collection<PSObject?> output = script.InvokeWithContext(null, [new PSVariable("_", file)])!;
            return change.WithValue(PlainValue.OfOutput(output));
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            throw new DicomException(DicomErrorReason.InvalidValue, $"The script block for a value failed: {exception.Message}", file.FullName, innerException: exception);
        }
    }
}
