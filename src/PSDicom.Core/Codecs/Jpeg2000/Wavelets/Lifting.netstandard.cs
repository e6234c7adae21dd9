namespace PSDicom.Codecs.Jpeg2000.Wavelets;

/// <summary>The steps of the inverse wavelet transforms over a line of samples (T.800 F.3.8).</summary>
internal static unsafe class Lifting
{
    /// <summary>Even samples of the 5/3 transform (T.800 formula F-5).</summary>
    public static void ReversibleLow(int* target, int* before, int* after, int count)
    {
        for (int i = 0; i < count; i++) target[i] -= (before[i] + after[i] + 2) >> 2;
    }

    /// <summary>Odd samples of the 5/3 transform (T.800 formula F-6).</summary>
    public static void ReversibleHigh(int* target, int* before, int* after, int count)
    {
        for (int i = 0; i < count; i++) target[i] += (before[i] + after[i]) >> 1;
    }

    /// <summary>A step of the 9/7 transform (T.800 formula F-7).</summary>
    public static void Irreversible(float* target, float* before, float* after, float factor, int count)
    {
        for (int i = 0; i < count; i++) target[i] -= factor * (before[i] + after[i]);
    }

    /// <summary>Multiplies a line.</summary>
    public static void Scale(float* source, float factor, float* target, int count)
    {
        for (int i = 0; i < count; i++) target[i] = source[i] * factor;
    }

    /// <summary>Halves a single row of high frequencies.</summary>
    public static void Halve(int* line, int count)
    {
        for (int i = 0; i < count; i++) line[i] >>= 1;
    }

    /// <summary>Interleaves the samples of two lines.</summary>
    public static void Interleave(int* first, int* second, int* target, int count)
    {
        int pairs = count >> 1;
        for (int i = 0; i < pairs; i++)
        {
            target[2 * i] = first[i];
            target[(2 * i) + 1] = second[i];
        }

        if ((count & 1) != 0) target[count - 1] = first[pairs];
    }
}
