namespace PSDicom.Pixels;

/// <summary>What a data set says of its pixels (PS3.3 section C.7.6.3); null where it says nothing, or nothing that can be.</summary>
internal sealed class PixelFormat
{
    private static readonly DicomTag SamplesPerPixelTag = new(0x0028_0002);
    private static readonly DicomTag PhotometricInterpretationTag = new(0x0028_0004);
    private static readonly DicomTag RowsTag = new(0x0028_0010);
    private static readonly DicomTag ColumnsTag = new(0x0028_0011);
    private static readonly DicomTag BitsAllocatedTag = new(0x0028_0100);
    private static readonly DicomTag BitsStoredTag = new(0x0028_0101);
    private static readonly DicomTag HighBitTag = new(0x0028_0102);
    private static readonly DicomTag PixelRepresentationTag = new(0x0028_0103);
    private static readonly DicomTag PlanarConfigurationTag = new(0x0028_0006);

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
        Rows = Size(dataset, RowsTag),
        Columns = Size(dataset, ColumnsTag),
        SamplesPerPixel = Size(dataset, SamplesPerPixelTag),
        BitsAllocated = Size(dataset, BitsAllocatedTag),
        BitsStored = Size(dataset, BitsStoredTag),
        HighBit = Size(dataset, HighBitTag),
        IsSigned = dataset.GetInteger(PixelRepresentationTag) == 1,
        IsPlanar = dataset.GetInteger(PlanarConfigurationTag) == 1,
        PhotometricInterpretation = dataset.GetText(PhotometricInterpretationTag),
    };

    /// <summary>The tags that every image has.</summary>
    public static DicomTag[] Tags =>
        [SamplesPerPixelTag, PhotometricInterpretationTag, RowsTag, ColumnsTag, BitsAllocatedTag, BitsStoredTag];

    /// <summary>All tags that are read.</summary>
    public static DicomTag[] AllTags => [.. Tags, HighBitTag, PixelRepresentationTag, PlanarConfigurationTag];

    /// <summary>Sizes are unsigned 16 bit numbers above 0, also where a file has them in another representation.</summary>
    private static int? Size(DicomDataset dataset, DicomTag tag) =>
        dataset.GetInteger(tag) is > 0 and <= ushort.MaxValue and long size ? (int)size : null;
}
