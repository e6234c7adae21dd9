using System.Globalization;

namespace PSDicom.Core.Tests.Volumes;

/// <summary>Builds an image file of a series, whose elements are written in their order whatever the order in which they are told.</summary>
internal sealed class SliceBuilder
{
    public const uint SeriesUID = 0x0020_000E;
    public const uint ImageType = 0x0008_0008;
    public const uint Position = 0x0020_0032;
    public const uint Orientation = 0x0020_0037;
    public const uint PixelSpacing = 0x0028_0030;
    public const uint SharedGroups = 0x5200_9229;
    public const uint FrameGroups = 0x5200_9230;

    private readonly SortedDictionary<uint, Action<DatasetBuilder>> _elements = [];

    /// <summary>An axial CT slice of 4 x 4 pixels of 1 mm, of series 1.2.3.</summary>
    /// <param name="instance">The instance number, and the end of the SOP Instance UID.</param>
    /// <param name="z">Where it lies.</param>
    public static SliceBuilder Slice(int instance, double z) => Image(instance).At(0, 0, z);

    /// <summary>An image without a place.</summary>
    public static SliceBuilder Image(int instance) => new SliceBuilder()
        .With(0x0008_0018, "UI", $"1.2.3.4.{instance}")
        .With(0x0008_0060, "CS", "CT")
        .With(0x0010_0020, "LO", "P1")
        .With(0x0020_000D, "UI", "1.2")
        .With(SeriesUID, "UI", "1.2.3")
        .With(0x0020_0011, "IS", "1")
        .With(0x0020_0013, "IS", instance.ToString(CultureInfo.InvariantCulture))
        .With(Orientation, "DS", @"1\0\0\0\1\0")
        .With(PixelSpacing, "DS", @"1\1")
        .With(0x0028_0002, "US", 1)
        .With(0x0028_0004, "CS", "MONOCHROME2")
        .WithSize(4, 4)
        .With(0x0028_0100, "US", 16)
        .With(0x0028_0101, "US", 16)
        .With(0x0028_0102, "US", 15)
        .With(0x0028_0103, "US", 0);

    public SliceBuilder At(double x, double y, double z) => With(Position, "DS", Decimals(x, y, z));

    public SliceBuilder WithSize(int columns, int rows, int frames = 1)
    {
        if (frames > 1) With(0x0028_0008, "IS", frames.ToString(CultureInfo.InvariantCulture));
        return With(0x0028_0010, "US", rows).With(0x0028_0011, "US", columns).Put(0x7FE0_0010, data => data.WithValue(0x7FE0_0010, "OW", new byte[columns * rows * frames * 2]));
    }

    public SliceBuilder With(uint tag, string vr, string text) => Put(tag, data => data.With(tag, vr, text));

    public SliceBuilder With(uint tag, string vr, params double[] numbers) => Put(tag, data => data.With(tag, vr, numbers));

    public SliceBuilder WithBytes(uint tag, string vr, byte[] bytes) => Put(tag, data => data.WithValue(tag, vr, bytes));

    public SliceBuilder WithSequence(uint tag, params DatasetBuilder[] items) => Put(tag, data => data.WithSequence(tag, items));

    public SliceBuilder Without(uint tag)
    {
        _elements.Remove(tag);
        return this;
    }

    public byte[] ToFile()
    {
        var dataset = new DatasetBuilder();
        foreach (Action<DatasetBuilder> write in _elements.Values) write(dataset);
        return dataset.ToFile();
    }

    /// <summary>Numbers as DS has them.</summary>
    public static string Decimals(params double[] numbers) => string.Join("\\", numbers.Select(number => number.ToString("0.######", CultureInfo.InvariantCulture)));

    private SliceBuilder Put(uint tag, Action<DatasetBuilder> write)
    {
        _elements[tag] = write;
        return this;
    }
}
