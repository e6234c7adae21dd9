using System;

namespace PSDicom.Codecs.JpegLs;

/// <summary>A table of the regions of local gradients, -4 to 4 (ITU-T T.87 A.3.3).</summary>
internal static class GradientQuantizer
{
    /// <summary>The length of the table: a gradient is a difference of two samples.</summary>
    public static int TableLength(in JpegLsCodingParameters parameters) => (2 * parameters.MaxValue) + 1;

    /// <summary>Fills the table, with the gradient 0 in the middle.</summary>
    public static void Fill(Span<sbyte> table, in JpegLsCodingParameters parameters)
    {
        int zero = parameters.MaxValue;
        Span<int> bounds = [0, zero - parameters.T3 + 1, zero - parameters.T2 + 1, zero - parameters.T1 + 1, zero - parameters.Near,
            zero + parameters.Near + 1, zero + parameters.T1, zero + parameters.T2, zero + parameters.T3, table.Length];
        for (int region = 0; region < 9; region++) table.Slice(bounds[region], bounds[region + 1] - bounds[region]).Fill((sbyte)(region - 4));
    }
}
