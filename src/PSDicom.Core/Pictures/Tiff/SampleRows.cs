using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Tiff;

/// <summary>
/// The rows of a picture as bytes before compression: little endian, integers with the horizontal differencing predictor (TIFF 6.0 section
/// 14).
/// </summary>
internal sealed class SampleRows
{
    private readonly Array _samples;
    private readonly int _samplesPerPixel;
    private readonly int _samplesPerRow;

    /// <summary>The rows of a picture.</summary>
    /// <exception cref="DicomException">TIFF does not support it here: <see cref="DicomErrorReason.PictureNotSupported"/>.</exception>
    public SampleRows(Picture picture)
    {
        if (picture.SampleType is not (SampleType.UInt8 or SampleType.UInt16 or SampleType.Float32) || picture.SamplesPerPixel is not (1 or 3))
        {
            throw new DicomException(
                DicomErrorReason.PictureNotSupported,
                "TIFF supports grey and RGB of 8 or 16 bits or 32-bit floating point only. Choose a window, or another format: NPY or RAW.");
        }

        _samples = picture.Pixels;
        _samplesPerPixel = picture.SamplesPerPixel;
        _samplesPerRow = picture.Width * picture.SamplesPerPixel;
        BitsPerSample = picture.BitDepth;
        BytesPerRow = (int)(((long)_samplesPerRow * BitsPerSample + 7) / 8);
    }

    /// <summary>1, 8, 16 or 32.</summary>
    public int BitsPerSample { get; }

    /// <summary>Bytes of a row, which begins at a byte boundary.</summary>
    public int BytesPerRow { get; }

    public bool IsReal => _samples is float[];

    /// <summary>Whether the predictor is used. Not all readers support it for floating point, and none for single bits.</summary>
    public bool HasDifferences => BitsPerSample is 8 or 16;

    /// <summary>Writes the bytes of a row (from 0).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Copy(int row, Span<byte> target)
    {
        int start = row * _samplesPerRow;
        switch (_samples)
        {
            case byte[] bits when BitsPerSample == 1: PackBits(bits.AsSpan(start, _samplesPerRow), target); break;
            case byte[] bytes: Subtract(bytes.AsSpan(start, _samplesPerRow), target); break;
            case ushort[] words: Subtract(words.AsSpan(start, _samplesPerRow), target); break;
            case float[] reals: Copy(reals.AsSpan(start, _samplesPerRow), target); break;
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void PackBits(ReadOnlySpan<byte> samples, Span<byte> target)
    {
        target.Clear();
        for (int i = 0; i < samples.Length; i++) target[i >> 3] |= (byte)(samples[i] >> 7 << (~i & 7));
    }

    [MethodImpl(Compiled.AtOnce)]
    private void Subtract(ReadOnlySpan<byte> samples, Span<byte> target)
    {
        int distance = _samplesPerPixel;
        for (int i = 0; i < samples.Length; i++) target[i] = (byte)(samples[i] - (i < distance ? 0 : samples[i - distance]));
    }

    [MethodImpl(Compiled.AtOnce)]
    private void Subtract(ReadOnlySpan<ushort> samples, Span<byte> target)
    {
        int distance = _samplesPerPixel;
        for (int i = 0; i < samples.Length; i++)
        {
            int difference = samples[i] - (i < distance ? 0 : samples[i - distance]);
            target[2 * i] = (byte)difference;
            target[2 * i + 1] = (byte)(difference >> 8);
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Copy(ReadOnlySpan<float> samples, Span<byte> target)
    {
        MemoryMarshal.AsBytes(samples).CopyTo(target);
        if (BitConverter.IsLittleEndian) return;
        for (int i = 0; i < target.Length; i += sizeof(float)) target.Slice(i, sizeof(float)).Reverse();
    }
}
