using System;
using System.Globalization;
using PSDicom.Text;

namespace PSDicom.Data.Rules;

/// <summary>The characters that a value representation allows (PS3.5 section 6.1 and table 6.2-1).</summary>
internal static class CharacterRules
{
    private const char Escape = (char)EscapeSequence.Escape;

    /// <summary>The violation of the first character that is not allowed; null if all are.</summary>
    public static ValueViolation? Find(DicomVR vr, ReadOnlySpan<char> value)
    {
        foreach (char character in value)
        {
            if (!IsAllowed(vr, character)) return new ValueViolation(ValueRule.Repertoire, $"has {NameOf(character)}, which {vr} does not allow");
        }

        return null;
    }

    private static bool IsAllowed(DicomVR vr, char character) => vr.Code switch
    {
        "CS" => character is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or ' ' or '_',
        "AS" => character is (>= '0' and <= '9') or 'D' or 'W' or 'M' or 'Y',
        "DA" => character is (>= '0' and <= '9') or ' ',
        "TM" => character is (>= '0' and <= '9') or '.' or ' ',
        "DT" => character is (>= '0' and <= '9') or '.' or '+' or '-' or ' ',
        "DS" => character is (>= '0' and <= '9') or '.' or '+' or '-' or 'E' or 'e' or ' ',
        "IS" => character is (>= '0' and <= '9') or '+' or '-' or ' ',
        "UI" => character is (>= '0' and <= '9') or '.',
        "AE" => character is >= ' ' and <= '~' and not '\\',
        "UR" => IsOfUri(character),
        "LT" or "ST" or "UT" => !char.IsControl(character) || IsFormat(character),
        _ => !char.IsControl(character) || character == Escape,
    };

    /// <summary>The control characters of paragraphs, and escape, which begins a code extension (PS3.5 table 6.1-1).</summary>
    private static bool IsFormat(char character) => character is '\t' or '\n' or '\f' or '\r' or Escape;

    /// <summary>The characters of IETF RFC 3986 section 2, and the spaces of padding.</summary>
    private static bool IsOfUri(char character) => character is (>= 'a' and <= 'z') or (>= '?' and <= 'Z') or (>= '#' and <= ';')
        or '!' or '=' or '[' or ']' or '_' or '~' or ' ';

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
