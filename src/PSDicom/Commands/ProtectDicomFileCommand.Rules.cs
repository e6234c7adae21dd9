using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using PSDicom.Deidentification;
using PSDicom.Operations.Protection;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

// The rules of a run, from parameters and files.
public sealed partial class ProtectDicomFileCommand
{
    private IReadOnlyDictionary<string, string>? ReadPatients() => PatientMap is null ? null : Read(PatientMap, Operations.Protection.PatientMap.Read);

    private ProtectionPolicy ReadPolicy()
    {
        var policy = new ProtectionPolicy();
        if (RuleFile is not null)
        {
            string path = ResolveTarget(RuleFile);
            if (path.EndsWith(".psd1", StringComparison.OrdinalIgnoreCase))
            {
                AddTo(policy, DataFile.Read(path));
            }
            else
            {
                Read(RuleFile, full =>
                {
                    policy.AddTable(full);
                    return policy;
                });
            }
        }

        policy.KeepsUnlisted |= KeepUnlisted;
        policy.AllowsBurnedIn |= AllowBurnedIn;
        foreach (Retention what in Retain ?? []) policy.Retained |= what;
        foreach (Cleaning what in Clean ?? []) policy.Cleaned |= what;
        // Four numbers without quotes are one rectangle, as for Measure-DicomFrame.
        string[] regions = Region is { Length: 4 } numbers && !numbers.Any(number => number.Contains(",")) ? [string.Join(",", numbers)] : Region ?? [];
        foreach (string region in regions) Add(policy, nameof(Region), region, string.Empty);
        if (RegionTable is not null)
        {
            Read(RegionTable, full =>
            {
                policy.AddRecipes(full);
                return policy;
            });
        }

        foreach (string tag in KeepTag ?? []) Add(policy, nameof(KeepTag), tag, string.Empty);
        foreach (string tag in RemoveTag ?? []) Add(policy, nameof(RemoveTag), tag, string.Empty);
        foreach (DictionaryEntry entry in SetTag ?? new Hashtable()) Add(policy, nameof(SetTag), $"{entry.Key}", $"{PlainValue.Of(entry.Value)}");
        return policy;
    }

    private void AddTo(ProtectionPolicy policy, IDictionary settings)
    {
        foreach (DictionaryEntry setting in settings)
        {
            string rule = $"{setting.Key}";
            if (PlainValue.Of(setting.Value) is IDictionary values)
            {
                foreach (DictionaryEntry entry in values) Add(policy, rule, $"{entry.Key}", $"{entry.Value}");
                continue;
            }

            foreach (object? name in LanguagePrimitives.GetEnumerable(setting.Value)?.Cast<object?>() ?? [setting.Value]) Add(policy, rule, $"{name}", string.Empty);
        }
    }

    private void Add(ProtectionPolicy policy, string rule, string name, string value) => this.ParseOrTerminate(name, () =>
    {
        policy.Add(rule, name, value);
        return policy;
    });

    private T Read<T>(string path, Func<string, T> read)
    {
        string full = ResolveTarget(path);
        try
        {
            return this.ParseOrTerminate(path, () => read(full));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.ForFile(exception, full));
            throw;
        }
    }
}
