using System;

namespace PSDicom.Codecs.Jpeg2000.Wavelets;

/// <summary>Steps over a line of samples or coefficients.</summary>
internal static unsafe class CoefficientLines
{
    /// <summary>Converts sign and magnitude in halves to coefficients of the reversible transform.</summary>
    public static void ToIntegers(uint* source, int* target, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int sign = (int)source[i] >> 31;
            target[i] = ((int)((source[i] & int.MaxValue) >> 1) ^ sign) - sign;
        }
    }

    /// <summary>Converts sign and magnitude in halves to coefficients of the irreversible transform.</summary>
    public static void ToFloats(uint* source, float scale, float* target, int count)
    {
        for (int i = 0; i < count; i++)
        {
            float number = (source[i] & int.MaxValue) * scale;
            target[i] = (int)source[i] < 0 ? -number : number;
        }
    }

    /// <summary>Reverses the reversible component transform (T.800 G.2.2).</summary>
    public static void ReversibleTransform(int* first, int* second, int* third, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int u = second[i], v = third[i], green = first[i] - ((u + v) >> 2);
            first[i] = v + green;
            second[i] = green;
            third[i] = u + green;
        }
    }

    /// <summary>Reverses the irreversible component transform (T.800 G.3.2).</summary>
    public static void IrreversibleTransform(float* first, float* second, float* third, int count)
    {
        for (int i = 0; i < count; i++)
        {
            float y = first[i], b = second[i], r = third[i];
            first[i] = y + (r * 1.402f);
            second[i] = y - (b * 0.34413f) - (r * 0.71414f);
            third[i] = y + (b * 1.772f);
        }
    }

    /// <summary>Shifts and clamps samples of the reversible transform.</summary>
    public static void Shift(int* source, int shift, int least, int most, int* target, int count)
    {
        for (int i = 0; i < count; i++) target[i] = Math.Min(Math.Max(source[i] + shift, least), most);
    }

    /// <summary>Rounds (to even), shifts and clamps samples of the irreversible transform.</summary>
    public static void Round(float* source, int shift, int least, int most, int* target, int count)
    {
        for (int i = 0; i < count; i++) target[i] = (int)Math.Min(Math.Max(Math.Round((double)source[i]) + shift, least), most);
    }
}
