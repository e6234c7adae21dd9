using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PSDicom.Pixels;

/// <summary>
/// Extracts the stored value from its cell, whose other bits may hold anything, such as retired overlays (PS3.5 section 8.1.1).
/// </summary>
internal static class StoredBits
{
    /// <summary>Clears the unused bits, or extends the sign over them. Real numbers are unchanged.</summary>
    /// <param name="samples">Changed in place.</param>
    /// <param name="bits">Number of bits that are used.</param>
    /// <param name="shift">Number of unused bits below them.</param>
    public static void Extract(Array samples, int bits, int shift)
    {
        SampleType type = SampleArray.TypeOf(samples);
        int left = SampleArray.SizeOf(type) * 8 - bits - shift;
        if (left < 0 || (left == 0 && shift == 0)) return;
        int right = left + shift;
        switch (type)
        {
            case SampleType.UInt8: Extract((byte[])samples, left, right); break;
            case SampleType.Int8: Extract((sbyte[])samples, left, right); break;
            case SampleType.UInt16: Extract((ushort[])samples, left, right); break;
            case SampleType.Int16: Extract((short[])samples, left, right); break;
            case SampleType.UInt32: Extract((uint[])samples, left, right); break;
            case SampleType.Int32: Extract((int[])samples, left, right); break;
            case SampleType.UInt64: Extract((ulong[])samples, left, right); break;
            case SampleType.Int64: Extract((long[])samples, left, right); break;
            default: break;
        }
    }

    /// <summary>Moves stored values up to where they were in their cells, above unused bits that are 0.</summary>
    /// <param name="samples">Changed in place; integers.</param>
    /// <param name="shift">Number of unused bits below the stored value.</param>
    public static void Place(Array samples, int shift)
    {
        Span<byte> bytes = SampleArray.AsBytes(samples);
        switch (SampleArray.SizeOf(SampleArray.TypeOf(samples)))
        {
            case 1:
                foreach (ref byte cell in bytes) cell = (byte)(cell << shift);
                break;
            case 2:
                foreach (ref ushort cell in MemoryMarshal.Cast<byte, ushort>(bytes)) cell = (ushort)(cell << shift);
                break;
            case 4:
                foreach (ref uint cell in MemoryMarshal.Cast<byte, uint>(bytes)) cell <<= shift;
                break;
            default:
                foreach (ref ulong cell in MemoryMarshal.Cast<byte, ulong>(bytes)) cell <<= shift;
                break;
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Extract(byte[] samples, int left, int right)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = (byte)((byte)(samples[i] << left) >> right);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Extract(sbyte[] samples, int left, int right)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = (sbyte)((sbyte)(samples[i] << left) >> right);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Extract(ushort[] samples, int left, int right)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = (ushort)((ushort)(samples[i] << left) >> right);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Extract(short[] samples, int left, int right)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = (short)((short)(samples[i] << left) >> right);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Extract(uint[] samples, int left, int right)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = samples[i] << left >> right;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Extract(int[] samples, int left, int right)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = samples[i] << left >> right;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Extract(ulong[] samples, int left, int right)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = samples[i] << left >> right;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Extract(long[] samples, int left, int right)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = samples[i] << left >> right;
    }
}
