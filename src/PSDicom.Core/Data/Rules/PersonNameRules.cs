using System;
using System.Globalization;

namespace PSDicom.Data.Rules;

/// <summary>The rules for one person's name: up to three groups of 64 characters, of up to five components each (PS3.5 section 6.2.1).</summary>
internal static class PersonNameRules
{
    private const int MaxGroups = 3;
    private const int MaxComponents = 5;

    /// <summary>The first rule that a name breaks; null if it breaks none.</summary>
    public static ValueViolation? Find(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> rest = value;
        for (int number = 1; ; number++)
        {
            int end = rest.IndexOf('=');
            if (number > MaxGroups) return SingleValueRules.Syntax("has more than three component groups");
            if (FindInGroup(end < 0 ? rest : rest.Slice(0, end), number) is { } violation) return violation;
            if (end < 0) return CharacterRules.Find(DicomVR.PN, value);
            rest = rest.Slice(end + 1);
        }
    }

    private static ValueViolation? FindInGroup(ReadOnlySpan<char> group, int number)
    {
        int count = group.Length <= DicomVR.PN.MaximumLength ? group.Length : SingleValueRules.CountCharacters(group);
        if (count > DicomVR.PN.MaximumLength)
        {
            return new ValueViolation(ValueRule.Length, string.Format(
                CultureInfo.InvariantCulture, "has {0} characters in component group {1}; PN allows {2}", count, number, DicomVR.PN.MaximumLength));
        }

        int components = 1;
        foreach (char character in group) components += character == '^' ? 1 : 0;
        return components <= MaxComponents ? null : SingleValueRules.Syntax(string.Format(
            CultureInfo.InvariantCulture, "has {0} components in component group {1}; PN allows {2}", components, number, MaxComponents));
    }
}
