using PSDicom.Core.Tests.Codecs.Jpeg;
using PSDicom.Core.Tests.Codecs.Jpeg2000;
using PSDicom.Core.Tests.Codecs.JpegLs;
using PSDicom.Frames;
using PSDicom.Operations.Export;
using PSDicom.Pixels;
using PSDicom.Rendering;
using PSDicom.Rendering.Overlays;

namespace PSDicom.Core.Tests.Frames;

/// <summary>The bits of the stored values in a codestream (PS3.5 section 8.1.1).</summary>
public class StreamedBitsTests
{
    private const string JpegLossless = "1.2.840.10008.1.2.4.70";
    private const string JpegLsLossless = "1.2.840.10008.1.2.4.80";
    private const string JpegLsNear = "1.2.840.10008.1.2.4.81";
    private const string Jpeg2000Lossless = "1.2.840.10008.1.2.4.90";
    private const string Jpeg2000Lossy = "1.2.840.10008.1.2.4.91";
    private const int Columns = 8;

    /// <summary>Values of 12 bits, with other bits above them in the cells.</summary>
    private static readonly int[] Values = [-2048, -1, 0, 1, 2047, -5, 77, -1000];

    public static TheoryData<string, Func<int[], int, byte[]>> Codecs => new()
    {
        { JpegLossless, Jpeg },
        { JpegLsLossless, (cells, bits) => JpegLs(cells, bits) },
        { Jpeg2000Lossless, (cells, bits) => Jpeg2000(cells, bits) },
    };

    [Theory]
    [MemberData(nameof(Codecs))]
    public void Signs_that_fill_the_cell_are_the_values(string syntax, Func<int[], int, byte[]> encode)
    {
        DicomFrame frame = Read(Describe(12, isSigned: true), encode(Cells(value => value & 0xFFFF), 16), syntax);
        Assert.Equal(Values.Select(value => (short)value), (short[])frame.GetPixels());
        Assert.Equal((16, 12), (frame.BitsAllocated, frame.BitsStored));
        Assert.Empty(frame.Warnings);
    }

    [Theory]
    [MemberData(nameof(Codecs))]
    public void Signs_within_the_stored_bits_are_the_values(string syntax, Func<int[], int, byte[]> encode)
    {
        // Of the cell only, and of the codestream: 12 bits either way.
        Assert.Equal(Values.Select(value => (short)value), (short[])Read(Describe(12, isSigned: true), encode(Cells(value => value & 0xFFF), 16), syntax).GetPixels());
        Assert.Equal(Values.Select(value => (short)value), (short[])Read(Describe(12, isSigned: true), encode(Cells(value => value & 0xFFF), 12), syntax).GetPixels());
    }

    [Theory]
    [MemberData(nameof(Codecs))]
    public void Bits_above_are_left_out_and_are_an_overlay(string syntax, Func<int[], int, byte[]> encode)
    {
        DatasetBuilder dataset = Describe(12, isSigned: false);
        byte[] frame = encode(Cells((value, i) => (value & 0xFFF) | (i % 2 << 15)), 16);
        DicomFrame decoded = Read(dataset, frame, syntax);
        Assert.Equal(Values.Select(value => (ushort)(value & 0xFFF)), (ushort[])decoded.GetPixels());
        Assert.Empty(decoded.Warnings);

        Picture picture = Draw(dataset, frame, syntax, bit: 15);
        Assert.Equal(Enumerable.Repeat((byte)255, 4), ((byte[])picture.Pixels).Where((_, i) => i % 2 == 1));
        Assert.Empty(picture.Warnings);
    }

    [Theory]
    [MemberData(nameof(Codecs))]
    public void An_overlay_that_the_codestream_has_no_bits_for_is_lost(string syntax, Func<int[], int, byte[]> encode)
    {
        Picture picture = Draw(Describe(12, isSigned: true), encode(Cells(value => value & 0xFFF), 12), syntax, bit: 15);
        Assert.Contains("overlay", Assert.Single(picture.Warnings).Message, StringComparison.Ordinal);
        Assert.NotEqual(255, ((byte[])picture.Pixels)[0]);
    }

    [Theory]
    [MemberData(nameof(Codecs))]
    public void Values_in_the_upper_bits_of_the_cell_are_moved_down(string syntax, Func<int[], int, byte[]> encode)
    {
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, Columns, 16, 12, isSigned: true, highBit: 15);
        Assert.Equal(Values.Select(value => (short)value), (short[])Read(dataset, encode(Cells(value => ((value << 4) & 0xFFFF) | 7), 16), syntax).GetPixels());

        // A codestream of just the stored bits has them where it must.
        Assert.Equal(Values.Select(value => (short)value), (short[])Read(dataset, encode(Cells(value => value & 0xFFF), 12), syntax).GetPixels());
    }

    [Theory]
    [MemberData(nameof(Codecs))]
    public void Seven_of_eight_bits_are_signed_too(string syntax, Func<int[], int, byte[]> encode)
    {
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, Columns, 8, 7, isSigned: true);
        Assert.Equal(Values.Select(value => (sbyte)((sbyte)(value << 1) >> 1)), (sbyte[])Read(dataset, encode(Cells(value => value & 0x7F), 8), syntax).GetPixels());
    }

    [Fact]
    public void Signed_codestreams_are_cut_alike() => Assert.Equal(
        Values.Select(value => (short)value),
        (short[])Read(Describe(12, isSigned: true), Jpeg2000(Values, 16, isSigned: true), Jpeg2000Lossless).GetPixels());

    [Fact]
    public void Overshoot_of_lossy_compression_is_kept_with_a_warning()
    {
        int[] cells = [4100, 4095, 0, 4097, 1, 2, 3, 4];
        DicomFrame near = Read(Describe(12, isSigned: false), JpegLs(cells, 16, near: 2), JpegLsNear);
        Assert.InRange(near[0, 0], 4098, 4102);
        Assert.Contains("12 bits, the compressed image has 16", Assert.Single(near.Warnings).Message, StringComparison.Ordinal);

        // A reversible codestream may be truncated to any quality: the data set then declares lossy compression.
        DicomFrame cut = Read(Describe(12, isSigned: false).With(0x0028_2110, "CS", "01"), Jpeg2000(cells, 16), Jpeg2000Lossy);
        Assert.Equal(4100, cut[0, 0]);
        Assert.Single(cut.Warnings);
        Assert.Equal(4, Read(Describe(12, isSigned: false), Jpeg2000(cells, 16), Jpeg2000Lossy)[0, 0]);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(16)]
    public void Fewer_bits_than_are_stored_leave_greys_as_they_are(int stored)
    {
        DicomFrame frame = Read(Describe(stored, isSigned: false), Jpeg([0, 1, 200, 255, 5, 6, 7, 8], 8), JpegLossless);
        Assert.Equal((255, stored), (frame[0, 3], frame.BitsStored));
        Assert.Empty(frame.Warnings);
    }

    private static int[] Cells(Func<int, int> cell) => Cells((value, _) => cell(value));

    private static int[] Cells(Func<int, int, int> cell) => [.. Values.Select(cell)];

    private static DatasetBuilder Describe(int stored, bool isSigned) => new DatasetBuilder().Describe(1, Columns, 16, stored, isSigned: isSigned);

    private static DicomFrame Read(DatasetBuilder dataset, byte[] frame, string syntax) =>
        Assert.Single(FrameReader.Read(DicomFile.Open(File(dataset, frame, syntax)), null, null, CancellationToken.None));

    private static byte[] File(DatasetBuilder dataset, byte[] frame, string syntax) =>
        new DatasetBuilder().WithBytes(dataset.ToBytes()).WithFragments(FrameImage.PixelData, [], frame.Length % 2 == 0 ? frame : [.. frame, 0]).ToFile(syntax);

    private static Picture Draw(DatasetBuilder dataset, byte[] frame, string syntax, int bit)
    {
        DatasetBuilder withOverlay = new DatasetBuilder().WithBytes(dataset.ToBytes())
            .With(0x6000_0010, "US", 1).With(0x6000_0011, "US", Columns).With(0x6000_0050, "SS", 1, 1).With(0x6000_0100, "US", 16).With(0x6000_0102, "US", bit);
        using var file = FrameFile.Open(DicomFile.Open(File(withOverlay, frame, syntax)), OverlayPlanes.Tags, null, CancellationToken.None);
        return new RenderedPictures(file, new RenderOptions { Overlay = true }).Read(1, PSDicom.Threading.FrameThreads.One);
    }

    private static byte[] Jpeg(int[] cells, int bits) => new ReferenceLosslessEncoder { Rows = 1, Columns = Columns, Precision = bits }.Encode(cells);

    private static byte[] JpegLs(int[] cells, int bits, int near = 0)
    {
        var plane = new int[1, Columns];
        for (int i = 0; i < Columns; i++) plane[0, i] = cells[i];
        return JpegLsStream.Image([plane], bits, near);
    }

    private static byte[] Jpeg2000(int[] cells, int bits, bool isSigned = false) =>
        new ReferenceJpeg2000Encoder(new StreamOptions { Levels = 1 }, Columns, 1, [new PictureComponent(bits, isSigned)]).Encode((_, x, _) => cells[x]);
}
