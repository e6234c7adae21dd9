namespace PSDicom.Fuzz;

/// <summary>Where a marker of a codestream is: of JPEG, JPEG-LS or JPEG 2000.</summary>
/// <param name="Start">Where its FF is.</param>
/// <param name="Code">The byte after that.</param>
/// <param name="Length">The bytes of its segment after the two of the marker, by the length that it says; 0 if it has none.</param>
internal readonly record struct MarkerPlace(int Start, byte Code, int Length)
{
    private const int Most = 256;

    public int End => Start + 2 + Length;

    /// <summary>The markers within a part of some bytes.</summary>
    public static List<MarkerPlace> FindAll(ReadOnlySpan<byte> bytes, int start, int end)
    {
        var places = new List<MarkerPlace>();
        for (int i = start; i + 1 < end && places.Count < Most; i++)
        {
            byte code = bytes[i + 1];
            if (bytes[i] != 0xFF || code is < 0x4F or 0xFF) continue;
            bool isAlone = code is 0x4F or 0x93 or (>= 0xD0 and <= 0xD9) || i + 4 > end;
            int length = isAlone ? 0 : (bytes[i + 2] << 8) | bytes[i + 3];
            places.Add(new MarkerPlace(i, code, i + 2 + length <= end ? length : 0));
        }

        return places;
    }
}
