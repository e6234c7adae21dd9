using System;
using System.IO;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Raw;

/// <summary>Writes values and nothing else: frame after frame, row by row, the samples of a pixel together, little endian.</summary>
internal sealed class RawWriter(Stream stream) : ImageWriter
{
    private const int SwapLength = 65536;

    private Picture? _first;

    /// <inheritdoc/>
    public override void Add(Picture picture)
    {
        _first ??= picture;
        RequireSameShape(_first, picture);
        ReadOnlySpan<byte> bytes = SampleArray.AsBytes(picture.Pixels);
        int size = Math.Max(1, picture.BitDepth / 8);
        if (BitConverter.IsLittleEndian || size == 1) stream.WriteBytes(bytes);
        else WriteSwapped(bytes, size);
    }

    private void WriteSwapped(ReadOnlySpan<byte> bytes, int size)
    {
        byte[] piece = new byte[SwapLength];
        while (!bytes.IsEmpty)
        {
            int count = Math.Min(bytes.Length, piece.Length);
            bytes.Slice(0, count).CopyTo(piece);
            ByteOrder.Swap(piece.AsSpan(0, count), size);
            stream.Write(piece, 0, count);
            bytes = bytes.Slice(count);
        }
    }

    /// <summary>Nothing in the file could tell frames of another size or type.</summary>
    private static void RequireSameShape(Picture first, Picture picture)
    {
        if (picture.Width == first.Width && picture.Height == first.Height && picture.SamplesPerPixel == first.SamplesPerPixel &&
            picture.Pixels.GetType() == first.Pixels.GetType())
        {
            return;
        }

        throw new DicomException(
            DicomErrorReason.PictureNotSupported,
            $"A file of values holds frames of one size and type, and after {Describe(first)} comes {Describe(picture)}; write a file for each frame.");
    }

    private static string Describe(Picture picture) =>
        $"{picture.Width} x {picture.Height} x {picture.SamplesPerPixel} {picture.Pixels.GetType().GetElementType()!.Name}";
}
