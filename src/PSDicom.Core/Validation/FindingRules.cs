using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Validation.Modules;

namespace PSDicom.Validation;

/// <summary>Every kind of finding. The help topic about_PSDicom_Findings has the same list; a test compares them.</summary>
internal static class FindingRules
{
    private static readonly Lazy<Dictionary<string, FindingRule>> ById = new(() => All!.ToDictionary(rule => rule.Id));

    /// <summary>All kinds, by subject.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
        [.. FileFindings.All, .. StructureFindings.All, .. ValueFindings.All, .. IdentityFindings.All, .. PixelFindings.All, .. ModuleFindings.All, .. SetFindings.All];

    /// <summary>The kind of finding for a warning of reading or decoding; null for one that is no problem of the file.</summary>
    public static FindingRule? Of(DicomWarningKind kind) => ById.Value.TryGetValue(kind.ToString(), out FindingRule? rule) ? rule : null;
}
