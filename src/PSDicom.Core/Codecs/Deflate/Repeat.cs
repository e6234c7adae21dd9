namespace PSDicom.Codecs.Deflate;

/// <summary>A repeat: bytes that are equal to earlier bytes.</summary>
/// <param name="Literals">The number of literals between the previous repeat and this one.</param>
/// <param name="Length">The number of repeated bytes.</param>
/// <param name="DistanceLessOne">The distance back to the earlier bytes, less one.</param>
internal readonly record struct Repeat(int Literals, ushort Length, ushort DistanceLessOne)
{
    public int Distance => DistanceLessOne + 1;
}
