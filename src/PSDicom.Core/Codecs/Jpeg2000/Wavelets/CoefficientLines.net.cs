using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.Wavelets;

/// <summary>Steps over a line of samples or coefficients, several at a time.</summary>
internal static unsafe class CoefficientLines
{
    /// <summary>Adding it to a number leaves no fraction bits: the low bits are the number, rounded to even.</summary>
    private const float Rounder = 12_582_912f;
    private const int RounderBits = 0x4B40_0000;

    /// <summary>Converts sign and magnitude in halves to coefficients of the reversible transform.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void ToIntegers(uint* source, int* target, int count)
    {
        int i = 0;
        var magnitude = new Vector<int>(int.MaxValue);
        for (; i <= count - Vector<int>.Count; i += Vector<int>.Count)
        {
            Vector<int> value = Vector.Load((int*)source + i);
            Vector<int> sign = Vector.ShiftRightArithmetic(value, 31);
            (((Vector.ShiftRightLogical(value & magnitude, 1)) ^ sign) - sign).Store(target + i);
        }

        for (; i < count; i++)
        {
            int sign = (int)source[i] >> 31;
            target[i] = ((int)((source[i] & int.MaxValue) >> 1) ^ sign) - sign;
        }
    }

    /// <summary>Converts sign and magnitude in halves to coefficients of the irreversible transform.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void ToFloats(uint* source, float scale, float* target, int count)
    {
        int i = 0;
        var magnitude = new Vector<int>(int.MaxValue);
        for (; i <= count - Vector<int>.Count; i += Vector<int>.Count)
        {
            Vector<int> value = Vector.Load((int*)source + i);
            Vector<float> number = Vector.ConvertToSingle(value & magnitude) * scale;
            Vector.AsVectorSingle(Vector.AsVectorInt32(number) | (value & ~magnitude)).Store(target + i);
        }

        for (; i < count; i++)
        {
            float number = (source[i] & int.MaxValue) * scale;
            target[i] = (int)source[i] < 0 ? -number : number;
        }
    }

    /// <summary>Reverses the reversible component transform (T.800 G.2.2).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void ReversibleTransform(int* first, int* second, int* third, int count)
    {
        int i = 0;
        for (; i <= count - Vector<int>.Count; i += Vector<int>.Count)
        {
            Vector<int> y = Vector.Load(first + i), u = Vector.Load(second + i), v = Vector.Load(third + i);
            Vector<int> green = y - Vector.ShiftRightArithmetic(u + v, 2);
            (v + green).Store(first + i);
            green.Store(second + i);
            (u + green).Store(third + i);
        }

        for (; i < count; i++)
        {
            int u = second[i], v = third[i], green = first[i] - ((u + v) >> 2);
            first[i] = v + green;
            second[i] = green;
            third[i] = u + green;
        }
    }

    /// <summary>Reverses the irreversible component transform (T.800 G.3.2).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void IrreversibleTransform(float* first, float* second, float* third, int count)
    {
        int i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> y = Vector.Load(first + i), b = Vector.Load(second + i), r = Vector.Load(third + i);
            (y + (r * 1.402f)).Store(first + i);
            (y - (b * 0.34413f) - (r * 0.71414f)).Store(second + i);
            (y + (b * 1.772f)).Store(third + i);
        }

        for (; i < count; i++)
        {
            float y = first[i], b = second[i], r = third[i];
            first[i] = y + (r * 1.402f);
            second[i] = y - (b * 0.34413f) - (r * 0.71414f);
            third[i] = y + (b * 1.772f);
        }
    }

    /// <summary>Shifts and clamps samples of the reversible transform.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Shift(int* source, int shift, int least, int most, int* target, int count)
    {
        int i = 0;
        Vector<int> shifts = new(shift), low = new(least), high = new(most);
        for (; i <= count - Vector<int>.Count; i += Vector<int>.Count)
            Vector.Min(Vector.Max(Vector.Load(source + i) + shifts, low), high).Store(target + i);
        for (; i < count; i++) target[i] = Math.Min(Math.Max(source[i] + shift, least), most);
    }

    /// <summary>Rounds (to even), shifts and clamps samples of the irreversible transform.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Round(float* source, int shift, int least, int most, int* target, int count)
    {
        int i = 0;
        if (most < 1 << 21)
        {
            Vector<float> low = new(least - shift), high = new(most - shift), rounder = new(Rounder);
            var back = new Vector<int>(shift - RounderBits);
            for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            {
                Vector<float> value = Vector.Min(Vector.Max(Vector.Load(source + i), low), high) + rounder;
                (Vector.AsVectorInt32(value) + back).Store(target + i);
            }
        }

        for (; i < count; i++) target[i] = (int)Math.Min(Math.Max(Math.Round((double)source[i]) + shift, least), most);
    }
}
