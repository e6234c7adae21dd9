using System.Buffers.Binary;
using PSDicom.Frames;

namespace PSDicom.Core.Tests.Frames;

/// <summary>The fragments of frames, and the kinds of frames in them.</summary>
public class EncapsulatedFrameTests
{
    private const string Mpeg4 = "1.2.840.10008.1.2.4.102";
    private const string JpegXL = "1.2.840.10008.1.2.4.110";

    private static readonly byte[] First = FrameImage.EncodeRle(1, 2, 3, 4);
    private static readonly byte[] Second = FrameImage.EncodeRle(5, 6, 7, 8);
    private static readonly byte[][] Expected = [[1, 2, 3, 4], [5, 6, 7, 8]];

    [Fact]
    public void A_fragment_is_a_frame() => Assert.Equal(Expected, Read(Rle(2, [], First, Second)));

    [Fact]
    public void Fragments_without_a_table_are_assigned_by_the_starts_of_images() =>
        Assert.Equal(Expected, Read(Rle(2, [], First[..20], First[20..], Second[..40], Second[40..])));

    [Fact]
    public void A_basic_offset_table_assigns_fragments_to_frames() =>
        Assert.Equal(Expected, Read(Uncompressed(2, Table(0, 20), [1, 2], [3, 4], [5, 6], [7, 8])));

    [Fact]
    public void An_extended_offset_table_assigns_fragments_to_frames()
    {
        byte[] file = new DatasetBuilder().Describe(2, 2, 8, frames: 2)
            .With(0x7FE0_0001, "OV", 0, 20)
            .WithFragments(FrameImage.PixelData, [], [1, 2], [3, 4], [5, 6], [7, 8])
            .ToFile(FrameImage.EncapsulatedUncompressed);
        Assert.Equal(Expected, Read(file));
    }

    [Theory]
    [InlineData(0, 10)] // not where an item begins
    [InlineData(0, 28)] // in the first frame's second fragment
    [InlineData(4, 84)] // the first frame does not begin with the first fragment
    [InlineData(0, 4000000)] // beyond the end
    public void A_table_that_the_fragments_contradict_is_left_aside(int first, int second) =>
        Assert.Equal(Expected, Read(Rle(2, Table(first, second), First[..20], First[20..], Second)));

    [Fact]
    public void One_frame_has_all_fragments() =>
        Assert.Equal([[1, 2, 3, 4]], Read(Uncompressed(1, [], [1], [2, 3], [4])));

    [Fact]
    public void Fragments_that_cannot_be_assigned_to_frames_are_an_error()
    {
        var exception = Assert.Throws<DicomException>(() => Read(Uncompressed(2, [], [1, 2], [3, 4], [5, 6])));
        Assert.Equal(DicomErrorReason.FramesNotSeparable, exception.Reason);
        Assert.True(FrameFile.IsOfAllFrames(exception));
        Assert.Contains("3 fragments", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fragment_of_several_frames_is_an_error()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xD9];
        byte[] file = new DatasetBuilder().Describe(2, 2, 8, frames: 2).WithFragments(FrameImage.PixelData, [], [.. jpeg, 0, .. jpeg, 0]).ToFile(DatasetBuilder.JpegBaseline);
        var exception = Assert.Throws<DicomException>(() => Read(file));
        Assert.Equal(DicomErrorReason.InvalidPixelData, exception.Reason);
        Assert.Contains("several frames", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_fragments_of_a_frame_are_read()
    {
        // The second frame is not RLE.
        byte[] file = Rle(2, Table(0, 8 + (uint)First.Length), First, [9, 9, 9, 9]);
        Assert.Equal(new byte[] { 1, 2, 3, 4 }, FrameReader.Read(DicomFile.Open(file), [1], null, CancellationToken.None).Single().GetPixels());
    }

    [Fact]
    public void Deflated_frames_are_inflated()
    {
        byte[] file = new DatasetBuilder().Describe(2, 2, 8, frames: 2)
            .WithFragments(FrameImage.PixelData, [], Even(DatasetBuilder.Deflate(Expected[0])), Even(DatasetBuilder.Deflate(Expected[1])))
            .ToFile(FrameImage.DeflatedFrames);
        Assert.Equal(Expected, Read(file));
    }

    /// <summary>Other compressed frames of just that length are native ones with a wrong transfer syntax.</summary>
    [Fact]
    public void A_deflated_frame_as_long_as_its_pixels_is_inflated()
    {
        byte[] pixels = [.. Enumerable.Repeat((byte)7, 64)], frame = DatasetBuilder.Deflate(pixels);
        byte[] file = new DatasetBuilder().Describe(1, pixels.Length, 8)
            .WithFragments(FrameImage.PixelData, [], [.. frame, .. new byte[pixels.Length - frame.Length]]).ToFile(FrameImage.DeflatedFrames);
        Assert.Equal([pixels], Read(file));
    }

    [Fact]
    public void A_damaged_deflated_frame_has_its_readable_part()
    {
        byte[] file = new DatasetBuilder().Describe(2, 2, 8).WithFragments(FrameImage.PixelData, [], [0xFF, 0xFF]).ToFile(FrameImage.DeflatedFrames);
        DicomFrame frame = FrameReader.Read(DicomFile.Open(file), null, null, CancellationToken.None).Single();
        Assert.Equal(new byte[4], frame.GetPixels());
        Assert.Contains("0 of 4 bytes", Assert.Single(frame.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_were_never_compressed_are_taken_as_they_are()
    {
        byte[] file = new DatasetBuilder().Describe(2, 2, 8).WithFragments(FrameImage.PixelData, [], [1, 2, 3, 4]).ToFile(DatasetBuilder.JpegBaseline);
        Assert.Equal([[1, 2, 3, 4]], Read(file));
        byte[] withoutFragments = new DatasetBuilder().Describe(2, 2, 8).WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4).ToFile(DatasetBuilder.JpegBaseline);
        Assert.Equal([[1, 2, 3, 4]], Read(withoutFragments));
    }

    [Fact]
    public void A_compressed_image_counts_for_more_than_the_transfer_syntax()
    {
        Assert.Equal(Expected, Read(Image(2, [], First, Second).ToFile(DatasetBuilder.JpegBaseline)));
        byte[] withoutFragments = new DatasetBuilder().Describe(2, 2, 8).WithValue(FrameImage.PixelData, "OB", First).ToFile(FrameImage.Rle);
        Assert.Equal([[1, 2, 3, 4]], Read(withoutFragments));
    }

    [Theory]
    [InlineData(Mpeg4, "video")]
    [InlineData(JpegXL, "JPEG XL")]
    [InlineData("1.2.3.4.5", "1.2.3.4.5")]
    public void Transfer_syntaxes_that_are_not_decoded_are_named(string transferSyntax, string name)
    {
        var exception = Assert.Throws<DicomException>(() => Read(Image(2, [], [1, 2], [3, 4]).ToFile(transferSyntax)));
        Assert.Equal(DicomErrorReason.UnsupportedTransferSyntax, exception.Reason);
        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Single_bits_in_RLE_are_packed()
    {
        byte[] file = new DatasetBuilder().Describe(1, 10, 1).WithFragments(FrameImage.PixelData, [], FrameImage.EncodeRle(0b1000_0001, 0b10)).ToFile(FrameImage.Rle);
        Assert.Equal([[1, 0, 0, 0, 0, 0, 0, 1, 0, 1]], Read(file));
    }

    [Fact]
    public void Cells_of_odd_widths_in_RLE_are_an_error()
    {
        byte[] file = new DatasetBuilder().Describe(1, 1, 24).WithFragments(FrameImage.PixelData, [], FrameImage.EncodeRle(1, 2, 3)).ToFile(FrameImage.Rle);
        Assert.Equal(DicomErrorReason.InvalidPixelData, Assert.Throws<DicomException>(() => Read(file)).Reason);
    }

    [Fact]
    public void Single_bits_in_RLE_may_take_a_byte_each()
    {
        byte[] bits = [1, 0, 0, 0, 0, 0, 0, 1, 0, 1];
        foreach (byte one in (byte[])[1, 255])
        {
            byte[] segment = [.. bits.Select(bit => (byte)(bit * one))];
            byte[] file = new DatasetBuilder().Describe(1, 10, 1).WithFragments(FrameImage.PixelData, [], FrameImage.EncodeRle(segment)).ToFile(FrameImage.Rle);
            DicomFrame frame = Assert.Single(FrameReader.Read(DicomFile.Open(file), null, null, CancellationToken.None));
            Assert.Equal(bits, frame.GetPixels());
            Assert.Contains("takes a byte", Assert.Single(frame.Warnings).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_RLE_segment_that_holds_another_plane_has_a_warning()
    {
        byte[] file = new DatasetBuilder().Describe(4, 16, 8).WithFragments(FrameImage.PixelData, [], FrameImage.EncodeRle(new byte[128])).ToFile(FrameImage.Rle);
        DicomFrame frame = Assert.Single(FrameReader.Read(DicomFile.Open(file), null, null, CancellationToken.None));
        Assert.Contains("more than 64 bytes", Assert.Single(frame.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 1)] // as many items as frames
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    public void An_empty_frame_keeps_its_number(bool hasTable, int empty)
    {
        byte[][] items = [.. Enumerable.Range(0, 3).Select(i => i == empty ? Array.Empty<byte>() : FrameImage.EncodeRle((byte)i, 2, 3, 4))];
        AssertOnlyFails(Rle(3, [hasTable ? TableOf(items, 1) : [], .. items]), empty + 1, "empty");
    }

    [Fact]
    public void An_empty_frame_may_have_no_item_at_all()
    {
        byte[][] items = [FrameImage.EncodeRle(0, 2, 3, 4), FrameImage.EncodeRle(2, 2, 3, 4)];
        AssertOnlyFails(Rle(3, Table(0, 8 + items[0].Length, 8 + items[0].Length), items[0], items[1]), 2, "empty");
    }

    [Fact]
    public void An_empty_frame_among_those_of_two_fragments_keeps_its_number()
    {
        byte[] third = FrameImage.EncodeRle(2, 2, 3, 4), first = FrameImage.EncodeRle(0, 2, 3, 4);
        byte[][] items = [first[..20], first[20..], [], [], third[..20], third[20..]];
        AssertOnlyFails(Rle(3, [TableOf(items, 2), .. items]), 2, "empty");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_damaged_frame_in_two_fragments_harms_no_other(int damaged)
    {
        byte[][] frames = [.. Enumerable.Range(0, 3).Select(i => FrameImage.EncodeRle((byte)i, 2, 3, 4))];
        (frames[damaged][0], frames[damaged][4]) = (7, 0x99);
        byte[][] items = [.. frames.SelectMany(frame => new[] { frame[..40], frame[40..] })];
        AssertOnlyFails(Rle(3, [TableOf(items, 2), .. items]), damaged + 1, "RLE header");
    }

    [Fact]
    public void Empty_items_behind_the_last_frame_are_none() =>
        Assert.Equal(Expected, Read(Rle(2, [], First, Second, [], [])));

    [Fact]
    public void Without_a_number_empty_items_are_no_frames()
    {
        byte[] file = new DatasetBuilder().Describe(2, 2, 8).WithFragments(FrameImage.PixelData, [], First, [], Second).ToFile(FrameImage.Rle);
        Assert.Equal(Expected, Read(file));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_first_item_that_begins_as_an_image_is_no_offset_table(int frames)
    {
        byte[] file = Rle(frames, [.. new[] { First, Second }.Take(frames)]);
        Assert.Equal(Expected.Take(frames), Read(file));
        using var opened = FrameFile.Open(DicomFile.Open(file), CancellationToken.None);
        Assert.Contains("offset table", opened.Warning!.Message, StringComparison.Ordinal);
    }

    private static void AssertOnlyFails(byte[] file, int wrong, string message)
    {
        using var opened = FrameFile.Open(DicomFile.Open(file), CancellationToken.None);
        Assert.Equal(3, opened.Count);
        for (int frame = 1; frame <= 3; frame++)
        {
            if (frame == wrong) Assert.Contains(message, Assert.Throws<DicomException>(() => opened.Read(frame, null)).Message, StringComparison.Ordinal);
            else Assert.Equal(new byte[] { (byte)(frame - 1), 2, 3, 4 }, opened.Read(frame, null).GetPixels());
        }
    }

    /// <summary>The table of frames of so many items each.</summary>
    private static byte[] TableOf(byte[][] items, int itemsOfFrame)
    {
        var offsets = new List<double>();
        double offset = 0;
        for (int i = 0; i < items.Length; offset += 8 + items[i++].Length)
        {
            if (i % itemsOfFrame == 0) offsets.Add(offset);
        }

        return Table([.. offsets]);
    }

    private static byte[][] Read(byte[] file) =>
        [.. FrameReader.Read(DicomFile.Open(file), null, null, CancellationToken.None).Select(frame => (byte[])frame.GetPixels())];

    private static byte[] Rle(int frames, params byte[][] items) => Image(frames, items).ToFile(FrameImage.Rle);

    private static byte[] Uncompressed(int frames, params byte[][] items) => Image(frames, items).ToFile(FrameImage.EncapsulatedUncompressed);

    private static DatasetBuilder Image(int frames, params byte[][] items) =>
        new DatasetBuilder().Describe(2, 2, 8, frames: frames).WithFragments(FrameImage.PixelData, items);

    private static byte[] Table(params double[] offsets)
    {
        var table = new byte[4 * offsets.Length];
        for (int i = 0; i < offsets.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(4 * i), (uint)offsets[i]);
        return table;
    }

    private static byte[] Even(byte[] bytes) => bytes.Length % 2 == 0 ? bytes : [.. bytes, 0];
}
