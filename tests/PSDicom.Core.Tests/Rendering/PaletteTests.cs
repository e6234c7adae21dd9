using PSDicom.Rendering;

namespace PSDicom.Core.Tests.Rendering;

public class PaletteTests
{
    private const uint Descriptor = 0x0028_1101;
    private const uint Entries = 0x0028_1201;
    private const uint PixelPresentation = 0x0008_9205;

    [Fact]
    public void Values_below_and_above_have_the_first_and_last_colour() =>
        Assert.Equal(new byte[] { 10, 10, 10, 10, 10, 10, 20, 20, 20, 30, 30, 30, 30, 30, 30 }, Map(new ushort[] { 0, 100, 101, 102, 65535 }, Words(3, 100, 8, 10, 20, 30)));

    [Fact]
    public void Values_may_be_of_any_type()
    {
        DatasetBuilder palette = Words(3, -1, 8, 10, 20, 30);
        byte[] expected = [10, 10, 10, 20, 20, 20, 30, 30, 30];
        Assert.Equal(expected, Map(new sbyte[] { -128, 0, 127 }, palette, isSigned: true));
        Assert.Equal(expected, Map(new short[] { -1, 0, 1 }, palette, isSigned: true));
        Assert.Equal(expected, Map(new[] { int.MinValue, 0, int.MaxValue }, palette, isSigned: true));
        Assert.Equal(expected, Map(new[] { long.MinValue, 0, long.MaxValue }, palette, isSigned: true));
        Assert.Equal(expected, Map(new uint[] { 0, 1, uint.MaxValue }, Words(3, 0, 8, 10, 20, 30)));
        Assert.Equal(expected, Map(new[] { double.NegativeInfinity, 1, 1e300 }, Words(3, 0, 8, 10, 20, 30)));
    }

    [Fact]
    public void Entries_of_8_bits_may_be_packed_or_in_words()
    {
        Assert.Equal(new byte[] { 10, 10, 10, 30, 30, 30 }, Map(new byte[] { 0, 2 }, Bytes(3, 8, 10, 20, 30)));
        Assert.Equal(new byte[] { 10, 10, 10, 30, 30, 30 }, Map(new byte[] { 0, 2 }, Words(3, 0, 8, 10, 20, 30)));
    }

    [Fact]
    public void Entries_of_big_endian_words_are_turned_around() =>
        Assert.Equal(new byte[] { 20, 20, 20, 10, 10, 10, 40, 40, 40 }, Map(new byte[] { 0, 1, 2 }, Bytes(4, 8, DatasetBuilder.BigEndian(), 10, 20, 30, 40)));

    [Fact]
    public void Sixteen_bits_of_which_only_the_lower_half_is_used_are_eight() =>
        Assert.Equal(new byte[] { 0, 0, 0, 255, 255, 255 }, Map(new byte[] { 0, 1 }, Words(2, 0, 16, 0, 255)));

    [Theory]
    [InlineData(8, 0xFF00, 65535)]
    [InlineData(12, 4095, 65535)]
    [InlineData(12, 2048, 32776)]
    [InlineData(16, 4095, 4095)]
    public void Entries_of_other_bits_are_brought_to_sixteen(int bits, int entry, int expected) =>
        Assert.Equal(new[] { 0, 0, 0, expected, expected, expected }, Map(new byte[] { 0, 1 }, Words(2, 0, bits, 0, entry)).Cast<ushort>().Select(value => (int)value));

    [Fact]
    public void A_colour_of_8_bits_among_others_of_16_has_its_full_range()
    {
        DatasetBuilder dataset = new DatasetBuilder();
        for (uint i = 0; i < 3; i++) dataset.With(Descriptor + i, "US", 2, 0, i == 0 ? 8 : 16);
        for (uint i = 0; i < 3; i++) dataset.With(Entries + i, "OW", 0, i == 0 ? 255 : 65535);
        Assert.Equal(new ushort[] { 0, 0, 0, 65535, 65535, 65535 }, Map(new byte[] { 0, 1 }, dataset));
    }

    [Fact]
    public void Colours_may_have_tables_of_different_extent()
    {
        DatasetBuilder dataset = new DatasetBuilder();
        for (uint i = 0; i < 3; i++) dataset.With(Descriptor + i, "US", 2, 5 + i, 8);
        for (uint i = 0; i < 3; i++) dataset.WithValue(Entries + i, "OW", (byte)(10 * i), (byte)(10 * i + 1));
        Assert.Equal(new byte[] { 0, 10, 20, 1, 10, 20, 1, 11, 20, 1, 11, 21 }, Map(new byte[] { 5, 6, 7, 8 }, dataset));
    }

    [Fact]
    public void A_supplemental_palette_colours_the_values_from_its_first_on()
    {
        SupplementalPalette? palette = SupplementalPalette.Read(Dataset(Words(2, 1000, 16, 0x8000, 0xFFFF).With(PixelPresentation, "CS", "COLOR")), ValueRange.OfBits(16, false));
        ushort[] stored = [999, 1000, 1001, 2000];
        Assert.Equal(
            new byte[] { 7, 7, 7, 128, 128, 128, 255, 255, 255, 255, 255, 255 },
            palette!.Apply(Pictures.Grey(4, 1, 7, 8, 9, 10), stored).Pixels);
        Assert.Equal(
            new ushort[] { 7, 7, 7, 0x8000, 0x8000, 0x8000, 65535, 65535, 65535, 65535, 65535, 65535 },
            palette.Apply(Pictures.Grey16(4, 1, 7, 8, 9, 10), stored).Pixels);
    }

    [Fact]
    public void A_supplemental_palette_of_8_bits_colours_words()
    {
        SupplementalPalette? palette = SupplementalPalette.Read(Dataset(Words(1, -5, 8, 200).With(PixelPresentation, "CS", "MIXED")), ValueRange.OfBits(16, true));
        Assert.Equal(new ushort[] { 1, 1, 1, 51400, 51400, 51400 }, palette!.Apply(Pictures.Grey16(2, 1, 1, 2), new short[] { -6, -5 }).Pixels);
    }

    [Theory]
    [InlineData("MONOCHROME")]
    [InlineData(null)]
    public void A_palette_that_is_not_announced_is_left_alone(string? presentation)
    {
        DatasetBuilder dataset = Words(1, 0, 8, 200);
        if (presentation is not null) dataset.With(PixelPresentation, "CS", presentation);
        Assert.Null(SupplementalPalette.Read(Dataset(dataset), ValueRange.OfBits(16, false)));
    }

    [Fact]
    public void The_length_of_the_data_tells_the_size_of_entries()
    {
        // The descriptor says 8 bits, the entries have 16: each colour by itself, however bright it gets.
        DatasetBuilder dataset = new DatasetBuilder();
        for (uint i = 0; i < 3; i++) dataset.With(Descriptor + i, "US", 3, 0, 8);
        dataset.With(Entries, "OW", 0, 0x8080, 0xFFFF).With(Entries + 1, "OW", 0x4040, 0x4040, 0x4040).With(Entries + 2, "OW", 1, 2, 0x8000);
        Assert.Equal(new ushort[] { 0, 0x4040, 1, 0x8080, 0x4040, 2, 65535, 0x4040, 0x8000 }, Map(new byte[] { 0, 1, 2 }, dataset));
        Assert.NotNull(Palette.Read(Dataset(dataset), ValueRange.OfBits(8, false))!.Warning);

        // 16 bits said and 8 there, in a byte each.
        DatasetBuilder bytes = Bytes(4, 16, 10, 20, 30, 40);
        Assert.Equal(new byte[] { 20, 20, 20, 40, 40, 40 }, Map(new byte[] { 1, 3 }, bytes));
    }

    [Theory]
    [InlineData("SS", -10, 8, false, -10)]
    [InlineData("US", 0xFFF6, 8, false, -10)]
    [InlineData("SS", -10, 16, false, -10)]
    [InlineData("US", 0xFFF6, 16, false, 0xFFF6)]
    [InlineData("US", 0xFFF6, 16, true, -10)]
    [InlineData("SS", 40000 - 65536, 16, false, 40000)]
    [InlineData("US", 100, 8, true, 100)]
    public void The_first_value_has_the_sign_with_which_the_table_is_of_use(string vr, int written, int bits, bool isSigned, int expected)
    {
        DatasetBuilder dataset = new DatasetBuilder();
        for (uint i = 0; i < 3; i++) dataset.With(Descriptor + i, vr, 20, written, 8);
        for (uint i = 0; i < 3; i++) dataset.WithValue(Entries + i, "OW", new byte[20]);
        Assert.Equal(expected, Palette.Read(Dataset(dataset), ValueRange.OfBits(bits, isSigned))!.First);
    }

    [Fact]
    public void None_stands_for_65536_entries()
    {
        DatasetBuilder dataset = new DatasetBuilder();
        for (uint i = 0; i < 3; i++) dataset.With(Descriptor + i, "US", 0, 0, 16);
        for (uint i = 0; i < 3; i++) dataset.WithHeader(Entries + i, "OW", 131072).WithBytes([.. Enumerable.Range(0, 65536).SelectMany(entry => BitConverter.GetBytes((ushort)entry))]);
        Assert.Equal(new ushort[] { 0, 0, 0, 40000, 40000, 40000, 65535, 65535, 65535 }, Map(new ushort[] { 0, 40000, 65535 }, dataset));
    }

    [Fact]
    public void A_table_that_is_too_short_goes_on_with_its_last_entry_and_has_a_warning()
    {
        DatasetBuilder dataset = Words(5, 0, 16, 256, 512);
        Assert.Equal(new ushort[] { 256, 256, 256, 512, 512, 512, 512, 512, 512 }, Map(new byte[] { 0, 1, 4 }, dataset));
        Assert.Contains("2 of the 5 entries", Palette.Read(Dataset(dataset), ValueRange.OfBits(8, false))!.Warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(16, true)]
    [InlineData(8, false)]
    [InlineData(16, false)]
    public void Segments_have_the_size_that_gives_all_entries(int bits, bool areBytes)
    {
        DatasetBuilder dataset = new DatasetBuilder();
        for (uint i = 0; i < 3; i++) dataset.With(Descriptor + i, "US", 5, 0, bits);
        byte[] segments = [0, 2, 10, 20, 1, 3, 50, 0];
        byte[] data = areBytes ? segments : [.. segments[..7].SelectMany(value => new byte[] { value, 0 })];
        for (uint i = 0; i < 3; i++) dataset.WithValue(0x0028_1221 + i, "OW", data);
        Assert.Equal([10, 20, 30, 40, 50], Map(new byte[] { 0, 1, 2, 3, 4 }, dataset).Cast<byte>().Where((_, i) => i % 3 == 0).Select(value => (int)value));
    }

    [Fact]
    public void Segments_that_refer_to_empty_ones_over_and_over_are_given_up_once_for_all_frames()
    {
        const int Empty = 4000;
        byte[] segments = [.. new byte[4 * Empty], .. Enumerable.Repeat(new byte[] { 2, 0, 0xFF, 0xFF, 0, 0, 0, 0 }, 1000).SelectMany(bytes => bytes)];
        DatasetBuilder elements = new DatasetBuilder();
        for (uint i = 0; i < 3; i++) elements.With(Descriptor + i, "US", 0, 0, 16);
        for (uint i = 0; i < 3; i++) elements.WithValue(0x0028_1221 + i, "OW", segments);
        (DicomDataset dataset, CountingSource source) = CountingSource.Read(elements);
        var conversion = new RgbConversion(dataset);
        for (int i = 0; i < 50; i++)
        {
            var frame = new DicomFrame(new ushort[] { 1 }) { Rows = 1, Columns = 1, SamplesPerPixel = 1, BitsAllocated = 16, BitsStored = 16, PhotometricInterpretation = "PALETTE COLOR" };
            Assert.Equal(DicomErrorReason.TooMuchWork, Assert.Throws<DicomException>(() => conversion.Convert(frame)).Reason);
        }

        Assert.InRange(source.Reads, 1, 6);
    }

    [Fact]
    public void Segments_that_are_referred_to_many_times_and_have_entries_are_followed()
    {
        DatasetBuilder dataset = new DatasetBuilder();
        for (uint i = 0; i < 3; i++) dataset.With(Descriptor + i, "US", 1001, 0, 16);
        ushort[] segments = [0, 1, 7, .. Enumerable.Repeat(new ushort[] { 2, 1, 0, 0 }, 1000).SelectMany(words => words)];
        for (uint i = 0; i < 3; i++) dataset.WithValue(0x0028_1221 + i, "OW", [.. segments.SelectMany(BitConverter.GetBytes)]);
        Assert.All(Map(new ushort[] { 0, 500, 1000 }, dataset).Cast<byte>(), colour => Assert.Equal(7, colour));
    }

    private static DatasetBuilder Words(int count, int first, int bits, params double[] entries)
    {
        var dataset = new DatasetBuilder();
        for (uint i = 0; i < 3; i++) dataset.With(Descriptor + i, first < 0 ? "SS" : "US", count, first, bits);
        for (uint i = 0; i < 3; i++) dataset.With(Entries + i, "OW", entries);
        return dataset;
    }

    private static DatasetBuilder Bytes(int count, int bits, params byte[] entries) => Bytes(count, bits, new DatasetBuilder(), entries);

    private static DatasetBuilder Bytes(int count, int bits, DatasetBuilder dataset, params byte[] entries)
    {
        for (uint i = 0; i < 3; i++) dataset.With(Descriptor + i, "US", count, 0, bits);
        for (uint i = 0; i < 3; i++) dataset.WithValue(Entries + i, "OW", entries);
        return dataset;
    }

    private static Array Map(Array indices, DatasetBuilder dataset, bool isSigned = false) =>
        PaletteMapping.Apply(indices, Palette.Read(Dataset(dataset), ValueRange.OfBits(16, isSigned))!);

    private static DicomDataset Dataset(DatasetBuilder dataset) => DicomFile.Open(dataset.ToFile()).Dataset;
}
