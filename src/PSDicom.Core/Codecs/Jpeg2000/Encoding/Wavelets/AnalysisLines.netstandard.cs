namespace PSDicom.Codecs.Jpeg2000.Encoding.Wavelets;

/// <summary>Steps of analysis over a line of samples.</summary>
internal static unsafe class AnalysisLines
{
    /// <summary>Odd samples of the 5/3 transform (T.800 formula F-9).</summary>
    public static void ReversibleHigh(int* source, int* before, int* after, int* target, int count)
    {
        for (int i = 0; i < count; i++) target[i] = source[i] - ((before[i] + after[i]) >> 1);
    }

    /// <summary>Even samples of the 5/3 transform (T.800 formula F-10).</summary>
    public static void ReversibleLow(int* source, int* before, int* after, int* target, int count)
    {
        for (int i = 0; i < count; i++) target[i] = source[i] + ((before[i] + after[i] + 2) >> 2);
    }

    /// <summary>A step of the 9/7 transform (T.800 formula F-11).</summary>
    public static void Irreversible(float* source, float* before, float* after, float factor, float* target, int count)
    {
        for (int i = 0; i < count; i++) target[i] = source[i] + (factor * (before[i] + after[i]));
    }

    /// <summary>Splits a line into its even and its odd samples.</summary>
    public static void Split(int* source, int* even, int* odd, int count)
    {
        for (int i = 0; i < count >> 1; i++)
        {
            even[i] = source[2 * i];
            odd[i] = source[(2 * i) + 1];
        }

        if ((count & 1) != 0) even[count >> 1] = source[count - 1];
    }

    /// <summary>Reads samples of a byte, without their level.</summary>
    /// <param name="source">The first sample.</param>
    /// <param name="step">The distance of samples.</param>
    /// <param name="shift">The number of bits in 32 above those of a sample.</param>
    /// <param name="level">The value that becomes 0.</param>
    /// <param name="isSigned">Whether samples are signed.</param>
    /// <param name="target">The resulting samples.</param>
    /// <param name="count">The number of samples.</param>
    public static void ReadBytes(byte* source, int step, int shift, int level, bool isSigned, int* target, int count)
    {
        for (int i = 0; i < count; i++, source += step) target[i] = Narrow(*source, shift, isSigned) - level;
    }

    /// <summary>Reads samples of two bytes.</summary>
    /// <inheritdoc cref="ReadBytes"/>
    public static void ReadWords(ushort* source, int step, int shift, int level, bool isSigned, int* target, int count)
    {
        for (int i = 0; i < count; i++, source += step) target[i] = Narrow(*source, shift, isSigned) - level;
    }

    /// <summary>Reads samples of four bytes.</summary>
    /// <inheritdoc cref="ReadBytes"/>
    public static void ReadNumbers(int* source, int step, int shift, int level, bool isSigned, int* target, int count)
    {
        for (int i = 0; i < count; i++, source += step) target[i] = Narrow(*source, shift, isSigned) - level;
    }

    /// <summary>Converts integers to floats in the same memory.</summary>
    public static void ToFloats(int* line, int count)
    {
        for (int i = 0; i < count; i++) ((float*)line)[i] = line[i];
    }

    /// <summary>The reversible component transform (T.800 G.2.1).</summary>
    public static void ReversibleTransform(int* first, int* second, int* third, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int red = first[i], green = second[i], blue = third[i];
            first[i] = (red + (2 * green) + blue) >> 2;
            second[i] = blue - green;
            third[i] = red - green;
        }
    }

    /// <summary>The irreversible component transform (T.800 G.3.1).</summary>
    public static void IrreversibleTransform(float* first, float* second, float* third, int count)
    {
        for (int i = 0; i < count; i++)
        {
            float red = first[i], green = second[i], blue = third[i], y = (0.299f * red) + (0.587f * green) + (0.114f * blue);
            first[i] = y;
            second[i] = (blue - y) * (0.5f / (1 - 0.114f));
            third[i] = (red - y) * (0.5f / (1 - 0.299f));
        }
    }

    /// <summary>Quantizes coefficients to integers, toward 0 (T.800 formula E-2).</summary>
    public static void Quantize(float* source, float scale, int* target, int count)
    {
        for (int i = 0; i < count; i++) target[i] = (int)(source[i] * scale);
    }

    private static int Narrow(int value, int shift, bool isSigned) => isSigned ? value << shift >> shift : (int)((uint)(value << shift) >> shift);
}
