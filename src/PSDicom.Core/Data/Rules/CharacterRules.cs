using System;
using System.Globalization;

namespace PSDicom.Data.Rules;

/// <summary>The characters that a value representation allows (PS3.5 section 6.1 and table 6.2-1).</summary>
internal static class CharacterRules
{
    /// <summary>The violation of the first character that is not allowed; null if all are.</summary>
    public static ValueViolation? Find(DicomVR vr, ReadOnlySpan<char> value)
    {
        int index = Repertoire.Of(vr).IndexOfOther(value);
        return index < 0 ? null : new ValueViolation(ValueRule.Repertoire, $"has {NameOf(value[index])}, which {vr} does not allow");
    }

    /// <summary>The kind of a character: not itself, as it may be a letter of a name.</summary>
    private static string NameOf(char character) => character switch
    {
        '\0' => "a zero byte",
        >= '\u0080' and not (>= '\u0080' and <= '\u009F') => "a character that is not ASCII",
        >= 'a' and <= 'z' => "a lowercase letter",
        >= 'A' and <= 'Z' => "a capital letter",
        ' ' => "a space",
        _ when char.IsControl(character) => string.Format(CultureInfo.InvariantCulture, "the control character {0:X2}H", (int)character),
        _ => $"the character '{character}'",
    };
}
