using System.Collections.Generic;

namespace PSDicom.Validation.Modules;

/// <summary>Findings about the attributes that the SOP class of an object requires (PS3.3, PS3.5 section 7.4).</summary>
internal static class ModuleFindings
{
    private static readonly List<FindingRule> Rules = [];

    public static readonly FindingRule UnknownSOPClass = Add(
        nameof(UnknownSOPClass), DicomFindingSeverity.Information,
        "The SOP class is not a storage class that this version knows, so that it is unknown which attributes the object must have.",
        "Nothing, if the device that wrote the file is known to use a class of its own or a newer or older one.");

    public static readonly FindingRule Type1Missing = Add(
        nameof(Type1Missing), DicomFindingSeverity.Warning,
        "An attribute that must have a value (type 1) is missing.",
        "Set it, if a program that gets the file refuses it.");

    public static readonly FindingRule Type1Empty = Add(
        nameof(Type1Empty), DicomFindingSeverity.Warning,
        "An attribute that must have a value (type 1) is empty.",
        "Set it, if a program that gets the file refuses it.");

    public static readonly FindingRule Type2Missing = Add(
        nameof(Type2Missing), DicomFindingSeverity.Warning,
        "An attribute that must be there, though it may be empty (type 2), is missing.",
        "Add it without a value, if a program that gets the file refuses it.");

    public static readonly FindingRule ConditionalMissing = Add(
        nameof(ConditionalMissing), DicomFindingSeverity.Warning,
        "An attribute that is required under a condition (type 1C or 2C) is missing, or empty where it must have a value, and the condition is true.",
        "Set it, or correct the attribute that the condition names.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All => Rules;

    private static FindingRule Add(string id, DicomFindingSeverity severity, string meaning, string remedy)
    {
        var rule = new FindingRule(id, severity, meaning, remedy, isStrict: false);
        Rules.Add(rule);
        return rule;
    }
}
