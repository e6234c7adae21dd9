using System.Collections.Generic;

namespace PSDicom.Validation;

/// <summary>Every kind of finding. The help topic about_PSDicom_Findings has the same list; a test compares them.</summary>
internal static class FindingRules
{
    /// <summary>All kinds, by subject.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
        [.. FileFindings.All, .. StructureFindings.All, .. ValueFindings.All, .. IdentityFindings.All, .. PixelFindings.All];
}
