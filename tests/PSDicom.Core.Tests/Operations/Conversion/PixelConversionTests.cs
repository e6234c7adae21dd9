using System.Buffers.Binary;
using PSDicom.Core.Tests.Frames;
using PSDicom.Operations.Conversion;

namespace PSDicom.Core.Tests.Operations.Conversion;

/// <summary>Pixel data get another transfer syntax, and come back.</summary>
public class PixelConversionTests
{
    private const uint PixelData = 0x7FE0_0010;
    private static readonly DicomTag Pixels = new(PixelData);

    private static readonly string[] Lossless =
        ["RleLossless", "JpegLossless", "JpegLosslessAnyPredictor", "JpegLsLossless", "Jpeg2000Lossless", "HTJ2KLossless", "HTJ2KLosslessRpcl", "DeflatedFrames"];

    public static TheoryData<string> LosslessSyntaxes()
    {
        var names = new TheoryData<string>();
        foreach (string name in Lossless) names.Add(name);
        return names;
    }

    [Theory]
    [MemberData(nameof(LosslessSyntaxes))]
    public void Native_pixels_come_back_to_the_byte(string syntax)
    {
        foreach (byte[] native in Images())
        {
            (DicomConversion result, byte[] encoded) = Converting.To(syntax, native);
            DicomFile before = DicomFile.Open(native), file = DicomFile.Open(encoded);
            Assert.Empty(file.Warnings);
            Assert.True(file.Dataset[Pixels]!.IsEncapsulated);
            Assert.Equal(result.FrameCount + 1, file.Dataset[Pixels]!.Fragments.Count);
            Assert.Equal((WritableSyntaxes.Parse(syntax).UID, false), (file.FileMeta.GetText(DicomTag.TransferSyntaxUID)!, result.IsLossy));
            Assert.Equal(before.Dataset.GetText(DicomTag.SOPInstanceUID), file.Dataset.GetText(DicomTag.SOPInstanceUID));
            Assert.Equal(Converting.Hashes(native), Converting.Hashes(encoded));
            byte[] back = Converting.DatasetTo("Native", encoded);
            if (before.Dataset.GetInteger(DicomTag.PlanarConfiguration) != 1 || syntax is "RleLossless" or "DeflatedFrames") Assert.Equal(PSDicom.Core.Tests.Editing.Rewriting.Dataset(native), back);
            Assert.Equal(Converting.Hashes(native), Converting.Hashes(Converting.To("Native", encoded).Bytes));
        }
    }

    [Theory]
    [MemberData(nameof(LosslessSyntaxes))]
    public void One_compression_becomes_another(string syntax)
    {
        byte[] native = Image(frames: 3, rows: 20, columns: 31, bits: 12, isSigned: true);
        foreach (string other in Lossless)
        {
            byte[] converted = Converting.To(other, Converting.To(syntax, native).Bytes).Bytes;
            Assert.Equal(Converting.Hashes(native), Converting.Hashes(converted));
            Assert.Equal(PSDicom.Core.Tests.Editing.Rewriting.Dataset(native), Converting.DatasetTo("Native", converted));
        }
    }

    [Fact]
    public void Fragments_have_a_basic_offset_table()
    {
        byte[] encoded = Converting.To("JpegLsLossless", Image(frames: 5, rows: 20, columns: 31, bits: 12)).Bytes;
        DicomFile file = DicomFile.Open(encoded);
        IReadOnlyList<DicomFragment> fragments = file.Dataset[Pixels]!.Fragments;
        Assert.Equal(5 * 4, fragments[0].Length);
        for (int i = 0; i < 5; i++)
        {
            long offset = BinaryPrimitives.ReadUInt32LittleEndian(encoded.AsSpan((int)fragments[0].Offset + (i * 4)));
            Assert.Equal(fragments[i + 1].Offset - 8, fragments[1].Offset - 8 + offset);
            Assert.Equal(0, fragments[i + 1].Length % 2);
        }

        Assert.False(file.Dataset.Contains(DicomTag.ExtendedOffsetTable));
    }

    [Fact]
    public void An_extended_offset_table_goes_with_the_pixel_data_it_belongs_to()
    {
        byte[] frame = RleFrame();
        DatasetBuilder dataset = new DatasetBuilder().Describe(2, 2, 8).WithValue(0x7FE0_0001, "OV", new byte[8]).WithValue(0x7FE0_0002, "OV", [(byte)frame.Length, .. new byte[7]]).WithFragments(PixelData, [], frame);
        foreach (string syntax in (string[])["Native", "JpegLsLossless"])
        {
            DicomFile file = DicomFile.Open(Converting.To(syntax, dataset.ToFile(FrameImage.Rle)).Bytes);
            Assert.False(file.Dataset.Contains(DicomTag.ExtendedOffsetTable) || file.Dataset.Contains(DicomTag.ExtendedOffsetTableLengths));
        }
    }

    [Fact]
    public void Frames_that_are_legal_as_they_are_are_not_encoded_again()
    {
        byte[] first = Converting.To("JpegLossless", Image(rows: 20, columns: 31, bits: 12)).Bytes;
        byte[] any = Converting.To("JpegLosslessAnyPredictor", first).Bytes;
        Assert.Equal(PixelBytes(first), PixelBytes(any));
        Assert.Equal(first, Converting.To("JpegLossless", any).Bytes);
        byte[] rpcl = Converting.To("HTJ2KLosslessRpcl", first).Bytes;
        Assert.Equal(PixelBytes(rpcl), PixelBytes(Converting.To("HTJ2KLossless", rpcl).Bytes));
        byte[] near = Converting.To("JpegLsNearLossless", first, options => options with { NearLossless = 0 }).Bytes;
        Assert.Equal(PixelBytes(near), PixelBytes(Converting.To("JpegLsLossless", near).Bytes));
        byte[] lossy = Converting.To("JpegLsNearLossless", first, options => options with { NearLossless = 3 }).Bytes;
        Assert.NotEqual(PixelBytes(lossy), PixelBytes(Converting.To("JpegLsLossless", lossy).Bytes));
    }

    [Fact]
    public void The_byte_order_of_words_changes()
    {
        byte[] native = Image(frames: 2, rows: 3, columns: 3, bits: 12);
        byte[] big = Converting.To("ExplicitBigEndian", native).Bytes;
        byte[] expected = DicomFile.Open(native).Dataset[Pixels]!.ReadBytes();
        for (int i = 0; i < expected.Length; i += 2) Array.Reverse(expected, i, 2);
        Assert.Equal(expected, DicomFile.Open(big).Dataset[Pixels]!.ReadBytes());
        Assert.Equal(PSDicom.Core.Tests.Editing.Rewriting.Dataset(native), Converting.DatasetTo("Native", big));
        Assert.Equal(Converting.Hashes(native), Converting.Hashes(Converting.To("JpegLsLossless", big).Bytes));
        Assert.Equal(Converting.Hashes(native), Converting.Hashes(Converting.To("ExplicitBigEndian", Converting.To("RleLossless", native).Bytes).Bytes));
    }

    [Fact]
    public void Large_pixels_change_their_byte_order_while_they_are_written()
    {
        byte[] native = Image(frames: 3, rows: 700, columns: 701, bits: 16);
        byte[] big = Converting.To("ExplicitBigEndian", native).Bytes;
        Assert.Equal(PSDicom.Core.Tests.Editing.Rewriting.Dataset(native), Converting.DatasetTo("Native", big));
    }

    [Fact]
    public void Words_of_a_private_transfer_syntax_are_big_endian()
    {
        byte[] words = [1, 2, 3, 4, 5, 6, 7, 8];
        byte[] before = DatasetBuilder.Implicit().Describe(2, 2, 16).WithValue(PixelData, "OW", words).ToFile("1.2.840.113619.5.2");
        Assert.Equal([2, 1, 4, 3, 6, 5, 8, 7], DicomFile.Open(Converting.To("Native", before).Bytes).Dataset[Pixels]!.ReadBytes());
        Assert.Equal(words, DicomFile.Open(Converting.To("ExplicitBigEndian", before).Bytes).Dataset[Pixels]!.ReadBytes());
    }

    [Theory]
    [InlineData("RleLossless", 1, "MONOCHROME2", 1)]
    [InlineData("JpegLsLossless", 32, "MONOCHROME2", 32)]
    [InlineData("JpegLossless", 32, "MONOCHROME2", 32)]
    [InlineData("Jpeg", 16, "MONOCHROME2", 12)]
    [InlineData("JpegLsLossless", 8, "ARGB", 8)]
    [InlineData("ExplicitBigEndian", 32, "MONOCHROME2", 32)]
    public void Pixels_that_the_standard_forbids_are_refused(string syntax, int allocated, string photometric, int stored)
    {
        int samples = photometric == "ARGB" ? 4 : 1;
        byte[] pixels = new byte[Math.Max(1, 8 * 8 * allocated / 8) * samples];
        byte[] before = new DatasetBuilder().Describe(8, 8, allocated, stored, samples, photometric).WithValue(PixelData, "OB", pixels).ToFile();
        Assert.Equal(DicomErrorReason.PixelFormatNotAllowed, Converting.RefusalOf(syntax, before));
    }

    [Fact]
    public void Frames_of_single_bits_follow_each_other_without_gaps()
    {
        byte[] bits = [0b1010_0110, 0b1101_0101, 0b0000_0110, 0];
        byte[] native = new DatasetBuilder().Describe(3, 3, 1, frames: 3).WithValue(PixelData, "OB", bits).ToFile();
        byte[] deflated = Converting.To("DeflatedFrames", native).Bytes;
        Assert.Equal(Converting.Hashes(native), Converting.Hashes(deflated));
        Assert.Equal(PSDicom.Core.Tests.Editing.Rewriting.Dataset(native), Converting.DatasetTo("Native", deflated));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Cells_of_12_bits_follow_each_other_without_gaps(int samples)
    {
        byte[] cells = [0x21, 0x43, 0x65, 0x87, 0xA9, 0xCB, 0x12, 0x34, 0x56, 0x78, 0x9A, 0xBC, 0xDE, 0xF0, 0x0F, 0x1E, 0x2D, 0x03];
        byte[] native = new DatasetBuilder().Describe(2, 2, 12, 12, samples, samples == 1 ? "MONOCHROME2" : "RGB", isPlanar: true).WithValue(PixelData, "OW", cells[..(6 * samples)]).ToFile();
        byte[] deflated = Converting.To("DeflatedFrames", native).Bytes;
        Assert.Equal(Converting.Hashes(native), Converting.Hashes(deflated));
        Assert.Equal(PSDicom.Core.Tests.Editing.Rewriting.Dataset(native), Converting.DatasetTo("Native", deflated));
    }

    [Theory]
    [InlineData("YBR_PARTIAL_420")]
    [InlineData("YBR_PARTIAL_422")]
    public void Colours_that_have_no_name_at_full_resolution_are_refused(string photometric)
    {
        byte[] cells = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
        byte[] native = new DatasetBuilder().Describe(4, 4, 8, 8, 3, photometric).WithValue(PixelData, "OB", cells[..(photometric == "YBR_PARTIAL_420" ? 24 : 32)]).ToFile();
        foreach (string syntax in (string[])["DeflatedFrames", "RleLossless"]) Assert.Equal(DicomErrorReason.PixelFormatNotAllowed, Converting.RefusalOf(syntax, native));
        byte[] deflated = new DatasetBuilder().Describe(4, 4, 8, 8, 3, photometric).WithFragments(PixelData, [], Even(DatasetBuilder.Deflate(cells))).ToFile(FrameImage.DeflatedFrames);
        Assert.Equal(DicomErrorReason.PixelFormatNotAllowed, Converting.RefusalOf("Native", deflated));

        static byte[] Even(byte[] bytes) => bytes.Length % 2 == 0 ? bytes : [.. bytes, 0];
    }

    [Fact]
    public void More_frames_than_declared_are_found_again()
    {
        byte[] native = PSDicom.Core.Tests.Editing.Rewriting.Apply(Image(rows: 5, columns: 7, bits: 8, frames: 4), PSDicom.Editing.DatasetChange.Set("NumberOfFrames", "3"));
        foreach (string syntax in Lossless)
        {
            (DicomConversion result, byte[] encoded) = Converting.To(syntax, native);
            Assert.Equal(4, result.FrameCount);
            Assert.Contains(result.GetWarnings(), warning => warning.Message.Contains("hold 4 frames", StringComparison.Ordinal));
            Assert.Equal(Converting.Hashes(native), Converting.Hashes(encoded));
        }
    }

    [Fact]
    public void A_missing_end_marker_is_a_warning_and_the_new_codestream_has_it()
    {
        byte[] first = Converting.To("JpegLossless", Image(rows: 20, columns: 31, bits: 12)).Bytes;
        byte[] cut = WithFrame(first, 0), more = WithFrame(first, 2);
        foreach (string syntax in (string[])["Native", "JpegLosslessAnyPredictor", "JpegLsLossless"])
        {
            (DicomConversion result, byte[] converted) = Converting.To(syntax, cut);
            Assert.Contains("EOI", Assert.Single(result.GetWarnings()).Message, StringComparison.Ordinal);
            Assert.Equal(Converting.Hashes(first), Converting.Hashes(converted));
            Assert.Empty(Converting.To("Native", converted).Result.GetWarnings());
            Assert.Equal(DicomErrorReason.FrameDamaged, Converting.RefusalOf(syntax, more));
        }

        // The first frame without its end marker and some bytes before it.
        static byte[] WithFrame(byte[] file, int missing)
        {
            DicomElement pixels = DicomFile.Open(file).Dataset[Pixels]!;
            byte[] frame = file[(int)pixels.Fragments[1].Offset..(int)(pixels.Fragments[1].Offset + pixels.Fragments[1].Length)];
            byte[] shorter = frame[..(frame.AsSpan().LastIndexOf((byte[])[0xFF, 0xD9]) - missing)];
            return new DatasetBuilder().Describe(20, 31, 16, 12).WithFragments(PixelData, [], shorter.Length % 2 == 0 ? shorter : [.. shorter, 0]).ToFile(DicomTransferSyntax.JPEGLosslessSV1UID);
        }
    }

    [Fact]
    public void Codestreams_that_stay_are_named_by_their_transform()
    {
        byte[] rgb = Image(rows: 16, columns: 16, bits: 8, samples: 3, photometric: "RGB"), rpcl = Converting.To("HTJ2KLosslessRpcl", rgb).Bytes;
        byte[] wrong = PSDicom.Core.Tests.Editing.Rewriting.Apply(rpcl, PSDicom.Editing.DatasetChange.Set("PhotometricInterpretation", "RGB"));
        byte[] right = Converting.To("HTJ2KLossless", wrong).Bytes;
        Assert.Equal(PixelBytes(rpcl), PixelBytes(right));
        Assert.Equal("YBR_RCT", DicomFile.Open(right).Dataset.GetText(DicomTag.PhotometricInterpretation));
        byte[] ybr = Converting.To("HTJ2KLosslessRpcl", Image(rows: 16, columns: 16, bits: 8, samples: 3, photometric: "YBR_FULL")).Bytes;
        Assert.Equal("YBR_FULL", DicomFile.Open(Converting.To("HTJ2KLossless", ybr).Bytes).Dataset.GetText(DicomTag.PhotometricInterpretation));
    }

    [Fact]
    public void Damaged_frames_are_an_error()
    {
        byte[] frame = RleFrame();
        byte[] cut = [.. frame[..^4]];
        Assert.Equal(DicomErrorReason.FrameDamaged, Converting.RefusalOf("Native", new DatasetBuilder().Describe(2, 2, 8, frames: 2).WithFragments(PixelData, [], frame, cut).ToFile(FrameImage.Rle)));
        Assert.Equal(DicomErrorReason.FrameDamaged, Converting.RefusalOf("JpegLsLossless", new DatasetBuilder().Describe(4, 4, 8).WithValue(PixelData, "OB", new byte[14]).ToFile()));
        Assert.Equal(DicomErrorReason.FrameDamaged, Converting.RefusalOf("Native", new DatasetBuilder().Describe(2, 2, 8, frames: 3).WithFragments(PixelData, [], frame, frame).ToFile(FrameImage.Rle)));
    }

    [Fact]
    public void A_data_set_that_contradicts_its_frames_is_an_error()
    {
        byte[] encoded = Converting.To("JpegLsLossless", Image(rows: 20, columns: 31, bits: 12)).Bytes;
        foreach ((string tag, int value) in ((string, int)[])[("Rows", 19), ("Columns", 32), ("BitsAllocated", 8)])
        {
            byte[] wrong = PSDicom.Core.Tests.Editing.Rewriting.Apply(encoded, PSDicom.Editing.DatasetChange.Set(tag, value));
            DicomErrorReason reason = Converting.RefusalOf("Native", wrong);
            Assert.True(reason is DicomErrorReason.InvalidPixelData or DicomErrorReason.FrameDamaged, $"{tag}: {reason}");
        }
    }

    /// <summary>A codestream says what it has; without it, nobody would know.</summary>
    [Theory]
    [InlineData("Rows")]
    [InlineData("Columns")]
    [InlineData("SamplesPerPixel")]
    [InlineData("BitsAllocated")]
    public void What_only_the_codestream_says_is_not_lost_with_it(string keyword)
    {
        byte[] encoded = Converting.To("HTJ2KLossless", Image(rows: 8, columns: 9, bits: 8, samples: 3, photometric: "RGB")).Bytes;
        byte[] silent = PSDicom.Core.Tests.Editing.Rewriting.Apply(encoded, PSDicom.Editing.DatasetChange.Set("PhotometricInterpretation", "RGB"), PSDicom.Editing.DatasetChange.Remove(keyword));
        foreach (string syntax in (string[])["Native", "RleLossless", "DeflatedFrames"])
        {
            if (keyword == "SamplesPerPixel") Assert.Equal(Converting.Hashes(encoded), Converting.Hashes(Converting.To(syntax == "RleLossless" ? "Native" : syntax, silent).Bytes));
            else Assert.Equal(DicomErrorReason.InvalidPixelData, Converting.RefusalOf(syntax, silent));
        }

        byte[] grey = PSDicom.Core.Tests.Editing.Rewriting.Apply(silent, PSDicom.Editing.DatasetChange.Remove("PhotometricInterpretation"));
        Assert.Equal(DicomErrorReason.InvalidPixelData, Converting.RefusalOf("Native", grey));
    }

    [Theory]
    [InlineData(15)]
    [InlineData(12)]
    public void A_high_bit_that_the_codestream_does_not_have_is_an_error_where_it_would_count(int high)
    {
        byte[] encoded = Converting.To("JpegLsLossless", Image(rows: 8, columns: 9, bits: 12)).Bytes;
        byte[] wrong = PSDicom.Core.Tests.Editing.Rewriting.Apply(encoded, PSDicom.Editing.DatasetChange.Set("HighBit", high));
        foreach (string syntax in (string[])["Native", "RleLossless", "DeflatedFrames"]) Assert.Equal(DicomErrorReason.InvalidPixelData, Converting.RefusalOf(syntax, wrong));
        Assert.Equal(Converting.Hashes(encoded), Converting.Hashes(Converting.To("JpegLossless", wrong).Bytes));
    }

    [Fact]
    public void Attributes_of_pixels_keep_their_numbers_without_representations()
    {
        byte[] Of(string vr) => new DatasetBuilder().With(0x0028_0002, "US", 1).With(0x0028_0004, "CS", "MONOCHROME2").With(0x0028_0010, "US", 2)
            .WithValue(0x0028_0011, vr, vr == "US" ? [3, 0] : [(byte)'3', (byte)' '])
            .With(0x0028_0100, "US", 8).With(0x0028_0101, "US", 8).With(0x0028_0102, "US", 7).With(0x0028_0103, "US", 0).WithValue(PixelData, "OB", 1, 2, 3, 4, 5, 6).ToFile();
        Assert.Equal(Converting.Hashes(Of("US")), Converting.Hashes(Converting.To("ImplicitLittleEndian", Of("US")).Bytes));
        Assert.Equal(Converting.Hashes(Of("US")), Converting.Hashes(Of("IS")));
        Assert.Equal(DicomErrorReason.InvalidPixelData, Converting.RefusalOf("ImplicitLittleEndian", Of("IS")));
        Assert.True(Converting.To("ExplicitBigEndian", Of("IS")).Result.IsChanged);
    }

    [Fact]
    public void Without_pixels_there_is_nothing_to_compress()
    {
        byte[] report = new DatasetBuilder().With(0x0008_0060, "CS", "SR").With(0x0010_0020, "LO", "AB").ToFile();
        (DicomConversion result, byte[] bytes) = Converting.To("JpegLsLossless", report);
        Assert.Equal((false, "1.2.840.10008.1.2.1", 0), (result.IsChanged, result.TransferSyntax.UID, result.FrameCount));
        Assert.Contains("no pixel data", Assert.Single(result.GetWarnings()).Message, StringComparison.Ordinal);
        Assert.Equal(report, bytes);
    }

    [Fact]
    public void Only_files_that_become_smaller_are_converted()
    {
        byte[] noise = new byte[64 * 64];
        new Random(1).NextBytes(noise);
        byte[] before = new DatasetBuilder().Describe(64, 64, 8).WithValue(PixelData, "OB", noise).ToFile();
        (DicomConversion result, byte[] bytes) = Converting.To("RleLossless", before, options => options with { OnlyIfSmaller = true });
        Assert.Equal((false, "1.2.840.10008.1.2.1"), (result.IsChanged, result.TransferSyntax.UID));
        Assert.Equal(before, bytes);
        Assert.True(Converting.To("RleLossless", new DatasetBuilder().Describe(64, 64, 8).WithValue(PixelData, "OB", new byte[4096]).ToFile(), options => options with { OnlyIfSmaller = true }).Result is { IsChanged: true, Ratio: > 2 });
    }

    [Fact]
    public void Nested_compressed_pixels_become_native_and_native_ones_stay()
    {
        DatasetBuilder Icon(bool isNative) => isNative
            ? new DatasetBuilder().Describe(2, 2, 8).WithValue(PixelData, "OB", 1, 2, 3, 4)
            : new DatasetBuilder().Describe(2, 2, 8).WithFragments(PixelData, [], FrameImage.EncodeRle(1, 2, 3, 4));
        DatasetBuilder Made(bool isNative) => new DatasetBuilder().WithSequence(0x0009_1010, new DatasetBuilder().WithUndefinedLengthSequence(0x0088_0200, Icon(isNative))).Describe(2, 2, 8);
        byte[] rle = Made(isNative: false).WithFragments(PixelData, [], FrameImage.EncodeRle(5, 6, 7, 8)).ToFile(FrameImage.Rle);
        Assert.Equal(Made(isNative: true).WithValue(PixelData, "OB", 5, 6, 7, 8).ToBytes(), Converting.DatasetTo("Native", rle));
        DicomElement icon = Assert.Single(Assert.Single(DicomFile.Open(Converting.To("JpegLsLossless", rle).Bytes).Dataset[new DicomTag(0x0009_1010)]!.Items)[new DicomTag(0x0088_0200)]!.Items)[Pixels]!;
        Assert.False(icon.IsEncapsulated);
        Assert.Equal([1, 2, 3, 4], icon.ReadBytes());
        byte[] native = Made(isNative: true).WithValue(PixelData, "OB", 5, 6, 7, 8).ToFile();
        Assert.Equal(PSDicom.Core.Tests.Editing.Rewriting.Dataset(native), Converting.DatasetTo("Native", Converting.To("JpegLsLossless", native).Bytes));
    }

    [Fact]
    public void Overlays_in_unused_bits_become_elements()
    {
        // 12 bits stored; bits 12 and 15 are overlays.
        ushort[] cells = [0x1001, 0x8002, 0x9003, 0x0004, 0x0005, 0x1006, 0x0007, 0x8008, 0x0009];
        byte[] pixels = [.. cells.SelectMany(BitConverter.GetBytes), .. cells.SelectMany(cell => BitConverter.GetBytes((ushort)(cell ^ 0x1000)))];
        DatasetBuilder image = new DatasetBuilder().Describe(3, 3, 16, 12, frames: 2);
        foreach (uint group in (uint[])[0x6000_0000, 0x6002_0000])
        {
            image.With(group | 0x10, "US", 3).With(group | 0x11, "US", 3).With(group | 0x15, "IS", 2).With(group | 0x40, "CS", "G").With(group | 0x50, "SS", 1, 1)
                .With(group | 0x100, "US", 16).With(group | 0x102, "US", group == 0x6000_0000 ? 12 : 15);
        }

        byte[] before = image.WithValue(PixelData, "OW", pixels).ToFile();
        DicomFile after = DicomFile.Open(Converting.To("JpegLsLossless", before).Bytes);
        Assert.Equal([0b0010_0101, 0b1011_0100, 0b0000_0011, 0], after.Dataset[new DicomTag(0x6000_3000)]!.ReadBytes());
        Assert.Equal([0b1000_0110, 0b0000_1100, 0b0000_0001, 0], after.Dataset[new DicomTag(0x6002_3000)]!.ReadBytes());
        Assert.Equal((1, 0), (after.Dataset.GetInteger(new DicomTag(0x6000_0100)), after.Dataset.GetInteger(new DicomTag(0x6002_0102))));
        Assert.Equal(PSDicom.Core.Tests.Editing.Rewriting.Dataset(before), Converting.DatasetTo("Native", Converting.To("RleLossless", before).Bytes));
    }

    [Fact]
    public void An_overlay_in_unused_bits_of_another_size_is_refused()
    {
        byte[] before = new DatasetBuilder().Describe(3, 3, 16, 12).With(0x6000_0010, "US", 2).With(0x6000_0011, "US", 3).With(0x6000_0100, "US", 16).With(0x6000_0102, "US", 12)
            .WithValue(PixelData, "OW", new byte[18]).ToFile();
        Assert.Equal(DicomErrorReason.PixelFormatNotAllowed, Converting.RefusalOf("JpegLsLossless", before));
        Assert.True(Converting.To("RleLossless", before).Result.IsChanged);
    }

    [Fact]
    public void Colours_of_JPEG_become_RGB_only_in_native_pixels()
    {
        byte[] rgb = Image(rows: 16, columns: 16, bits: 8, samples: 3, photometric: "RGB");
        byte[] jpeg = Converting.To("Jpeg", rgb).Bytes;
        Assert.StartsWith("YBR_FULL", DicomFile.Open(jpeg).Dataset.GetText(DicomTag.PhotometricInterpretation), StringComparison.Ordinal);
        Assert.Equal("RGB", DicomFile.Open(Converting.To("Native", jpeg).Bytes).Dataset.GetText(DicomTag.PhotometricInterpretation));
        byte[] rle = Converting.To("RleLossless", jpeg).Bytes;
        Assert.Equal("YBR_FULL", DicomFile.Open(rle).Dataset.GetText(DicomTag.PhotometricInterpretation));
        Assert.Equal(Converting.Hashes(jpeg), Converting.Hashes(rle));
        byte[] wavelet = Converting.To("Jpeg2000Lossless", rgb).Bytes;
        Assert.Equal("YBR_RCT", DicomFile.Open(wavelet).Dataset.GetText(DicomTag.PhotometricInterpretation));
        Assert.Equal(PSDicom.Core.Tests.Editing.Rewriting.Dataset(rgb), Converting.DatasetTo("Native", wavelet));
    }

    [Fact]
    public void Values_in_unused_bits_that_are_lost_are_a_warning()
    {
        byte[] before = new DatasetBuilder().Describe(2, 2, 16, 12).WithValue(PixelData, "OW", 1, 0xF0, 2, 0, 3, 0, 4, 0).ToFile();
        Assert.Contains("above Bits Stored", Assert.Single(Converting.To("JpegLsLossless", before).Result.GetWarnings()).Message, StringComparison.Ordinal);
        Assert.Empty(Converting.To("RleLossless", before).Result.GetWarnings());
    }

    [Fact]
    public void Many_frames_are_written_through_a_temporary_file()
    {
        byte[] native = Image(frames: 40, rows: 512, columns: 512, bits: 16);
        byte[] encoded = Converting.To("RleLossless", native).Bytes;
        Assert.Equal(Converting.Hashes(native), Converting.Hashes(encoded));
        Assert.Equal(PSDicom.Core.Tests.Editing.Rewriting.Dataset(native), Converting.DatasetTo("Native", encoded));
    }

    /// <summary>Images of all kinds: bits, signs, planes, odd sizes.</summary>
    private static IEnumerable<byte[]> Images()
    {
        yield return Image(rows: 20, columns: 31, bits: 12);
        yield return Image(rows: 20, columns: 31, bits: 12, isSigned: true);
        yield return Image(rows: 5, columns: 7, bits: 8);
        yield return Image(frames: 3, rows: 5, columns: 7, bits: 8);
        yield return Image(frames: 2, rows: 9, columns: 16, bits: 16, isSigned: true);
        yield return Image(rows: 1, columns: 9, bits: 16);
        yield return Image(rows: 7, columns: 5, bits: 8, samples: 3, photometric: "RGB");
        yield return Image(frames: 2, rows: 8, columns: 9, bits: 8, samples: 3, photometric: "RGB", isPlanar: true);
        yield return Image(rows: 7, columns: 5, bits: 8, photometric: "PALETTE COLOR");
        yield return Image(rows: 7, columns: 5, bits: 10, photometric: "MONOCHROME1");
    }

    internal static byte[] Image(
        int rows, int columns, int bits, int? frames = null, bool isSigned = false, int samples = 1, string photometric = "MONOCHROME2", bool isPlanar = false)
    {
        int allocated = bits > 8 ? 16 : 8;
        var pixels = new byte[rows * columns * samples * (frames ?? 1) * allocated / 8];
        var random = new Random(bits + rows);
        for (int i = 0; i < pixels.Length * 8 / allocated; i++)
        {
            int value = (int)(((Math.Sin(i / 7.0) + 1) / 2 * ((1 << bits) - 1)) + random.Next(3)) & ((1 << bits) - 1);
            if (isSigned) value = value << (32 - bits) >> (32 - bits);
            pixels[i * allocated / 8] = (byte)value;
            if (allocated == 16) pixels[(i * 2) + 1] = (byte)(value >> 8);
        }

        return new DatasetBuilder()
            .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY").With(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.7").With(0x0008_0018, "UI", "1.2.3.4").With(0x0008_0060, "CS", "OT")
            .Describe(rows, columns, allocated, bits, samples, photometric, isSigned, frames, isPlanar).WithValue(PixelData, allocated > 8 ? "OW" : "OB", pixels)
            .WithValue(0xFFFC_FFFC, "OB", 0, 0).ToFile();
    }

    private static byte[] RleFrame() => FrameImage.EncodeRle(1, 2, 3, 4);

    private static byte[] PixelBytes(byte[] file)
    {
        DicomElement pixels = DicomFile.Open(file).Dataset[Pixels]!;
        return file[(int)pixels.Offset..(int)(pixels.Offset + pixels.ByteLength)];
    }
}
