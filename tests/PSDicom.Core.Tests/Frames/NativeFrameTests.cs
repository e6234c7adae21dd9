using System.Buffers.Binary;
using PSDicom.Frames;

namespace PSDicom.Core.Tests.Frames;

public class NativeFrameTests
{
    private const string GEPrivate = "1.2.840.113619.5.2";

    [Fact]
    public void Bytes_are_samples()
    {
        DicomFrame[] frames = Read(new DatasetBuilder().Describe(2, 3, 8, frames: 2).WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
        Assert.Equal(new byte[] { 7, 8, 9, 10, 11, 12 }, frames[1].GetPixels());
        Assert.Equal((2, 2, 3, 1, "MONOCHROME2", "Byte"), (frames[1].Frame, frames[1].Rows, frames[1].Columns, frames[1].SamplesPerPixel, frames[1].PhotometricInterpretation, frames[1].SampleType));
        Assert.Equal((7, 12, 9.5), (frames[1].Minimum, frames[1].Maximum, frames[1].Mean));
        Assert.Equal(Math.Sqrt(35 / 12.0), frames[1].StandardDeviation, 12);
        Assert.Equal((9, 11), (frames[1][0, 2], frames[1][1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => frames[1][2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => frames[1][0, 3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => frames[1][0, 0, 1]);
    }

    [Theory]
    [InlineData(8, false, new byte[] { 0xFF, 1 }, new double[] { 255, 1 }, "Byte")]
    [InlineData(8, true, new byte[] { 0xFF, 1 }, new double[] { -1, 1 }, "SByte")]
    [InlineData(16, false, new byte[] { 0xFE, 0xFF, 1, 0 }, new double[] { 65534, 1 }, "UInt16")]
    [InlineData(16, true, new byte[] { 0xFE, 0xFF, 1, 0 }, new double[] { -2, 1 }, "Int16")]
    [InlineData(32, false, new byte[] { 0xFE, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0 }, new double[] { 4294967294, 1 }, "UInt32")]
    [InlineData(32, true, new byte[] { 0xFE, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0 }, new double[] { -2, 1 }, "Int32")]
    [InlineData(64, true, new byte[] { 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0, 0, 0, 0, 0 }, new double[] { -2, 1 }, "Int64")]
    [InlineData(1, false, new byte[] { 0b10, 0 }, new double[] { 0, 1 }, "Byte")]
    [InlineData(12, false, new byte[] { 0x34, 0x52, 0x06, 0 }, new double[] { 0x234, 0x65 }, "UInt16")]
    [InlineData(24, false, new byte[] { 1, 2, 3, 4, 5, 6 }, new double[] { 0x030201, 0x060504 }, "UInt32")]
    public void Cells_of_every_width_are_numbers(int allocated, bool isSigned, byte[] bytes, double[] expected, string type)
    {
        DicomFrame frame = Assert.Single(Read(new DatasetBuilder().Describe(1, 2, allocated, isSigned: isSigned).WithValue(FrameImage.PixelData, "OW", bytes)));
        Assert.Equal(expected, Numbers(frame));
        Assert.Equal(type, frame.SampleType);
    }

    [Fact]
    public void Twelve_bits_in_words_are_not_packed()
    {
        byte[] file = new DatasetBuilder().Describe(1, 4, 12).WithValue(FrameImage.PixelData, "OW", 1, 2, 3, 4, 5, 6, 7, 8).ToFile();
        Assert.Equal([0x201, 0x403, 0x605, 0x807], Numbers(Assert.Single(Read(file))));
    }

    [Fact]
    public void Frames_of_single_bits_follow_each_other_within_a_byte()
    {
        DicomFrame[] frames = Read(new DatasetBuilder().Describe(1, 3, 1, frames: 3).WithValue(FrameImage.PixelData, "OB", 0b01_101_110, 0b0000000_1));
        Assert.Equal([[0, 1, 1], [1, 0, 1], [1, 0, 1]], frames.Select(Numbers));
    }

    [Fact]
    public void Float_and_double_float_pixel_data_are_real_numbers()
    {
        DicomFrame single = Read(new DatasetBuilder().Describe(1, 2, 32).With(0x7FE0_0008, "OF", 1.5, double.NaN)).Single();
        Assert.Equal((1.5, 1.5, 1.5, 0), (single.Minimum, single.Maximum, single.Mean, single.StandardDeviation));
        Assert.Equal(new[] { 1.5f, float.NaN }, single.GetPixels());
        Assert.Equal(new[] { 1e300, -2 }, Read(new DatasetBuilder().Describe(1, 2, 64).With(0x7FE0_0009, "OD", 1e300, -2)).Single().GetPixels());
    }

    [Theory]
    [InlineData(false, new double[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(true, new double[] { 1, 3, 5, 2, 4, 6 })]
    public void Color_is_by_pixel_however_it_is_stored(bool isPlanar, double[] expected)
    {
        DicomFrame bytes = Read(new DatasetBuilder()
            .Describe(1, 2, 8, samples: 3, photometric: "RGB", isPlanar: isPlanar)
            .WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4, 5, 6)).Single();
        DicomFrame words = Read(new DatasetBuilder()
            .Describe(1, 2, 16, samples: 3, photometric: "RGB", isPlanar: isPlanar)
            .WithValue(FrameImage.PixelData, "OW", 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0)).Single();
        Assert.Equal(expected, Numbers(bytes));
        Assert.Equal(expected, Numbers(words));
        Assert.Equal(expected[5], bytes[0, 1, 2]);
    }

    [Fact]
    public void Subsampled_color_is_brought_to_full_resolution()
    {
        DicomFrame frame = Read(new DatasetBuilder()
            .Describe(1, 4, 8, samples: 3, photometric: "YBR_FULL_422")
            .WithValue(FrameImage.PixelData, "OB", 10, 11, 100, 101, 12, 13, 102, 103)).Single();
        Assert.Equal([10, 100, 101, 11, 100, 101, 12, 102, 103, 13, 102, 103], Numbers(frame));
        Assert.Equal("YBR_FULL", frame.PhotometricInterpretation);
    }

    [Fact]
    public void Big_endian_words_are_turned()
    {
        byte[] words = DatasetBuilder.BigEndian().Describe(1, 2, 16).WithValue(FrameImage.PixelData, "OW", 1, 2, 3, 4).ToFile();
        Assert.Equal([0x102, 0x304], Numbers(Read(words).Single()));
        byte[] wide = DatasetBuilder.BigEndian().Describe(1, 1, 32).WithValue(FrameImage.PixelData, "OW", 1, 2, 3, 4).ToFile();
        Assert.Equal([0x1020304], Numbers(Read(wide).Single()));
        byte[] bits = DatasetBuilder.BigEndian().Describe(1, 16, 1).WithValue(FrameImage.PixelData, "OW", 0b1000_0000, 1).ToFile();
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], Numbers(Read(bits).Single()));
    }

    [Fact]
    public void Big_endian_bytes_are_turned_in_words_only()
    {
        // The second frame begins in the middle of a word.
        byte[] inWords = DatasetBuilder.BigEndian().Describe(1, 3, 8, frames: 2).WithValue(FrameImage.PixelData, "OW", 2, 1, 4, 3, 6, 5).ToFile();
        Assert.Equal([[1, 2, 3], [4, 5, 6]], Read(inWords).Select(Numbers));
        byte[] asBytes = DatasetBuilder.BigEndian().Describe(1, 3, 8, frames: 2).WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4, 5, 6).ToFile();
        Assert.Equal([[1, 2, 3], [4, 5, 6]], Read(asBytes).Select(Numbers));
    }

    [Fact]
    public void Pixels_of_GE_private_syntax_are_big_endian_where_all_else_is_not()
    {
        byte[] file = DatasetBuilder.Implicit().Describe(1, 2, 16).WithValue(FrameImage.PixelData, "OW", 1, 2, 3, 4).ToFile(GEPrivate);
        Assert.Equal([0x102, 0x304], Numbers(Read(file).Single()));
    }

    [Theory]
    [InlineData(12, 11, false, 0xF234, 0x234)]
    [InlineData(12, 11, true, 0x0801, -2047)]
    [InlineData(12, 15, false, 0x2345, 0x234)]
    [InlineData(12, 15, true, 0xFFF5, -1)]
    public void Bits_beyond_those_stored_do_not_count(int stored, int highBit, bool isSigned, int cell, double expected)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)cell);
        DicomFrame frame = Read(new DatasetBuilder().Describe(1, 1, 16, stored, isSigned: isSigned, highBit: highBit).WithValue(FrameImage.PixelData, "OW", bytes)).Single();
        Assert.Equal([expected], Numbers(frame));
    }

    [Fact]
    public void Missing_bytes_are_zero_with_a_warning()
    {
        DicomFrame[] frames = Read(new DatasetBuilder().Describe(2, 2, 8, frames: 2).WithHeader(FrameImage.PixelData, "OB", 8).WithBytes(1, 2, 3, 4, 5, 6));
        Assert.Contains("truncated", Assert.Single(frames[0].Warnings).Message, StringComparison.Ordinal);
        Assert.Equal([5, 6, 0, 0], Numbers(frames[1]));
        Assert.Contains("The last 2 bytes of frame 2 are missing", Assert.Single(frames[1].Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_is_not_taken_for_a_frame_of_which_hardly_anything_is_there()
    {
        byte[] file = new DatasetBuilder().Describe(60000, 30000, 8).WithHeader(FrameImage.PixelData, "OB", 1_800_000_000).WithBytes(1, 2, 3).ToFile();
        Assert.Equal(DicomErrorReason.FrameTooLarge, Assert.Throws<DicomException>(() => Read(file)).Reason);
        byte[] tooLarge = new DatasetBuilder().Describe(65535, 65535, 16).WithValue(FrameImage.PixelData, "OW", 1, 2).ToFile();
        Assert.Equal(DicomErrorReason.ValueTooLarge, Assert.Throws<DicomException>(() => Read(tooLarge)).Reason);
    }

    [Fact]
    public void A_wrong_number_of_frames_is_a_warning_of_the_first()
    {
        DicomFrame[] frames = Read(new DatasetBuilder().Describe(1, 2, 8, frames: 5).WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4));
        Assert.Equal([[1, 2], [3, 4]], frames.Select(Numbers));
        Assert.StartsWith("Number of Frames is '5', but the pixel data hold 2 frames.", Assert.Single(frames[0].Warnings).Message, StringComparison.Ordinal);
        Assert.Empty(frames[1].Warnings);
    }

    [Fact]
    public void What_cannot_be_read_says_why()
    {
        Assert.Equal(DicomErrorReason.NoPixelData, ReasonOf(new DatasetBuilder().With(0x0010_0010, "PN", "Doe")));
        Assert.Equal(DicomErrorReason.InvalidPixelData, ReasonOf(new DatasetBuilder().WithValue(FrameImage.PixelData, "OW", 1, 2)));
        Assert.Equal(DicomErrorReason.InvalidPixelData, ReasonOf(new DatasetBuilder().Describe(1, 1, 200).WithValue(FrameImage.PixelData, "OW", new byte[26])));
    }

    [Fact]
    public void Frames_are_given_as_asked_for()
    {
        byte[] file = new DatasetBuilder().Describe(1, 2, 8, frames: 3).WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4, 5, 6).ToFile();
        Assert.Equal([[5, 6], [1, 2]], Read(file, [3, 1]).Select(Numbers));
        var exception = Assert.Throws<DicomException>(() => Read(file, [4]));
        Assert.Equal((DicomErrorReason.FrameNotFound, "There is no frame 4: the file has 3 frames."), (exception.Reason, exception.Message));
        Assert.Equal(DicomErrorReason.FrameNotFound, Assert.Throws<DicomException>(() => Read(file, [0])).Reason);
    }

    [Fact]
    public void A_file_and_its_bytes_give_the_same()
    {
        byte[] bytes = new DatasetBuilder().Describe(1, 2, 8, frames: 2).WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4).ToFile();
        using var file = new TemporaryFile(bytes);
        foreach (IEnumerable<DicomFrame> frames in (IEnumerable<DicomFrame>[])
            [FrameReader.Read(file.Path, null, null, CancellationToken.None), FrameReader.Read(DicomFile.Open(file.Path), null, null, CancellationToken.None)])
        {
            Assert.Equal([[1, 2], [3, 4]], frames.Select(Numbers));
            Assert.All(frames, frame => Assert.Equal(file.Path, frame.FullName));
        }

        using var broken = new TemporaryFile([1, 2, 3]);
        Assert.Equal(broken.Path, Assert.Throws<DicomException>(() => FrameReader.Read(broken.Path, null, null, CancellationToken.None).First()).Path);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => FrameReader.Read(file.Path, null, null, cancelled.Token).First());
    }

    [Fact]
    public void A_hash_is_of_little_endian_stored_values_and_a_byte_for_a_bit()
    {
        using var file = new TemporaryFile(DatasetBuilder.BigEndian().Describe(1, 2, 16, 12).WithValue(FrameImage.PixelData, "OW", 0xF0, 1, 2, 3).ToFile());
        DicomFrameHash hash = Hash(file.Path, 1);
        Assert.Equal(Sha256(1, 0, 3, 2), hash.Sha256);
        Assert.Equal((1, 4, 1, 0x203), (hash.Frame, hash.Length, hash.Minimum, hash.Maximum));
        using var bits = new TemporaryFile(new DatasetBuilder().Describe(1, 3, 1, frames: 2).WithValue(FrameImage.PixelData, "OB", 0b110_101, 0).ToFile());
        Assert.Equal([Sha256(1, 0, 1), Sha256(0, 1, 1)], ((int[])[1, 2]).Select(frame => Hash(bits.Path, frame).Sha256));
    }

    [Theory]
    [InlineData(0, 11, new byte[] { 0xFF, 0x0F, 0x00, 0x08, 0xFF, 0x07 })]
    [InlineData(1, 11, new byte[] { 0xFF, 0xFF, 0x00, 0xF8, 0xFF, 0x07 })]
    [InlineData(0, 15, new byte[] { 0xFF, 0x07, 0x80, 0x05, 0x7F, 0x09 })]
    public void Bits_beyond_those_stored_do_not_count_in_a_hash(int isSigned, int highBit, byte[] values)
    {
        DatasetBuilder dataset = new DatasetBuilder()
            .With(0x0028_0002, "US", 1).With(0x0028_0004, "CS", "MONOCHROME2").With(0x0028_0010, "US", 1).With(0x0028_0011, "US", 3)
            .With(0x0028_0100, "US", 16).With(0x0028_0101, "US", 12).With(0x0028_0102, "US", highBit).With(0x0028_0103, "US", isSigned)
            .WithValue(FrameImage.PixelData, "OW", 0xFF, 0x7F, 0x00, 0x58, 0xFF, 0x97);
        using var file = new TemporaryFile(dataset.ToFile());
        Assert.Equal(Sha256(values), Hash(file.Path, 1).Sha256);
    }

    private static DicomFrameHash Hash(string path, int frame)
    {
        using FrameFile file = FrameFile.Open(path, CancellationToken.None);
        return FrameHasher.Hash(file, frame, asRgb: false);
    }

    [Theory]
    [InlineData(8, 3, new byte[] { 1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0 })] // frames of 3 bytes, each made even
    [InlineData(1, 3, new byte[] { 1, 2, 4, 0 }, 3)] // frames of 3 bits, each made a byte
    [InlineData(1, 3, new byte[] { 1, 0, 2, 0, 4, 0 })] // and each made two bytes
    public void Padded_frames_are_read_with_a_warning(int allocated, int columns, byte[] bytes, int length = 0)
    {
        byte[] file = new DatasetBuilder().Describe(1, columns, allocated, frames: 3)
            .WithHeader(FrameImage.PixelData, "OB", (uint)(length == 0 ? bytes.Length : length)).WithBytes(length == 0 ? bytes : bytes[..length]).ToFile();
        DicomFrame[] frames = Read(file);
        double[][] expected = allocated == 8 ? [[1, 2, 3], [4, 5, 6], [7, 8, 9]] : [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
        Assert.Equal(expected, frames.Select(Numbers));
        Assert.Contains("padded", Assert.Single(frames[0].Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_without_gaps_come_before_padded_ones()
    {
        DicomFrame[] frames = Read(new DatasetBuilder().Describe(1, 3, 8, frames: 3).WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4, 5, 6, 7, 8, 9));
        Assert.Equal([[1, 2, 3], [4, 5, 6], [7, 8, 9]], frames.Select(Numbers));
        Assert.Empty(frames[0].Warnings);

        // Without a declared number, padding cannot be detected.
        Assert.Equal([4, 0, 5], Numbers(Read(new DatasetBuilder().Describe(1, 3, 8, frames: 9).WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4, 0, 5, 6, 0))[1]));
    }

    [Theory]
    [InlineData(3, "YBR_ICT", "RGB")]
    [InlineData(3, "YBR_RCT", "RGB")]
    [InlineData(3, "MONOCHROME2", "RGB")]
    [InlineData(3, "PALETTE COLOR", "RGB")]
    [InlineData(1, "RGB", "MONOCHROME2")]
    public void A_label_that_does_not_go_with_the_samples_has_a_warning(int samples, string photometric, string expected)
    {
        DicomFrame frame = Assert.Single(Read(new DatasetBuilder().Describe(1, 2, 8, samples: samples, photometric: photometric).WithValue(FrameImage.PixelData, "OB", new byte[2 * samples])));
        Assert.Equal(expected, frame.PhotometricInterpretation);
        Assert.Contains(photometric, Assert.Single(frame.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_of_external_pixel_data_names_their_place()
    {
        byte[] file = new DatasetBuilder().Describe(1, 1, 8).With(0x0028_7FE0, "UR", "http://x/y").ToFile("1.2.840.10008.1.2.4.94");
        Assert.Contains("fetched from Pixel Data Provider URL", Assert.Throws<DicomException>(() => Read(file)).Message, StringComparison.Ordinal);
    }

    private static string Sha256(params byte[] bytes) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)).ToLowerInvariant();

    private static DicomErrorReason ReasonOf(DatasetBuilder dataset) => Assert.Throws<DicomException>(() => Read(dataset)).Reason;

    private static DicomFrame[] Read(DatasetBuilder dataset) => Read(dataset.ToFile());

    private static DicomFrame[] Read(byte[] file, int[]? frames = null) =>
        [.. FrameReader.Read(DicomFile.Open(file), frames, null, CancellationToken.None)];

    private static double[] Numbers(DicomFrame frame) => [.. frame.GetPixels().Cast<IConvertible>().Select(sample => sample.ToDouble(null))];
}
