using System.Runtime.InteropServices;

namespace PSDicom.Operations.Search;

/// <summary>A file name with <c>*</c> for any characters and <c>?</c> for one. Case counts where it does for the file system.</summary>
internal sealed class FileNamePattern
{
    private static readonly bool CaseCounts = RuntimeInformation.IsOSPlatform(OSPlatform.Linux);

    private readonly string _pattern;

    // *.* has meant every file since MS-DOS, those without a dot too.
    public FileNamePattern(string? pattern) => _pattern = string.IsNullOrEmpty(pattern) || pattern == "*.*" ? "*" : pattern!;

    public bool Matches(string name)
    {
        int at = 0, star = -1, resume = 0, position = 0;
        while (position < name.Length)
        {
            if (at < _pattern.Length && _pattern[at] == '*')
            {
                star = at++;
                resume = position;
            }
            else if (at < _pattern.Length && (_pattern[at] == '?' || AreSame(_pattern[at], name[position])))
            {
                at++;
                position++;
            }
            else if (star >= 0)
            {
                // The last star takes one character more.
                at = star + 1;
                position = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (at < _pattern.Length && _pattern[at] == '*') at++;
        return at == _pattern.Length;
    }

    private static bool AreSame(char first, char second) =>
        first == second || (!CaseCounts && char.ToUpperInvariant(first) == char.ToUpperInvariant(second));
}
