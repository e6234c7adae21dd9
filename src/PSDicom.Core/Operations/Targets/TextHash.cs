namespace PSDicom.Operations.Targets;

/// <summary>A hash of text that is the same on every machine and in every run: 64-bit FNV-1a over its UTF-16 code units.</summary>
internal static class TextHash
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(string text)
    {
        ulong hash = Basis;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ (byte)character) * Prime);
            hash = unchecked((hash ^ (byte)(character >> 8)) * Prime);
        }

        return hash;
    }
}
