namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>A coding pass after which a code-block can end.</summary>
/// <param name="passes">The number of passes.</param>
/// <param name="length">The number of bytes.</param>
/// <param name="reduction">The reduction of squared error from the previous point to this one.</param>
/// <param name="slope">The same for each byte.</param>
internal readonly struct TruncationPoint(int passes, int length, double reduction, double slope)
{
    public int Passes => passes;

    public int Length => length;

    public double Reduction => reduction;

    public double Slope => slope;
}
