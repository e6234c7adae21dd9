using System;
using PSDicom.Data;

namespace PSDicom.Codecs;

/// <summary>A row of the tables of PS3.5 section 8.2: pixel data that a transfer syntax allows.</summary>
internal sealed record AllowedFormat
{
    /// <summary>The values of Photometric Interpretation.</summary>
    public required string[] PhotometricInterpretations { get; init; }

    /// <summary>The value of Samples per Pixel.</summary>
    public required int SamplesPerPixel { get; init; }

    /// <summary>Whether samples may be signed.</summary>
    public bool IsSignedAllowed { get; init; }

    /// <summary>The values of Bits Allocated.</summary>
    public required int[] BitsAllocated { get; init; }

    /// <summary>The least Bits Stored.</summary>
    public required int MinBitsStored { get; init; }

    /// <summary>The most Bits Stored.</summary>
    public required int MaxBitsStored { get; init; }

    /// <summary>Checks a format against the rows of a transfer syntax.</summary>
    /// <param name="rows">The rows; no two have the same Photometric Interpretation and Samples per Pixel.</param>
    /// <param name="name">The compression, for the message: "RLE Lossless".</param>
    /// <param name="format">The format of the frames.</param>
    /// <exception cref="DicomException">No row allows it (<see cref="DicomErrorReason.PixelFormatNotAllowed"/>).</exception>
    /// <exception cref="ArgumentException">The samples in memory do not have the bytes of Bits Allocated.</exception>
    public static void Require(AllowedFormat[] rows, string name, FrameFormat format)
    {
        if (format.Shape.Rows is < 1 or > ushort.MaxValue || format.Shape.Columns is < 1 or > ushort.MaxValue)
            throw EncodingError.NotAllowed(name, $"allows 1 to {ushort.MaxValue} rows and columns, and the pixel data have {format.Shape.Rows} x {format.Shape.Columns} pixels.");
        if (format.IsFloat) throw EncodingError.NotAllowed(name, "allows integers only, and the pixel data are floating-point numbers.");
        AllowedFormat row = Array.Find(rows, row => row.IsOf(format))
            ?? throw EncodingError.NotAllowed(
                name,
                $"does not allow the Photometric Interpretation {QuotedText.Of(DicomVR.CS, format.PhotometricInterpretation)} with Samples per Pixel {format.Shape.SamplesPerPixel}.");
        if (Array.IndexOf(row.BitsAllocated, format.BitsAllocated) < 0)
            throw EncodingError.NotAllowed(name, $"allows a Bits Allocated of {string.Join(" or ", row.BitsAllocated)} here, and the pixel data have {format.BitsAllocated}.");
        if (format.BitsStored < row.MinBitsStored || format.BitsStored > Math.Min(row.MaxBitsStored, format.BitsAllocated))
            throw EncodingError.NotAllowed(name, $"allows a Bits Stored of {row.MinBitsStored} to {Math.Min(row.MaxBitsStored, format.BitsAllocated)} here, and the pixel data have {format.BitsStored}.");
        if (format.BitsAllocated != 8 * format.Shape.BytesPerSample) throw new ArgumentException("The samples do not have the bytes of Bits Allocated.", nameof(format));
        if (format.IsSigned && !row.IsSignedAllowed)
            throw EncodingError.NotAllowed(name, "allows unsigned samples only here, and those of the pixel data are signed.");
    }

    private bool IsOf(FrameFormat format) =>
        SamplesPerPixel == format.Shape.SamplesPerPixel && Array.IndexOf(PhotometricInterpretations, format.PhotometricInterpretation) >= 0;
}
