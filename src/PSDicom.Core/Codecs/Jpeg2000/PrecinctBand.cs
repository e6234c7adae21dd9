using PSDicom.Codecs.Jpeg2000.Packets;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>The code-blocks of a precinct in one sub-band (T.800 B.7).</summary>
internal sealed class PrecinctBand
{
    /// <summary>The cost of a code-block, with its nodes of the tag trees.</summary>
    private const int StepsOfBlock = 8;

    /// <summary>Creates the code-blocks.</summary>
    /// <param name="band">The sub-band.</param>
    /// <param name="area">The part of the sub-band that belongs to the precinct.</param>
    /// <param name="widthExponent">The width of a code-block as a power of 2.</param>
    /// <param name="heightExponent">The height of a code-block as a power of 2.</param>
    /// <param name="budget">The budget of the tile.</param>
    public PrecinctBand(Subband band, Area area, int widthExponent, int heightExponent, WorkBudget budget)
    {
        Band = band;
        if (area.IsEmpty)
        {
            Blocks = [];
            return;
        }

        int left = area.X0 >> widthExponent, top = area.Y0 >> heightExponent;
        int across = ((area.X1 - 1) >> widthExponent) + 1 - left, down = ((area.Y1 - 1) >> heightExponent) + 1 - top;
        budget.Spend((long)across * down * StepsOfBlock);
        Blocks = new CodeBlock[across * down];
        for (int i = 0; i < Blocks.Length; i++)
        {
            int column = left + (i % across), row = top + (i / across);
            int x0 = System.Math.Max(column << widthExponent, area.X0), x1 = System.Math.Min((column + 1) << widthExponent, area.X1);
            int y0 = System.Math.Max(row << heightExponent, area.Y0), y1 = System.Math.Min((row + 1) << heightExponent, area.Y1);
            Blocks[i] = new CodeBlock(x0 - band.Area.X0, y0 - band.Area.Y0, x1 - x0, y1 - y0);
        }

        Inclusion = new TagTree(across, down);
        ZeroPlanes = new TagTree(across, down);
    }

    public Subband Band { get; }

    public CodeBlock[] Blocks { get; }

    public TagTree? Inclusion { get; }

    public TagTree? ZeroPlanes { get; }
}
