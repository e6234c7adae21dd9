namespace PSDicom.Pixels;

/// <summary>What a data set says of its pixels (PS3.3 section C.7.6.3); null where it says nothing, or nothing that can be.</summary>
internal sealed class PixelFormat
{
    /// <summary>Rows of a frame.</summary>
    public int? Rows { get; private init; }

    /// <summary>Columns of a frame.</summary>
    public int? Columns { get; private init; }

    /// <summary>Samples of a pixel.</summary>
    public int? SamplesPerPixel { get; private init; }

    /// <summary>Bits that a sample takes.</summary>
    public int? BitsAllocated { get; private init; }

    /// <summary>Bits of a sample that are used.</summary>
    public int? BitsStored { get; private init; }

    /// <summary>The most significant of the bits that are used, counted from 0.</summary>
    public int? HighBit { get; private init; }

    /// <summary>Whether samples are signed: two's complement.</summary>
    public bool IsSigned { get; private init; }

    /// <summary>Whether native pixel data have all of the first samples of a frame, then all of the second, and so on.</summary>
    public bool IsPlanar { get; private init; }

    /// <summary>What the samples mean.</summary>
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

    /// <summary>Sizes are unsigned 16 bit numbers above 0, also where a file has them in another representation.</summary>
    private static int? Size(DicomDataset dataset, DicomTag tag) =>
        dataset.GetInteger(tag) is > 0 and <= ushort.MaxValue and long size ? (int)size : null;
}
