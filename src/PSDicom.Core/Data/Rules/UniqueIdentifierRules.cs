using System;

namespace PSDicom.Data.Rules;

/// <summary>The rules for unique identifiers (PS3.5 section 9.1): numbers without leading zeros, separated by dots.</summary>
internal static class UniqueIdentifierRules
{
    /// <summary>The first rule that an identifier breaks; null if it breaks none. Its characters and its length are checked before.</summary>
    public static ValueViolation? Find(ReadOnlySpan<char> value) => FindInComponents(value) ?? (HasRoot(value) ? null : SingleValueRules.Syntax("has a root that nobody can be given"));

    /// <summary>
    /// Whether the first two numbers can be those of an organization's root (PS3.5 annex B, ISO/IEC 9834-1): 0, 1 or 2, and under 0 and 1 one
    /// below 40. Under 0.0 are the recommendations of ITU-T.
    /// </summary>
    private static bool HasRoot(ReadOnlySpan<char> value)
    {
        if (value.Length < 3 || value[0] is not (>= '0' and <= '2') || value[1] != '.') return false;
        ReadOnlySpan<char> second = value.Slice(2);
        if (second.IndexOf('.') is > 0 and int end) second = second.Slice(0, end);
        return value[0] == '2' || second.Length == 1 ? value[0] != '0' || second[0] != '0' : second.Length == 2 && second[0] <= '3';
    }

    private static ValueViolation? FindInComponents(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> rest = value;
        while (true)
        {
            int end = rest.IndexOf('.');
            ReadOnlySpan<char> component = end < 0 ? rest : rest.Slice(0, end);
            if (component.IsEmpty) return SingleValueRules.Syntax("has an empty component: a dot at the start, at the end, or after another");
            if (component.Length > 1 && component[0] == '0') return SingleValueRules.Syntax("has a component with a leading zero");
            if (end < 0) return null;
            rest = rest.Slice(end + 1);
        }
    }
}
