namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>A coding pass after which a code-block can end.</summary>
/// <param name="passes">The number of passes.</param>
/// <param name="length">The number of bytes.</param>
/// <param name="slope">The reduction of squared error for each byte, from the previous point to this one.</param>
/// <param name="reduction">The reduction of squared error by all passes.</param>
internal readonly struct TruncationPoint(int passes, int length, double slope, double reduction)
{
    public int Passes => passes;

    public int Length => length;

    public double Slope => slope;

    public double Reduction => reduction;
}
