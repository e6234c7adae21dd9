using System;
using System.IO;

namespace PSDicom.IO.Writing;

/// <summary>
/// The names of files that this toolkit writes beside others: temporary files, <c>.~</c> with 32 hexadecimal digits and <c>.tmp</c>, and
/// backups of changed files, with <c>.~bak</c> and a number at the end. Neither is ever input.
/// </summary>
internal static class TemporaryName
{
    private const string Prefix = ".~";
    private const string Suffix = ".tmp";
    private const string BackupSuffix = ".~bak";
    private const int Digits = 32;

    /// <summary>The path of a new temporary file in the folder of a file.</summary>
    public static string Beside(string path) => Path.Combine(Path.GetDirectoryName(path)!, $"{Prefix}{Guid.NewGuid():N}{Suffix}");

    /// <summary>The path of a new backup of a file: the first that is free.</summary>
    public static string OfBackup(string path)
    {
        string backup = path + BackupSuffix;
        for (int number = 2; File.Exists(backup); number++) backup = FormattableString.Invariant($"{path}{BackupSuffix}{number}");
        return backup;
    }

    /// <summary>Whether a file is a temporary file or a backup, by its name.</summary>
    public static bool Is(string path)
    {
        string name = Path.GetFileName(path);
        int backup = name.LastIndexOf(BackupSuffix, StringComparison.Ordinal);
        if (backup > 0 && AreDigits(name, backup + BackupSuffix.Length, name.Length)) return true;
        return name.Length == Prefix.Length + Digits + Suffix.Length
            && name.StartsWith(Prefix, StringComparison.Ordinal)
            && name.EndsWith(Suffix, StringComparison.Ordinal)
            && Guid.TryParseExact(name.Substring(Prefix.Length, Digits), "N", out _);
    }

    private static bool AreDigits(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (text[i] is < '0' or > '9') return false;
        }

        return true;
    }
}
