namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>The codeword segment of a code-block.</summary>
/// <param name="bytes">The bytes of all coding passes.</param>
/// <param name="planes">The number of bit-planes down from the highest one that is not 0.</param>
/// <param name="passes">The number of coding passes.</param>
internal sealed class EncodedBlock(byte[] bytes, int planes, int passes)
{
    /// <summary>A code-block of zeros.</summary>
    public static EncodedBlock Blank { get; } = new([], 0, 0);

    public byte[] Bytes => bytes;

    public int Planes => planes;

    /// <summary>The passes after which the code-block can end, by falling slope; empty if it has to be whole.</summary>
    public TruncationPoint[] Points { get; init; } = [];

    /// <summary>The number of coding passes in the codestream, which can be fewer than were coded.</summary>
    public int Passes { get; set; } = passes;

    /// <summary>The number of bytes of these passes.</summary>
    public int Length { get; set; } = bytes.Length;

    /// <summary>The number of bytes of the passes whose slope is not below a minimum.</summary>
    public int LengthAt(double slope) => Last(slope).Length;

    /// <summary>The reduction of squared error by these passes.</summary>
    public double ReductionAt(double slope) => Last(slope).Reduction;

    /// <summary>Ends the code-block after the last pass whose slope is not below a minimum.</summary>
    public void Truncate(double slope)
    {
        TruncationPoint last = Last(slope);
        (Passes, Length) = (last.Passes, last.Length);
    }

    private TruncationPoint Last(double slope)
    {
        TruncationPoint last = default;
        foreach (TruncationPoint point in Points)
        {
            if (point.Slope < slope) break;
            last = point;
        }

        return last;
    }
}
