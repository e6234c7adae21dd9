using System;
using System.IO;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Raw;

/// <summary>Writes values without a header: frame by frame, row by row, with the samples of a pixel together, little endian.</summary>
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

    /// <summary>The file has no header that could describe frames of another size or type.</summary>
    private static void RequireSameShape(Picture first, Picture picture)
    {
        if (picture.Width == first.Width && picture.Height == first.Height && picture.SamplesPerPixel == first.SamplesPerPixel &&
            picture.SampleType == first.SampleType)
        {
            return;
        }

        throw new DicomException(
            DicomErrorReason.PictureNotSupported,
            $"All frames of a file of values must have the same size and type, but {Describe(first)} is followed by {Describe(picture)}. Write one file per frame.");
    }

    private static string Describe(Picture picture) =>
        $"{picture.Width} x {picture.Height} x {picture.SamplesPerPixel} {picture.Pixels.GetType().GetElementType()!.Name}";
}
