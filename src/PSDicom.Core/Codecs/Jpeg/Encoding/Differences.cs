using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Computes differences of samples from their prediction (T.81 H.1.2.1, table H.1). All are modulo 65536.</summary>
internal static unsafe partial class Differences
{
    /// <summary>Computes the first line, which is predicted from the left, its first samples from half the range.</summary>
    /// <inheritdoc cref="OfLine"/>
    [MethodImpl(Compiled.AtOnce)]
    public static void OfFirstLine(int half, ushort* line, int step, ushort* differences, int count)
    {
        for (int i = 0; i < step; i++) differences[i] = (ushort)(line[i] - half);
        Compute(1, line, line, step, differences, count);
    }

    /// <summary>Computes any other line. The first samples are predicted from above.</summary>
    /// <param name="selection">Ss, 1 to 7.</param>
    /// <param name="line">The samples of a line, those of a pixel together.</param>
    /// <param name="above">The line before.</param>
    /// <param name="step">Samples of a pixel.</param>
    /// <param name="differences">The resulting differences.</param>
    /// <param name="count">The number of samples.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void OfLine(int selection, ushort* line, ushort* above, int step, ushort* differences, int count)
    {
        for (int i = 0; i < step; i++) differences[i] = (ushort)(line[i] - above[i]);
        Compute(selection, line, above, step, differences, count);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Compute(int selection, ushort* line, ushort* above, int step, ushort* differences, int count)
    {
        int x = ComputeVector(selection, line, above, step, differences, count);
        // Ra is line[x - step], Rb above[x], Rc above[x - step].
        switch (selection)
        {
            case 1:
                for (; x < count; x++) differences[x] = (ushort)(line[x] - line[x - step]);
                break;
            case 2:
                for (; x < count; x++) differences[x] = (ushort)(line[x] - above[x]);
                break;
            case 3:
                for (; x < count; x++) differences[x] = (ushort)(line[x] - above[x - step]);
                break;
            case 4:
                for (; x < count; x++) differences[x] = (ushort)(line[x] - line[x - step] - above[x] + above[x - step]);
                break;
            case 5:
                for (; x < count; x++) differences[x] = (ushort)(line[x] - line[x - step] - ((above[x] - above[x - step]) >> 1));
                break;
            case 6:
                for (; x < count; x++) differences[x] = (ushort)(line[x] - above[x] - ((line[x - step] - above[x - step]) >> 1));
                break;
            default:
                for (; x < count; x++) differences[x] = (ushort)(line[x] - ((line[x - step] + above[x]) >> 1));
                break;
        }
    }
}
