namespace PSDicom.Pixels;

/// <summary>The Image Pixel attributes of a data set (PS3.3 section C.7.6.3); null where an attribute is missing or not valid.</summary>
internal sealed class PixelFormat
{
    /// <summary>Rows of a frame.</summary>
    public int? Rows { get; private init; }

    /// <summary>Columns of a frame.</summary>
    public int? Columns { get; private init; }

    /// <summary>Samples of a pixel.</summary>
    public int? SamplesPerPixel { get; private init; }

    /// <summary>Bits of a sample's cell.</summary>
    public int? BitsAllocated { get; private init; }

    /// <summary>Bits of a cell that are used.</summary>
    public int? BitsStored { get; private init; }

    /// <summary>The most significant bit that is used, from 0.</summary>
    public int? HighBit { get; private init; }

    /// <summary>Whether samples are signed (two's complement).</summary>
    public bool IsSigned { get; private init; }

    /// <summary>
    /// Planar Configuration: whether native pixel data have all first samples of a frame, then all second ones, and so on.
    /// </summary>
    public bool IsPlanar { get; private init; }

    /// <summary>Photometric Interpretation.</summary>
    public string? PhotometricInterpretation { get; private init; }

    public static PixelFormat Read(DicomDataset dataset) => new()
    {
        Rows = Size(dataset, DicomTag.Rows),
        Columns = Size(dataset, DicomTag.Columns),
        SamplesPerPixel = Size(dataset, DicomTag.SamplesPerPixel),
        BitsAllocated = Size(dataset, DicomTag.BitsAllocated),
        BitsStored = Size(dataset, DicomTag.BitsStored),
        HighBit = Size(dataset, DicomTag.HighBit),
        IsSigned = dataset.GetInteger(DicomTag.PixelRepresentation) == 1,
        IsPlanar = dataset.GetInteger(DicomTag.PlanarConfiguration) == 1,
        PhotometricInterpretation = dataset.GetText(DicomTag.PhotometricInterpretation),
    };

    /// <summary>The tags that every image has.</summary>
    public static DicomTag[] Tags =>
        [DicomTag.SamplesPerPixel, DicomTag.PhotometricInterpretation, DicomTag.Rows, DicomTag.Columns, DicomTag.BitsAllocated, DicomTag.BitsStored];

    /// <summary>All tags that are read.</summary>
    public static DicomTag[] AllTags => [.. Tags, DicomTag.HighBit, DicomTag.PixelRepresentation, DicomTag.PlanarConfiguration];

    /// <summary>Sizes are unsigned 16-bit numbers above 0, whatever value representation a file gives them.</summary>
    private static int? Size(DicomDataset dataset, DicomTag tag) =>
        dataset.GetInteger(tag) is > 0 and <= ushort.MaxValue and long size ? (int)size : null;
}
