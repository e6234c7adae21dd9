using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace PSDicom.Operations.Targets;

/// <summary>
/// Names of files and folders that are valid, and literal, on every system: names invalid on Windows are not used elsewhere either, so that
/// folders of pictures can be moved.
/// </summary>
internal static class SafeFileName
{
    public const char Substitute = '_';

    /// <summary>Maximum characters of a name; file systems allow 255, but many programs limit paths to 260.</summary>
    public const int MaxLength = 120;

    /// <summary>Maximum bytes in UTF-8; Linux allows 255.</summary>
    private const int MaxInBytes = 200;

    private const int HashDigits = 16;

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>
    /// Characters that look like a slash, a backslash, a colon or dots, which other programs may fold into those (NFKC, code pages): in a
    /// value they are replaced too.
    /// </summary>
    private const string LookAlikes = "\u2044\u2215\u29F8\uFF0F\u2216\u29F5\uFE68\uFF3C\u2236\uA789\uFE55\uFF1A\u2024\u2025\u2026\uFE52\uFF0E";

    /// <summary>Whether a character is allowed in names on every system.</summary>
    public static bool IsAllowed(char character) =>
        character is not ('<' or '>' or ':' or '"' or '/' or '\\' or '|' or '?' or '*') && CharUnicodeInfo.GetUnicodeCategory(character) is not
            (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>Trimmed text that can be part of a name; empty if it has only dots and spaces.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i)) clean.Append(text, i++, 2);
            else clean.Append(IsSafe(text[i]) ? text[i] : Substitute);
        }

        string name = clean.ToString().Trim();
        return name.Trim('.', ' ').Length == 0 ? string.Empty : name;
    }

    /// <summary>A name that is not a device, does not end with dots or spaces (which Windows drops) and is not too long.</summary>
    /// <param name="text">Clean text.</param>
    public static string Of(string text)
    {
        string name = Shorten(text.TrimStart(' ').TrimEnd('.', ' '));
        if (name.Length == 0) return Substitute.ToString();
        int dot = name.IndexOf('.');
        string stem = (dot < 0 ? name : name.Substring(0, dot)).TrimEnd(' ');
        return Devices.Contains(stem) ? Substitute + name : name;
    }

    private static bool IsSafe(char character) =>
        IsAllowed(character) && !IsWildcard(character) && !char.IsSurrogate(character) && LookAlikes.IndexOf(character) < 0;

    /// <summary>Whether PowerShell takes a character of a path for a wildcard: later commands would not find the file.</summary>
    private static bool IsWildcard(char character) => character is '[' or ']';

    /// <summary>Cuts a long name; a hash of the whole name keeps names with the same beginning apart.</summary>
    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength && Encoding.UTF8.GetByteCount(name) <= MaxInBytes) return name;
        int characters = 0, bytes = 0;
        while (characters < name.Length)
        {
            int step = char.IsSurrogatePair(name, characters) ? 2 : 1;
            bytes += Encoding.UTF8.GetByteCount(name.ToCharArray(characters, step));
            if (characters + step > MaxLength - HashDigits - 1 || bytes > MaxInBytes - HashDigits - 1) break;
            characters += step;
        }

        return name.Substring(0, characters) + Substitute + TextHash.Of(name).ToString("x16", CultureInfo.InvariantCulture);
    }
}
