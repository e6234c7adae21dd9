using System;
using System.Collections.Generic;

namespace PSDicom.Deidentification.Values;

/// <summary>Tells identifiers of kinds of things from those of single things, which lead back to the patient.</summary>
internal static class UidRules
{
    /// <summary>The most characters of an identifier (PS3.5 section 9.1).</summary>
    public const int MaxLength = 64;

    private static readonly HashSet<uint> OfKinds =
    [
        0x0004_1510, 0x0004_1512, 0x0004_151A, 0x0008_0016, 0x0008_001A, 0x0008_001B, 0x0008_0062, 0x0008_010C, 0x0008_010D, 0x0008_0117, 0x0008_0118,
        0x0008_040E, 0x0008_1150, 0x0008_115A, 0x0008_3002, 0x0034_0003, 0x0400_0010, 0x0400_0510, 0x3010_0052, 0x3010_0053,
    ];

    /// <summary>Whether the values of an attribute are SOP classes, transfer syntaxes, coding schemes and the like.</summary>
    public static bool IsOfKinds(DicomTag tag) => OfKinds.Contains(tag.Value);

    /// <summary>Whether an identifier is one of the standard's.</summary>
    public static bool IsOfStandard(string uid) => uid.StartsWith(DicomUID.StandardRoot, StringComparison.Ordinal) && IsValid(uid);

    /// <summary>Whether a text is an identifier: numbers and dots, at most 64.</summary>
    public static bool IsValid(string uid) => IsValid(uid.AsSpan());

    /// <inheritdoc cref="IsValid(string)"/>
    public static bool IsValid(ReadOnlySpan<char> uid)
    {
        if (uid.Length is 0 or > MaxLength) return false;
        foreach (char character in uid)
        {
            if (character is not ('.' or (>= '0' and <= '9'))) return false;
        }

        return true;
    }
}
