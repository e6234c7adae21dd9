using PSDicom.Frames;

namespace PSDicom.Core.Tests.Frames;

public class FrameCounterTests
{
    private const string Rle = "1.2.840.10008.1.2.5";
    private const string Mpeg4 = "1.2.840.10008.1.2.4.102";
    private const uint PixelData = 0x7FE0_0010;

    private static readonly byte[] JpegStart = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2];
    private static readonly byte[] JpegRest = [0x12, 0x34, 0x56, 0x78];
    private static readonly byte[] RleStart = [1, 0, 0, 0, 64, 0, 0, 0, .. new byte[56], 1, 2];

    [Theory]
    [InlineData(900, 900)]
    [InlineData(2000, 2000)]
    [InlineData(int.MaxValue, 1)]
    public void Frames_as_components_of_one_codestream_are_limited_by_its_bytes(int declared, int frames)
    {
        byte[] file = Image(declared.ToString(System.Globalization.CultureInfo.InvariantCulture), 4, 4, 1, 8).WithFragments(PixelData, [], new byte[7000]).ToFile("1.2.840.10008.1.2.4.92");
        Assert.Equal(frames, Count(file).FrameCount);
    }

    [Theory]
    [InlineData("3", 48, 3, FrameCountSource.Declared)]
    [InlineData(null, 16, 1, FrameCountSource.Single)]
    [InlineData("", 16, 1, FrameCountSource.Single)]
    [InlineData(null, 48, 3, FrameCountSource.Counted)]
    [InlineData("0", 48, 3, FrameCountSource.Counted)]
    [InlineData("-1", 48, 3, FrameCountSource.Counted)]
    [InlineData("0", 16, 1, FrameCountSource.Counted)]
    [InlineData("1A", 48, 3, FrameCountSource.Counted)]
    [InlineData("99999999999999999999", 48, 3, FrameCountSource.Counted)]
    [InlineData("99999999999", 48, 3, FrameCountSource.Counted)]
    [InlineData("1", 48, 3, FrameCountSource.Counted)]
    [InlineData("10", 48, 3, FrameCountSource.Counted)]
    [InlineData("10", 40, 3, FrameCountSource.Counted)]
    [InlineData("3", 40, 3, FrameCountSource.Declared)]
    [InlineData("3", 50, 3, FrameCountSource.Declared)]
    [InlineData(null, 20, 1, FrameCountSource.Single)]
    public void Native_frames_are_counted_by_their_size(string? declared, int length, int frames, FrameCountSource source)
    {
        DicomFrameCount count = Count(Image(declared, 4, 4, 1, 8).WithValue(PixelData, "OW", Filled(length)).ToFile());
        Assert.Equal((frames, source), (count.FrameCount, count.Source));
        Assert.Equal(source == FrameCountSource.Counted || length % 16 != 0 && declared is not null, count.Warning is not null);
    }

    [Theory]
    [InlineData(3, 3, 1, 8, "MONOCHROME2", "3", 28, 3)] // a byte of padding
    [InlineData(3, 3, 1, 1, "MONOCHROME2", "3", 4, 3)] // 27 bits
    [InlineData(3, 3, 1, 1, "MONOCHROME2", "2", 18, 2)] // a byte for each bit
    [InlineData(4, 4, 1, 12, "MONOCHROME2", "2", 48, 2)] // packed
    [InlineData(4, 4, 1, 12, "MONOCHROME2", "2", 64, 2)] // in words
    [InlineData(4, 4, 3, 8, "RGB", "0", 96, 2)]
    [InlineData(4, 4, 3, 8, "YBR_FULL_422", "0", 64, 2)]
    [InlineData(4, 4, 3, 8, "YBR_FULL_422", "2", 96, 2)] // not subsampled after all
    [InlineData(4, 4, 3, 8, "YBR_PARTIAL_420", "0", 72, 3)]
    public void Native_frames_take_the_room_that_their_format_says(
        int rows, int columns, int samples, int bits, string photometric, string declared, int length, int frames)
    {
        byte[] file = Image(declared, rows, columns, samples, bits, photometric).WithValue(PixelData, "OW", Filled(length)).ToFile();
        Assert.Equal(frames, Count(file).FrameCount);
    }

    [Theory]
    [InlineData(0x7FE0_0008, "OF", 4)]
    [InlineData(0x7FE0_0009, "OD", 8)]
    public void Float_pixel_data_are_counted_too(uint tag, string vr, int size)
    {
        byte[] file = Image("0", 4, 4, 1, size * 8).WithValue(tag, vr, Filled(3 * 16 * size)).ToFile();
        Assert.Equal(3, Count(file).FrameCount);
    }

    [Fact]
    public void Zeros_after_the_last_frame_are_padding()
    {
        byte[] file = Image("9", 4, 4, 1, 8).WithValue(PixelData, "OW", [.. Filled(48), .. new byte[10]]).ToFile();
        Assert.Equal(3, Count(file).FrameCount);
    }

    [Fact]
    public void A_frame_that_the_end_of_the_file_cuts_counts()
    {
        byte[] file = Image("9", 4, 4, 1, 8).WithHeader(PixelData, "OW", 9 * 16).WithBytes(new byte[35]).ToFile();
        DicomFrameCount count = Count(file);
        Assert.Equal((3, FrameCountSource.Counted), (count.FrameCount, count.Source));
        Assert.Equal("Number of Frames is '9', but the pixel data hold 3 frames.", count.Warning);
    }

    [Theory]
    [InlineData("7", 7, FrameCountSource.Declared)]
    [InlineData(null, 1, FrameCountSource.Single)]
    public void Without_sizes_the_declaration_stands(string? declared, int frames, FrameCountSource source)
    {
        var dataset = new DatasetBuilder();
        if (declared is not null) dataset.With(0x0028_0008, "IS", declared);
        DicomFrameCount count = Count(dataset.WithValue(PixelData, "OW", Filled(48)).ToFile());
        Assert.Equal((frames, source), (count.FrameCount, count.Source));
    }

    [Fact]
    public void A_data_set_without_pixel_data_has_none()
    {
        DicomFrameCount count = Count(new DatasetBuilder().With(0x0010_0010, "PN", "Doe").ToFile());
        Assert.Equal((0, FrameCountSource.None, null), (count.FrameCount, count.Source, count.Warning));
    }

    [Fact]
    public void Pixel_data_in_a_sequence_are_not_the_images()
    {
        byte[] file = new DatasetBuilder()
            .WithSequence(0x0088_0200, Image("1", 4, 4, 1, 8).WithValue(PixelData, "OW", Filled(16)))
            .ToFile();
        Assert.Equal(0, Count(file).FrameCount);
    }

    [Fact]
    public void Empty_pixel_data_have_no_frames()
    {
        DicomFrameCount count = Count(Image("1", 4, 4, 1, 8).WithEmpty(PixelData, "OW").ToFile());
        Assert.Equal((0, "The pixel data are empty."), (count.FrameCount, count.Warning));
    }

    [Fact]
    public void An_image_whose_pixel_data_are_cut_away_says_so()
    {
        DicomFrameCount count = Count(Image("1", 4, 4, 1, 8).ToFile());
        Assert.Equal((0, FrameCountSource.None), (count.FrameCount, count.Source));
        Assert.Contains("truncated", count.Warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "S", 1, FrameCountSource.Single)]
    [InlineData(null, "Srr", 1, FrameCountSource.Single)]
    [InlineData(null, "SSrS", 3, FrameCountSource.Counted)]
    [InlineData("3", "SSS", 3, FrameCountSource.Declared)]
    [InlineData("2", "SrSr", 2, FrameCountSource.Declared)]
    [InlineData("2", "rrr", 2, FrameCountSource.Declared)] // the starts of frames are unknown
    [InlineData("1", "SSS", 3, FrameCountSource.Counted)]
    [InlineData("5", "SSS", 3, FrameCountSource.Counted)]
    [InlineData("5", "S", 1, FrameCountSource.Counted)]
    [InlineData("0", "rr", 2, FrameCountSource.Counted)]
    public void Compressed_frames_are_counted_by_fragments_and_starts(string? declared, string fragments, int frames, FrameCountSource source)
    {
        DicomFrameCount count = Count(Compressed(declared, [], fragments, JpegStart, DatasetBuilder.JpegBaseline));
        Assert.Equal((frames, source), (count.FrameCount, count.Source));
    }

    [Theory]
    [InlineData(null, 2, 2, "Number of Frames is missing, but the pixel data hold 2 frames. The file ends within the value of (7FE0,0010): 8 bytes are declared, 6 are present.")]
    [InlineData(null, 8, 1, "The file ends within the value of (7FE0,0010)")] // its header only
    [InlineData(null, 14, 1, "The file ends within a sequence")] // in its header
    [InlineData("2", 2, 2, "The file ends within the value of (7FE0,0010)")]
    [InlineData(null, 16, 1, "The file ends before the encapsulated value of (7FE0,0010) does")]
    [InlineData("1", 16, 1, "The file ends before the encapsulated value of (7FE0,0010) does")]
    [InlineData("3", 16, 1, "Number of Frames is '3', but the pixel data hold 1 frame. The file ends before")]
    public void Truncated_fragments_have_a_warning(string? declared, int missing, int frames, string warning)
    {
        const int Delimiter = 8;
        byte[] file = Compressed(declared, [], "SS", JpegStart, DatasetBuilder.JpegBaseline);
        byte[] cut = file[..^(Delimiter + missing)];
        DicomFrameCount count = Count(cut);
        Assert.Equal(frames, count.FrameCount);
        Assert.StartsWith(warning, count.Warning, StringComparison.Ordinal);
        using FrameFile opened = FrameFile.Open(DicomFile.Open(cut), CancellationToken.None);
        Assert.StartsWith(count.Warning!, opened.Warning?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SSS", 3)]
    [InlineData("Srr", 1)]
    public void RLE_frames_begin_with_their_header(string fragments, int frames) =>
        Assert.Equal(frames, Count(Compressed(null, [], fragments, RleStart, Rle)).FrameCount);

    [Fact]
    public void A_basic_offset_table_finds_frames_whose_starts_are_not_recognized()
    {
        byte[] table = [0, 0, 0, 0, 24, 0, 0, 0];
        Assert.Equal(2, Count(Compressed(null, table, "rrrr", JpegStart, DatasetBuilder.JpegBaseline)).FrameCount);
    }

    [Fact]
    public void A_basic_offset_table_that_agrees_is_believed_before_the_fragments()
    {
        byte[] table = [0, 0, 0, 0, 24, 0, 0, 0];
        DicomFrameCount count = Count(Compressed("2", table, "SSSS", JpegStart, DatasetBuilder.JpegBaseline));
        Assert.Equal((2, FrameCountSource.Declared), (count.FrameCount, count.Source));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("4")]
    public void A_basic_offset_table_that_agrees_with_the_fragments_is_believed_where_frames_have_no_start(string declared)
    {
        byte[] table = [0, 0, 0, 0, 12, 0, 0, 0, 24, 0, 0, 0];
        DicomFrameCount count = Count(Compressed(declared, table, "rrr", JpegStart, DatasetBuilder.JpegBaseline));
        Assert.Equal((3, FrameCountSource.Counted), (count.FrameCount, count.Source));
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 1, 0 })]
    public void A_basic_offset_table_that_points_nowhere_is_not_believed(byte[] table) =>
        Assert.Equal(3, Count(Compressed("2", table, "SSS", JpegStart, DatasetBuilder.JpegBaseline)).FrameCount);

    [Fact]
    public void An_extended_offset_table_finds_frames()
    {
        byte[] file = Image("0", 4, 4, 1, 8)
            .With(0x7FE0_0001, "OV", 0, 24)
            .WithFragments(PixelData, [], JpegRest, JpegRest, JpegRest, JpegRest)
            .ToFile(DatasetBuilder.JpegBaseline);
        Assert.Equal(2, Count(file).FrameCount);
    }

    [Fact]
    public void Video_is_one_stream_of_as_many_frames_as_declared()
    {
        DicomFrameCount count = Count(Compressed("250", [], "r", JpegStart, Mpeg4));
        Assert.Equal((250, FrameCountSource.Declared), (count.FrameCount, count.Source));
    }

    [Fact]
    public void Compressed_bytes_without_fragments_are_not_measured_and_are_one_frame()
    {
        byte[] file = Image("2", 4, 4, 1, 8).WithValue(PixelData, "OB", JpegStart).ToFile(DatasetBuilder.JpegBaseline);
        Assert.Equal(1, Count(file).FrameCount);
        Assert.Equal("Number of Frames is '2', but the pixel data hold 1 frame.", Count(file).Warning);
    }

    [Fact]
    public void A_deflated_file_is_counted_too()
    {
        byte[] file = Image("0", 4, 4, 1, 8).WithValue(PixelData, "OW", Filled(48)).ToFile(DatasetBuilder.DeflatedLittleEndian);
        Assert.Equal(3, Count(file).FrameCount);
    }

    [Fact]
    public void The_row_has_the_values_of_the_header()
    {
        byte[] file = Image("3", 4, 5, 1, 16).WithValue(PixelData, "OW", Filled(120)).ToFile();
        DicomFrameCount count = Count(file);
        Assert.Equal((3, 4, 5, 1, 16, 12), (count.NumberOfFrames, count.Rows, count.Columns, count.SamplesPerPixel, count.BitsAllocated, count.BitsStored));
        Assert.Equal(("MONOCHROME2", "US"), (count.PhotometricInterpretation, count.Modality));
        Assert.Equal((DatasetBuilder.ExplicitLittleEndian, "Explicit VR Little Endian"), (count.TransferSyntaxUID, count.TransferSyntax?.Name));
    }

    [Theory]
    [InlineData("US", 0x0008_0060)]
    [InlineData(null, 0x0028_0010)]
    public void A_file_of_which_only_some_tags_were_read_is_read_again(string? modality, uint tag)
    {
        using var file = new TemporaryFile(Compressed("1", [], "SSS", JpegStart, DatasetBuilder.JpegBaseline));
        var options = new DicomReadOptions { Selection = PSDicom.Query.TagQuery.Parse([new DicomTag(tag).ToString()]).Selection };
        DicomFile partial = DicomFile.Open(file.Path, options);
        Assert.Equal(modality, partial.Dataset.GetText(new DicomTag(0x0008_0060)));
        DicomFrameCount count = FrameCounter.Count(partial);
        Assert.Equal((3, "US", file.Path), (count.FrameCount, count.Modality, count.FullName));
    }

    [Fact]
    public void A_broken_file_is_named_in_the_exception()
    {
        using var file = new TemporaryFile([1, 2, 3]);
        var exception = Assert.Throws<DicomException>(() => FrameCounter.Count(file.Path, null, CancellationToken.None));
        Assert.Equal((DicomErrorReason.NotDicom, file.Path), (exception.Reason, exception.Path));
    }

    [Fact]
    public void A_file_cut_anywhere_gives_no_more_frames_than_are_there()
    {
        byte[] whole = Compressed(null, [0, 0, 0, 0, 16, 0, 0, 0, 32, 0, 0, 0], "SSS", JpegStart, DatasetBuilder.JpegBaseline);
        int last = 0;
        for (int length = 1; length <= whole.Length; length++)
        {
            try
            {
                int frames = FrameCounter.Count(DicomFile.Open(whole.AsMemory(0, length))).FrameCount;
                Assert.InRange(frames, last, 3);
                last = frames;
            }
            catch (DicomException exception)
            {
                Assert.Equal(0, last);
                Assert.NotEmpty(exception.Message);
            }
        }

        Assert.Equal(3, last);
    }

    /// <summary>The same answer from a path, from a file read whole and from bytes in memory.</summary>
    private static DicomFrameCount Count(byte[] bytes)
    {
        using var file = new TemporaryFile(bytes);
        DicomFrameCount fromPath = FrameCounter.Count(file.Path, null, CancellationToken.None);
        Assert.Equal(Facts(fromPath), Facts(FrameCounter.Count(DicomFile.Open(file.Path))));
        Assert.Equal(Facts(fromPath), Facts(FrameCounter.Count(DicomFile.Open(bytes))));
        return fromPath;
    }

    private static (int, FrameCountSource, string?) Facts(DicomFrameCount count) => (count.FrameCount, count.Source, count.Warning);

    private static DatasetBuilder Image(
        string? frames, int rows, int columns, int samples, int bits, string photometric = "MONOCHROME2")
    {
        var dataset = new DatasetBuilder().With(0x0008_0060, "CS", "US").With(0x0028_0002, "US", samples).With(0x0028_0004, "CS", photometric);
        if (frames is not null) dataset.With(0x0028_0008, "IS", frames);
        return dataset
            .With(0x0028_0010, "US", rows)
            .With(0x0028_0011, "US", columns)
            .With(0x0028_0100, "US", bits)
            .With(0x0028_0101, "US", Math.Min(bits, 12));
    }

    /// <summary>A file with a fragment for each letter: S is the start of a frame, r the rest of one.</summary>
    private static byte[] Compressed(string? frames, byte[] table, string fragments, byte[] start, string transferSyntax)
    {
        byte[][] items = [table, .. fragments.Select(letter => letter == 'S' ? start : JpegRest)];
        return Image(frames, 4, 4, 1, 8).WithFragments(PixelData, items).ToFile(transferSyntax);
    }

    private static byte[] Filled(int length) => Enumerable.Repeat((byte)7, length).ToArray();
}
