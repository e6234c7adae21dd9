using PSDicom.Core.Tests.Frames;
using PSDicom.Editing;

namespace PSDicom.Core.Tests.Operations.Conversion;

/// <summary>Lossy compression makes another image, says so, and is refused where it would change meanings.</summary>
public class LossyConversionTests
{
    private const uint PixelData = 0x7FE0_0010;

    private static readonly byte[] Grey = PixelConversionTests.Image(rows: 64, columns: 64, bits: 8);

    public static TheoryData<string, string> Methods => new()
    {
        { "Jpeg", "ISO_10918_1" }, { "JpegLsNearLossless", "ISO_14495_1" }, { "Jpeg2000", "ISO_15444_1" }, { "HTJ2K", "ISO_15444_15" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_data_set_says_what_happened(string syntax, string method)
    {
        (DicomConversion result, byte[] bytes) = Converting.To(syntax, Grey);
        DicomDataset before = DicomFile.Open(Grey).Dataset, after = DicomFile.Open(bytes).Dataset;
        Assert.True(result.IsLossy);
        Assert.Equal(("01", method, @"DERIVED\PRIMARY"), (after.GetText(DicomTag.LossyImageCompression), after.GetText(DicomTag.LossyImageCompressionMethod), after[DicomTag.ImageType]!.RawValue));
        Assert.InRange(after.GetNumber(DicomTag.LossyImageCompressionRatio)!.Value, 1.01, 100);
        Assert.StartsWith("Lossy compressed as ", after.GetText(DicomTag.DerivationDescription), StringComparison.Ordinal);
        string uid = after.GetText(DicomTag.SOPInstanceUID)!;
        Assert.StartsWith("2.25.", uid, StringComparison.Ordinal);
        Assert.Equal(uid, DicomFile.Open(bytes).FileMeta.GetText(DicomTag.MediaStorageSOPInstanceUID));
        Assert.Equal(("113040", "DCM"), CodeOf(Assert.Single(after[DicomTag.DerivationCodeSequence]!.Items)));
        DicomDataset source = Assert.Single(after[DicomTag.SourceImageSequence]!.Items);
        Assert.Equal(("1.2.840.10008.5.1.4.1.1.7", "1.2.3.4"), (source.GetText(DicomTag.ReferencedSOPClassUID), source.GetText(DicomTag.ReferencedSOPInstanceUID)));
        Assert.Equal(("121320", "DCM"), CodeOf(Assert.Single(source[DicomTag.PurposeOfReferenceCodeSequence]!.Items)));
        string[] changed = ["ImageType", "SOPInstanceUID", "DerivationDescription", "SourceImageSequence", "DerivationCodeSequence", "LossyImageCompression", "LossyImageCompressionRatio", "LossyImageCompressionMethod", "PixelData"];
        foreach (DicomElement element in before.Elements.Where(element => !changed.Contains(element.Definition?.Keyword))) Assert.Equal(element.ReadBytes(), after[element.Tag]!.ReadBytes());
        Assert.Equal(before.Elements.Select(element => element.Tag).Union(changed.Select(keyword => DicomDictionary.TryGet(keyword, out DicomDictionaryEntry? entry) ? entry.Tag : default)).OrderBy(tag => tag.Value), after.Elements.Select(element => element.Tag));
    }

    [Fact]
    public void The_new_identifier_follows_from_the_old_one_and_the_options()
    {
        string First(int near, string id = "1.2.3.4") => DicomFile.Open(Converting.To(
            "JpegLsNearLossless", PSDicom.Core.Tests.Editing.Rewriting.Apply(Grey, DatasetChange.Set("SOPInstanceUID", id)), options => options with { NearLossless = near }).Bytes).Dataset.GetText(DicomTag.SOPInstanceUID)!;
        Assert.Equal(First(2), First(2));
        Assert.Equal(4, new[] { First(2), First(3), First(2, "1.2.3.5"), "1.2.3.4" }.Distinct().Count());
    }

    [Fact]
    public void What_is_there_is_kept_and_added_to()
    {
        byte[] before = PSDicom.Core.Tests.Editing.Rewriting.Apply(
            Grey,
            DatasetChange.Set("LossyImageCompression", "01"), DatasetChange.Set("LossyImageCompressionRatio", "7"), DatasetChange.Set("LossyImageCompressionMethod", "ISO_10918_1"),
            DatasetChange.Set("DerivationDescription", "Cropped"), DatasetChange.Set("SourceImageSequence[0].ReferencedSOPInstanceUID", "1.2.9"),
            DatasetChange.Set("DerivationCodeSequence[0].CodeValue", "113072"), DatasetChange.Set("SharedFunctionalGroupsSequence[0].MRImageFrameTypeSequence[0].FrameType", @"ORIGINAL\PRIMARY\M\NONE"));
        Assert.Equal(DicomErrorReason.RepeatedLoss, Converting.RefusalOf("JpegLsNearLossless", before));
        DicomDataset after = DicomFile.Open(Converting.To("JpegLsNearLossless", before, options => options with { AllowsRepeatedLoss = true }).Bytes).Dataset;
        Assert.Equal(["ISO_10918_1", "ISO_14495_1"], after.GetTexts(DicomTag.LossyImageCompressionMethod));
        Assert.Equal(7, after.GetNumbers(DicomTag.LossyImageCompressionRatio)[0]);
        Assert.Equal(2, after.GetNumbers(DicomTag.LossyImageCompressionRatio).Length);
        Assert.StartsWith("Cropped; Lossy compressed as ", after.GetText(DicomTag.DerivationDescription), StringComparison.Ordinal);
        Assert.Equal(["1.2.9", "1.2.3.4"], after[DicomTag.SourceImageSequence]!.Items.Select(item => item.GetText(DicomTag.ReferencedSOPInstanceUID)));
        Assert.Equal(["113072", "113040"], after[DicomTag.DerivationCodeSequence]!.Items.Select(item => item.GetText(DicomTag.CodeValue)));
        DicomDataset shared = after[DicomTag.SharedFunctionalGroupsSequence]!.Items[0][DicomTag.MRImageFrameTypeSequence]!.Items[0];
        Assert.Equal(@"DERIVED\PRIMARY\M\NONE", shared[DicomTag.FrameType]!.RawValue);
    }

    [Fact]
    public void A_long_description_stays_as_it_is()
    {
        string text = new('x', 1000);
        byte[] before = PSDicom.Core.Tests.Editing.Rewriting.Apply(Grey, DatasetChange.Set("DerivationDescription", text));
        Assert.Equal(text, DicomFile.Open(Converting.To("Jpeg", before).Bytes).Dataset.GetText(DicomTag.DerivationDescription));
    }

    [Fact]
    public void Near_lossless_without_loss_is_lossless()
    {
        (DicomConversion result, byte[] bytes) = Converting.To("JpegLsNearLossless", Grey, options => options with { NearLossless = 0 });
        Assert.False(result.IsLossy);
        Assert.Equal("1.2.3.4", DicomFile.Open(bytes).Dataset.GetText(DicomTag.SOPInstanceUID));
        Assert.Equal(Converting.Hashes(Grey), Converting.Hashes(bytes));
    }

    /// <summary>Samples near both ends of the signed range cannot change by 1 without becoming those of the other end: they are kept.</summary>
    [Fact]
    public void A_near_lossless_codestream_without_loss_is_not_recorded_as_lossy()
    {
        byte[] Signed(params short[][] frames) => new DatasetBuilder().With(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.7").With(0x0008_0018, "UI", "1.2.3.4").With(0x0008_0060, "CS", "OT")
            .Describe(8, 8, 16, 12, isSigned: true, frames: frames.Length)
            .WithValue(PixelData, "OW", [.. frames.SelectMany(frame => Enumerable.Range(0, 64).SelectMany(i => BitConverter.GetBytes(frame[i % frame.Length])))]).ToFile();
        short[] ends = [-2048, 2047, -2047, 5, 2046, -2048, 77], middle = [1, 5, 3, 9, 4, 12, 7];
        (DicomConversion result, byte[] bytes) = Near(Signed(ends));
        Assert.False(result.IsLossy);
        Assert.Equal("1.2.3.4", DicomFile.Open(bytes).Dataset.GetText(DicomTag.SOPInstanceUID));
        Assert.False(DicomFile.Open(bytes).Dataset.Contains(DicomTag.LossyImageCompression));
        Assert.Equal(Converting.Hashes(Signed(ends)), Converting.Hashes(bytes));
        foreach (byte[] lossy in (byte[][])[Signed(ends, middle), Signed(middle, ends), Signed([7, 7, 7])])
        {
            (result, bytes) = Near(lossy);
            Assert.True(result.IsLossy);
            Assert.Equal("ISO_14495_1", DicomFile.Open(bytes).Dataset.GetText(DicomTag.LossyImageCompressionMethod));
        }

        static (DicomConversion Result, byte[] Bytes) Near(byte[] file) => Converting.To("JpegLsNearLossless", file, options => options with { NearLossless = 1 });
    }

    [Fact]
    public void Colours_are_named_by_the_transform_of_the_codestream()
    {
        byte[] rgb = PixelConversionTests.Image(rows: 16, columns: 16, bits: 8, samples: 3, photometric: "RGB"), ybr = PixelConversionTests.Image(rows: 16, columns: 16, bits: 8, samples: 3, photometric: "YBR_FULL");
        foreach ((string syntax, byte[] image, string expected) in ((string, byte[], string)[])
            [("Jpeg2000", rgb, "YBR_ICT"), ("HTJ2K", rgb, "YBR_ICT"), ("Jpeg2000", ybr, "YBR_FULL"), ("HTJ2K", ybr, "YBR_FULL"), ("JpegLsNearLossless", rgb, "RGB"), ("Jpeg", ybr, "YBR_FULL_422")])
        {
            byte[] lossy = Converting.To(syntax, image).Bytes;
            Assert.Equal(expected, DicomFile.Open(lossy).Dataset.GetText(DicomTag.PhotometricInterpretation));
            using var frames = PSDicom.Frames.FrameFile.Open(DicomFile.Open(lossy), default);
            Assert.Empty(frames.Read(1, null).Warnings);
        }
    }

    [Fact]
    public void Lossy_streams_count_as_compressed_with_loss_whatever_the_data_set_says()
    {
        byte[] jpeg = Converting.To("Jpeg", Grey).Bytes;
        byte[] silent = PSDicom.Core.Tests.Editing.Rewriting.Apply(jpeg, DatasetChange.Remove("LossyImageCompression"));
        Assert.Equal(DicomErrorReason.RepeatedLoss, Converting.RefusalOf("JpegLsNearLossless", silent));
        Assert.True(Converting.To("JpegLsLossless", silent).Result.IsChanged);
    }

    [Theory]
    [InlineData("SOPClassUID", "1.2.840.10008.5.1.4.1.1.66.4")]
    [InlineData("SOPClassUID", "1.2.840.10008.5.1.4.1.1.481.2")]
    [InlineData("SOPClassUID", "1.2.840.10008.5.1.4.1.1.30")]
    [InlineData("Modality", "SEG")]
    [InlineData("PhotometricInterpretation", "PALETTE COLOR")]
    public void Labels_and_quantities_are_never_compressed_with_loss(string keyword, string value)
    {
        byte[] before = PSDicom.Core.Tests.Editing.Rewriting.Apply(Grey, DatasetChange.Set(keyword, value));
        DicomErrorReason reason = Converting.RefusalOf("JpegLsNearLossless", before, options => options with { AllowsRepeatedLoss = true });
        Assert.True(reason == DicomErrorReason.LossNotAllowed || (keyword[0] == 'P' && reason == DicomErrorReason.PixelFormatNotAllowed), reason.ToString());
        Assert.True(Converting.To("JpegLsLossless", before).Result.IsChanged);
    }

    [Fact]
    public void Masks_of_one_bit_in_a_byte_are_never_compressed_with_loss()
    {
        byte[] before = new DatasetBuilder().Describe(8, 8, 8, 1).WithValue(PixelData, "OB", new byte[64]).ToFile();
        Assert.Equal(DicomErrorReason.LossNotAllowed, Converting.RefusalOf("Jpeg2000", before));
    }

    [Theory]
    [InlineData("Jpeg", 35)]
    [InlineData("Jpeg2000", 35)]
    [InlineData("HTJ2K", 35)]
    [InlineData("JpegLsNearLossless", 40)]
    public void The_image_stays_recognizable(string syntax, double leastSignalToNoise)
    {
        byte[] lossy = Converting.To(syntax, Grey).Bytes;
        byte[] old = PixelsOf(Grey), now = PixelsOf(lossy);
        double error = old.Zip(now, (a, b) => (double)(a - b) * (a - b)).Average();
        Assert.NotEqual(0, error);
        Assert.True(10 * Math.Log10(255 * 255 / error) > leastSignalToNoise, $"{10 * Math.Log10(255 * 255 / error)} dB");
    }

    private static byte[] PixelsOf(byte[] file)
    {
        using var frames = PSDicom.Frames.FrameFile.Open(DicomFile.Open(file), default);
        return (byte[])frames.Read(1, null).GetPixels();
    }

    private static (string?, string?) CodeOf(DicomDataset item) => (item.GetText(DicomTag.CodeValue), item.GetText(DicomTag.CodingSchemeDesignator));
}
