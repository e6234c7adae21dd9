using System;
using System.Linq;

namespace PSDicom.Rendering.Greys;

/// <summary>Comparison of names that ignores case, spaces, hyphens and underscores.</summary>
internal static class LooseName
{
    public static bool AreSame(string a, string b) => string.Equals(Letters(a), Letters(b), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string name) => new([.. name.Where(character => character is not (' ' or '-' or '_'))]);
}
