using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace PSDicom.Operations.Targets;

/// <summary>
/// Names of files and folders that every system takes and that mean nothing else to any: what Windows does not allow is not used elsewhere
/// either, so that folders of pictures can be moved.
/// </summary>
internal static class SafeFileName
{
    public const char Substitute = '_';

    /// <summary>Characters of a name at most; a file system allows 255, and paths of 260 characters are many programs' limit.</summary>
    public const int Longest = 120;

    /// <summary>Bytes in UTF-8 at most, of which Linux allows 255.</summary>
    private const int MaxInBytes = 200;

    private const int HashDigits = 16;

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>
    /// Signs that look like a slash, a backslash, a colon or dots, which other programs fold into those (NFKC, code pages): in a value, they
    /// are taken for what they look like.
    /// </summary>
    private const string LookAlikes = "\u2044\u2215\u29F8\uFF0F\u2216\u29F5\uFE68\uFF3C\u2236\uA789\uFE55\uFF1A\u2024\u2025\u2026\uFE52\uFF0E";

    /// <summary>Whether a character can be in every name.</summary>
    public static bool IsAllowed(char character) =>
        character is not ('<' or '>' or ':' or '"' or '/' or '\\' or '|' or '?' or '*') && CharUnicodeInfo.GetUnicodeCategory(character) is not
            (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>Text that can be a part of a name, without spaces around it; empty if nothing but dots and spaces is in it.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i)) clean.Append(text, i++, 2);
            else clean.Append(IsFit(text[i]) ? text[i] : Substitute);
        }

        string name = clean.ToString().Trim();
        return name.Trim('.', ' ').Length == 0 ? string.Empty : name;
    }

    /// <summary>A name that is no device, does not end in dots or spaces (Windows drops them) and is not too long.</summary>
    /// <param name="text">Text that is clean.</param>
    public static string Of(string text)
    {
        string name = Shorten(text.TrimStart(' ').TrimEnd('.', ' '));
        if (name.Length == 0) return Substitute.ToString();
        int dot = name.IndexOf('.');
        string stem = (dot < 0 ? name : name.Substring(0, dot)).TrimEnd(' ');
        return Devices.Contains(stem) ? Substitute + name : name;
    }

    private static bool IsFit(char character) =>
        IsAllowed(character) && !IsWildcard(character) && !char.IsSurrogate(character) && LookAlikes.IndexOf(character) < 0;

    /// <summary>Whether PowerShell takes a character of a path for a wildcard, so that commands after the export would not find the file.</summary>
    private static bool IsWildcard(char character) => character is '[' or ']';

    /// <summary>Cuts a name that is too long; a hash of all of it keeps names apart that begin alike.</summary>
    private static string Shorten(string name)
    {
        if (name.Length <= Longest && Encoding.UTF8.GetByteCount(name) <= MaxInBytes) return name;
        int characters = 0, bytes = 0;
        while (characters < name.Length)
        {
            int step = char.IsSurrogatePair(name, characters) ? 2 : 1;
            bytes += Encoding.UTF8.GetByteCount(name.ToCharArray(characters, step));
            if (characters + step > Longest - HashDigits - 1 || bytes > MaxInBytes - HashDigits - 1) break;
            characters += step;
        }

        return name.Substring(0, characters) + Substitute + TextHash.Of(name).ToString("x16", CultureInfo.InvariantCulture);
    }
}
