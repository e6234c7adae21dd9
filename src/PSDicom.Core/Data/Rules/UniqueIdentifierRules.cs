using System;

namespace PSDicom.Data.Rules;

/// <summary>The rules for unique identifiers (PS3.5 section 9.1): numbers without leading zeros, separated by dots.</summary>
internal static class UniqueIdentifierRules
{
    /// <summary>The first rule that an identifier breaks; null if it breaks none. Its characters and its length are checked before.</summary>
    public static ValueViolation? Find(ReadOnlySpan<char> value)
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
