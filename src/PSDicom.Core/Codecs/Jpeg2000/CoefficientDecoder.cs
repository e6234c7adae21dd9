using System;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>Decodes code-blocks to coefficients at their place (T.800 annexes D, E and H).</summary>
internal static unsafe class CoefficientDecoder
{
    /// <returns>False if the code-block was left out or is not whole.</returns>
    public static bool Decode(
        TileComponent component, Subband band, CodeBlock block, ContributionList contributions, ReadOnlySpan<byte> tile, BlockWorkspace workspace, int[] bands)
    {
        if (block.First < 0) return true;
        int planes = band.Planes + component.RegionShift - block.ZeroPlanes;
        if (planes <= 0 || planes > BlockDecoder.MostPlanes) return false;
        BlockStyle style = component.Coding.Style;
        int stride = block.Width;
        if (block.HighThroughput == HighThroughputState.None)
        {
            BlockDecoder.Decode(workspace, block, contributions, tile, band, style, planes);
        }
        else
        {
            stride = HighThroughputDecoder.Stride(block);
            if (!HighThroughputDecoder.Decode(workspace, block, contributions, tile, (style & BlockStyle.VerticallyCausal) != 0, planes)) return false;
        }

        fixed (uint* samples = workspace.Samples)
        fixed (int* coefficients = bands)
        {
            if (component.RegionShift > 0) ShiftRegion(samples, stride * block.Height, component.RegionShift);
            int width = component.Area.Width;
            int* target = coefficients + ((long)(band.Top + block.Y) * width) + band.Left + block.X;
            for (int y = 0; y < block.Height; y++, target += width)
            {
                if (component.Coding.IsReversible) SampleLines.ToIntegers(samples + (y * stride), target, block.Width);
                else SampleLines.ToFloats(samples + (y * stride), 0.5f * band.StepSize, (float*)target, block.Width);
            }
        }

        return true;
    }

    /// <summary>Coefficients of a region of interest are those beyond all others; they are shifted back (T.800 H.1).</summary>
    private static void ShiftRegion(uint* samples, int count, int shift)
    {
        if (shift >= 31) return;
        for (int i = 0; i < count; i++)
        {
            uint magnitude = samples[i] & int.MaxValue;
            if (magnitude >> shift > 1) samples[i] = (samples[i] & 0x8000_0000) | (magnitude >> shift);
        }
    }
}
