using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using PSDicom.Editing;
using PSDicom.Operations.Rewriting;
using PSDicom.Text;

namespace PSDicom.Cli.Commands;

/// <summary>The options that say which elements get which values.</summary>
internal sealed class SetArguments
{
    private readonly Option<string[]> _tags = new("--tag", "-t")
    {
        Description = "An element and its value: PatientID=4711, 0010,0010=Doe^Jane, RequestAttributesSequence[*].RequestedProcedureID=, "
            + "ImageType[2]=AXIAL, \"ACME|(0029,xx10)=x\". A backslash separates values; nothing after = empties the element. Can be repeated.",
        HelpName = "TAG=VALUE",
    };

    private readonly Option<string?> _map = new("--map")
    {
        Description = "A CSV file of values: one row for each value of --map-key; the other columns are named by the elements they set, New and the key's name for the key itself.",
        HelpName = "CSV",
    };

    private readonly Option<string> _mapKey = new("--map-key")
    {
        Description = "The element, and the column of --map, that finds the row of a file.", HelpName = "TAG", DefaultValueFactory = _ => "PatientID",
    };

    private readonly Option<bool> _skipUnmapped = new("--skip-unmapped") { Description = "Skip files for which --map has no row; without it they are errors." };
    private readonly Option<UidKinds[]> _newUid = new("--new-uid")
    {
        Description = "Replace unique identifiers by new ones, consistently in all files of the call and in references. Study, Series, Instance; can be repeated.",
        HelpName = "KIND",
    };

    private readonly Option<bool> _nested = new("--nested", "-n") { Description = "Also set the elements wherever they are in sequences." };
    private readonly Option<bool> _ifExists = new("--if-exists") { Description = "Set elements only where they exist." };
    private readonly Option<bool> _ifMissing = new("--if-missing") { Description = "Set elements only where they are missing." };
    private readonly Option<string?> _encodeAs = new("--encode-as")
    {
        Description = "The character set of all text in the changed files, such as \"ISO_IR 192\" for UTF-8.", HelpName = "NAME",
    };

    public SetArguments(Command command)
    {
        Option[] options = [_tags, _map, _mapKey, _skipUnmapped, _newUid, _nested, _ifExists, _ifMissing, _encodeAs];
        foreach (Option option in options) command.Options.Add(option);
        command.Validators.Add(call =>
        {
            if (call.GetValue(_ifExists) && call.GetValue(_ifMissing)) call.AddError("An element cannot exist and be missing: use only one of --if-exists and --if-missing.");
        });
    }

    /// <summary>Whether something is to be set.</summary>
    public bool IsAsked(CommandResult call) =>
        call.GetValue(_tags) is { Length: > 0 } || call.GetValue(_map) is not null || call.GetValue(_newUid) is { Length: > 0 } || call.GetValue(_encodeAs) is not null;

    /// <summary>Adds the new identifiers and the new character set to options for changes.</summary>
    /// <exception cref="DicomException">The character set is unknown.</exception>
    public EditOptions Complete(ParseResult call, EditOptions options) => options with
    {
        EncodeAs = call.GetValue(_encodeAs) is { } name ? CharacterSet.FromName(name) : null,
        NewUids = (call.GetValue(_newUid) ?? []).Aggregate(UidKinds.None, (all, kind) => all | kind),
    };

    /// <summary>The changes of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="options">The options for changes.</param>
    /// <param name="vr">The value representation of elements that are in no dictionary; null if none is named.</param>
    /// <exception cref="ArgumentException">A value fits no file, or the table cannot be read.</exception>
    /// <exception cref="DicomException">A tag is malformed.</exception>
    public FileChanges Read(ParseResult call, EditOptions options, string? vr = null)
    {
        ChangeCondition condition = call.GetValue(_ifExists) ? ChangeCondition.IfExists : call.GetValue(_ifMissing) ? ChangeCondition.IfMissing : ChangeCondition.Always;
        DicomVR? named = vr is null ? null : DicomVR.Find(vr.ToUpperInvariant()) ?? throw new ArgumentException($"'{vr}' is not a value representation.");
        List<DatasetChange> changes = [.. (call.GetValue(_tags) ?? []).Select(text => Parse(text, condition, call.GetValue(_nested), named))];
        foreach (DatasetChange change in changes) Check(change, options);
        return new FileChanges
        {
            Changes = changes,
            Map = call.GetValue(_map) is { } path ? ReadMap(path, call.GetRequiredValue(_mapKey), call.GetValue(_nested)) : null,
            SkipsUnmapped = call.GetValue(_skipUnmapped),
        };
    }

    private static DatasetChange Parse(string text, ChangeCondition condition, bool isNested, DicomVR? vr)
    {
        // A creator may contain an equals sign.
        int start = text.IndexOf('|', StringComparison.Ordinal), end = text.IndexOf('=', Math.Max(0, start));
        if (end < 0) throw new ArgumentException("--tag needs a value after =, such as PatientID=4711; nothing after it empties the element.");
        return DatasetChange.Set(text[..end], text[(end + 1)..], condition, isNested, vr);
    }

    /// <summary>A value that fits no file is a wrong call.</summary>
    private static void Check(DatasetChange change, EditOptions edit)
    {
        try
        {
            CallValues.Check(change, edit);
        }
        catch (DicomException exception)
        {
            throw new ArgumentException(exception.Message);
        }
    }

    private static ValueMap ReadMap(string path, string key, bool isNested)
    {
        try
        {
            return ValueMap.Read(Path.GetFullPath(path), key, isNested);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"The table '{path}' cannot be read: {ErrorText.Describe(exception, path)}");
        }
    }
}
