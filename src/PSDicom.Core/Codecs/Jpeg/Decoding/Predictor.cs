using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>Reconstructs lines of samples from differences (T.81 H.1.2.1, table H.1). All sums are modulo 65536.</summary>
internal static unsafe class Predictor
{
    /// <summary>
    /// Reconstructs the first line of a scan or restart interval: predicted from the left, the first sample from half the range.
    /// </summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void FirstLine(ushort* differences, ushort* line, int count, int half)
    {
        int left = half;
        for (int x = 0; x < count; x++) line[x] = (ushort)(left += differences[x]);
    }

    /// <summary>Reconstructs any other line. The first sample is predicted from above.</summary>
    /// <param name="selection">Ss, 1 to 7.</param>
    /// <param name="differences">Decoded differences.</param>
    /// <param name="above">The line before.</param>
    /// <param name="line">The reconstructed samples.</param>
    /// <param name="count">The number of samples.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Line(int selection, ushort* differences, ushort* above, ushort* line, int count)
    {
        if (count == 0) return;
        // Ra, Rb and Rc: left, above, and left of that.
        int a = line[0] = (ushort)(differences[0] + above[0]);
        switch (selection)
        {
            case 1:
                for (int x = 1; x < count; x++) line[x] = (ushort)(a += differences[x]);
                break;
            case 2:
                for (int x = 1; x < count; x++) line[x] = (ushort)(differences[x] + above[x]);
                break;
            case 3:
                for (int x = 1; x < count; x++) line[x] = (ushort)(differences[x] + above[x - 1]);
                break;
            case 4:
                for (int x = 1; x < count; x++) line[x] = (ushort)(a += differences[x] + above[x] - above[x - 1]);
                break;
            case 5:
                for (int x = 1; x < count; x++) line[x] = (ushort)(a += differences[x] + ((above[x] - above[x - 1]) >> 1));
                break;
            case 6:
                for (int x = 1; x < count; x++) line[x] = (ushort)(a = (ushort)(differences[x] + above[x] + ((a - above[x - 1]) >> 1)));
                break;
            case 7:
                for (int x = 1; x < count; x++) line[x] = (ushort)(a = (ushort)(differences[x] + ((a + above[x]) >> 1)));
                break;
        }
    }
}
