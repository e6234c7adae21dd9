namespace PSDicom.Codecs.Deflate;

/// <summary>Bytes that are the same as some before them.</summary>
/// <param name="Literals">How many bytes there are from the last repeat to this one.</param>
/// <param name="Length">How many bytes are repeated.</param>
/// <param name="DistanceLessOne">How far back they are, less one.</param>
internal readonly record struct Repeat(int Literals, ushort Length, ushort DistanceLessOne)
{
    public int Distance => DistanceLessOne + 1;
}
