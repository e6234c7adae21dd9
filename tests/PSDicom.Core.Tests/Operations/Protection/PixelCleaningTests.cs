using PSDicom.Core.Tests.Deidentification;
using PSDicom.Core.Tests.Frames;
using PSDicom.Core.Tests.Operations.Conversion;
using PSDicom.Deidentification;
using PSDicom.Operations.Protection;

namespace PSDicom.Core.Tests.Operations.Protection;

/// <summary>Pixels that may be text become black, and no others change.</summary>
public class PixelCleaningTests
{
    private const int Rows = 12, Columns = 20;
    private const uint PixelData = 0x7FE0_0010;

    private static readonly DicomTag Pixels = new(PixelData);

    [Theory]
    [InlineData("Native", "1.2.840.10008.1.2.1")]
    [InlineData("ImplicitLittleEndian", "1.2.840.10008.1.2")]
    [InlineData("ExplicitBigEndian", "1.2.840.10008.1.2.2")]
    [InlineData("Deflated", "1.2.840.10008.1.2.1.99")]
    [InlineData("RleLossless", "1.2.840.10008.1.2.5")]
    [InlineData("JpegLossless", "1.2.840.10008.1.2.4.70")]
    [InlineData("JpegLosslessAnyPredictor", "1.2.840.10008.1.2.4.57")]
    [InlineData("JpegLsLossless", "1.2.840.10008.1.2.4.80")]
    [InlineData("Jpeg2000Lossless", "1.2.840.10008.1.2.4.90")]
    [InlineData("HTJ2KLossless", "1.2.840.10008.1.2.4.201")]
    [InlineData("HTJ2KLosslessRpcl", "1.2.840.10008.1.2.4.202")]
    [InlineData("DeflatedFrames", "1.2.840.10008.1.2.8.1")]
    [InlineData("JpegLsNearLossless", "1.2.840.10008.1.2.4.80")]
    [InlineData("Jpeg2000", "1.2.840.10008.1.2.4.90")]
    [InlineData("HTJ2K", "1.2.840.10008.1.2.4.201")]
    [InlineData("Jpeg", "1.2.840.10008.1.2.4.70")]
    public void Every_transfer_syntax_is_cleaned_in_its_lossless_form(string syntax, string expected)
    {
        foreach (bool isColor in (bool[])[false, true])
        {
            byte[] source = Image(isColor ? 3 : 1, isColor ? "RGB" : "MONOCHROME2", frames: 3);
            if (syntax != "Native") source = Converting.To(syntax, source).Bytes;
            (ProtectedFile result, byte[] copy) = CleaningPixels.Apply(source, CleaningPixels.Rules("3,2,5,4"));
            DicomFile file = DicomFile.Open(copy);
            Assert.Empty(file.Warnings);
            Assert.Equal((expected, expected), (file.TransferSyntax.UID, result.TransferSyntax.UID));
            Assert.Equal(["3,2,5,4"], result.BlackedBoxes);
            Assert.Equal(["User"], result.BlackedBy);
            AssertOnlyBoxesAreBlack(source, copy, 3, (row, column) => column is >= 3 and < 8 && row is >= 2 and < 6);
            Assert.Equal("NO", file.Text(0x0028_0301));
            string lossy = DicomFile.Open(source).Text(0x0028_2110)!;
            Assert.Equal(lossy, file.Text(0x0028_2110));
            Assert.Equal(syntax is "JpegLsNearLossless" or "Jpeg2000" or "HTJ2K" or "Jpeg" ? "01" : "(absent)", lossy);
            Assert.Contains("113101", file.Dataset[DicomTag.DeidentificationMethodCodeSequence]!.Items.Select(item => item.GetText(DicomTag.CodeValue)));
        }
    }

    [Fact]
    public void A_lossy_source_that_does_not_say_so_says_so_after_cleaning()
    {
        byte[] native = Image(3, "RGB", frames: 1);
        byte[] jpeg = Converting.To("Jpeg", native).Bytes;
        DicomFile source = DicomFile.Open(jpeg);
        byte[] frame = Fragments(jpeg)[1];
        byte[] unsaid = CleaningPixels.Start().Describe(Rows, Columns, 8, samples: 3, photometric: "YBR_FULL_422").WithFragments(PixelData, [], frame).ToFile(source.TransferSyntax.UID);
        DicomFile copy = DicomFile.Open(CleaningPixels.Apply(unsaid, CleaningPixels.Rules("0,0,20,3")).Bytes);
        Assert.Equal("01", copy.Text(0x0028_2110));
    }

    [Fact]
    public void Pixels_that_their_transfer_syntax_does_not_allow_become_native()
    {
        // RLE of four segments: 32 bits.
        byte[] frame = [4, 0, 0, 0, 64, 0, 0, 0, 66, 0, 0, 0, 68, 0, 0, 0, 70, 0, 0, 0, .. new byte[44], 0xFF, 1, 0xFF, 2, 0xFF, 3, 0xFF, 4];
        byte[] source = CleaningPixels.Start().With(0x0028_1050, "DS", "1000").With(0x0028_1051, "DS", "10").Describe(1, 2, 32).WithFragments(PixelData, [], frame).ToFile(FrameImage.Rle);
        DicomFile copy = DicomFile.Open(CleaningPixels.Apply(source, CleaningPixels.Rules("1,0,1,1")).Bytes);
        Assert.Equal("1.2.840.10008.1.2.1", copy.TransferSyntax.UID);
        Assert.Equal([4, 3, 2, 1, 0, 0, 0, 0], copy.Dataset[Pixels]!.Bytes().ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_planar_configurations_stay(bool isPlanar)
    {
        byte[] source = Image(3, "RGB", frames: 2, isPlanar: isPlanar);
        byte[] copy = CleaningPixels.Apply(source, CleaningPixels.Rules("0,0,20,3")).Bytes;
        AssertOnlyBoxesAreBlack(source, copy, 2, (row, _) => row < 3);
        DicomFile file = DicomFile.Open(copy);
        Assert.Equal(isPlanar ? "1" : "0", file.Text(0x0028_0006));
        byte[] bytes = file.Dataset[Pixels]!.Bytes().ToArray(), before = DicomFile.Open(source).Dataset[Pixels]!.Bytes().ToArray();
        for (int i = 0; i < bytes.Length; i++)
        {
            int row = isPlanar ? i / Columns % Rows : i / 3 / Columns % Rows;
            Assert.Equal(row < 3 ? 0 : before[i], bytes[i]);
        }
    }

    [Fact]
    public void Outside_of_the_union_of_ultrasound_regions_all_is_black()
    {
        DatasetBuilder dataset = CleaningPixels.Start().WithSequence(0x0018_6011, CleaningPixels.Region(2, 2, 9, 9), CleaningPixels.Region(8, 5, 200, 7));
        byte[] source = Image(dataset, 1, "MONOCHROME2", 2);
        (ProtectedFile result, byte[] copy) = CleaningPixels.Apply(source, CleaningPixels.Rules());
        AssertOnlyBoxesAreBlack(source, copy, 2, (row, column) => !((column is >= 2 and <= 9 && row is >= 2 and <= 9) || (column is >= 8 && row is >= 5 and <= 7)));
        Assert.Equal(["Regions"], result.BlackedBy);
        Assert.Contains("beyond the image", Assert.Single(result.GetWarnings()).Message);
        (result, copy) = CleaningPixels.Apply(source, CleaningPixels.Rules("3,3,1,1", "100,100,5,5"));
        Assert.Equal(["Regions", "User"], result.BlackedBy);
        AssertOnlyBoxesAreBlack(source, copy, 2, (row, column) => (row, column) == (3, 3) || !((column is >= 2 and <= 9 && row is >= 2 and <= 9) || (column is >= 8 && row is >= 5 and <= 7)));
    }

    [Fact]
    public void What_no_rule_covers_is_refused_unless_it_is_allowed()
    {
        byte[] none = Image(1, "MONOCHROME2", 1);
        byte[] whole = Image(CleaningPixels.Start().WithSequence(0x0018_6011, CleaningPixels.Region(0, 0, Columns - 1, Rows - 1)), 1, "MONOCHROME2", 1);
        foreach (byte[] source in (byte[][])[none, whole])
        {
            DicomException refusal = CleaningPixels.RefusalOf(source, CleaningPixels.Rules());
            Assert.Equal(DicomErrorReason.BurnedInPossible, refusal.Reason);
            Assert.Contains("-Region", refusal.Message);
            Assert.Equal(DicomErrorReason.BurnedInPossible, CleaningPixels.RefusalOf(source, CleaningPixels.Rules("50,50,5,5")).Reason);
            (ProtectedFile result, byte[] copy) = CleaningPixels.Apply(source, new ProtectionRules(Protecting.Key) { Cleaned = Cleaning.PixelData, AllowsBurnedIn = true });
            Assert.Single(result.GetWarnings());
            Assert.Empty(result.BlackedBoxes);
            DicomFile file = DicomFile.Open(copy);
            Assert.Equal(DicomFile.Open(source).Dataset[Pixels]!.Bytes().ToArray(), file.Dataset[Pixels]!.Bytes().ToArray());
            Assert.NotEqual("NO", file.Text(0x0028_0301));
            Assert.DoesNotContain("113101", file.Dataset[DicomTag.DeidentificationMethodCodeSequence]!.Items.Select(item => item.GetText(DicomTag.CodeValue)));
        }
    }

    [Fact]
    public void Images_without_risk_keep_the_bytes_of_their_pixels()
    {
        byte[] encoded = Converting.To("JpegLsLossless", Image(Protecting.Start().With(0x0008_0008, "CS", "ORIGINAL\\PRIMARY").With(0x0008_0060, "CS", "CT"), 1, "MONOCHROME2", 2)).Bytes;
        (ProtectedFile result, byte[] copy) = CleaningPixels.Apply(encoded, CleaningPixels.Rules());
        Assert.Empty(result.BlackedBoxes);
        Assert.Empty(result.GetWarnings());
        Assert.Equal(3, Fragments(copy).Length);
        Assert.Equal(Fragments(encoded), Fragments(copy));
    }

    [Fact]
    public void Regions_that_do_not_fit_are_an_error_of_their_own()
    {
        DatasetBuilder[] wrong =
        [
            CleaningPixels.Region(5, 5, 5, 9), CleaningPixels.Region(5, 9, 9, 5), CleaningPixels.Region(0, 0, 0, 0), CleaningPixels.Region(20, 0, 30, 5), CleaningPixels.Region(0, 12, 5, 20),
            new DatasetBuilder().WithValue(0x0018_6018, "UL", BitConverter.GetBytes(1u)),
        ];
        foreach (DatasetBuilder item in wrong)
        {
            byte[] source = Image(CleaningPixels.Start().WithSequence(0x0018_6011, CleaningPixels.Region(1, 1, 5, 5), item), 1, "MONOCHROME2", 1);
            DicomException refusal = CleaningPixels.RefusalOf(source, CleaningPixels.Rules("0,0,20,3"));
            Assert.Equal(DicomErrorReason.UltrasoundRegionInvalid, refusal.Reason);
            (ProtectedFile allowed, byte[] copy) = CleaningPixels.Apply(source, new ProtectionRules(Protecting.Key) { Cleaned = Cleaning.PixelData, AllowsBurnedIn = true, Regions = [FrameRegion.Parse("0,0,20,3")] });
            AssertOnlyBoxesAreBlack(source, copy, 1, (row, _) => row < 3);
            Assert.Contains("were not used", Assert.Single(allowed.GetWarnings()).Message);
            Assert.StartsWith("SequenceOfUltrasoundRegions[1]", refusal.TagPath);
        }
    }

    [Fact]
    public void Pixels_that_a_rule_removes_are_neither_at_risk_nor_written()
    {
        var rules = new ProtectionRules(Protecting.Key) { Cleaned = Cleaning.PixelData, Regions = [FrameRegion.Parse("0,0,20,3")] };
        rules.Site.Remove("PixelData");
        Assert.Equal("(absent)", DicomFile.Open(CleaningPixels.Apply(Image(1, "MONOCHROME2", 1), rules).Bytes).Text(PixelData));
    }

    [Fact]
    public void Floating_point_pixels_are_refused()
    {
        DatasetBuilder dataset = CleaningPixels.Start().Describe(2, 2, 32).WithValue(0x7FE0_0008, "OF", new byte[16]);
        Assert.Equal(DicomErrorReason.FloatPixelsNotCleaned, CleaningPixels.RefusalOf(dataset.ToFile(), CleaningPixels.Rules("0,0,1,1")).Reason);
        Assert.Empty(CleaningPixels.Apply(dataset.ToFile(), CleaningPixels.Rules()).Result.BlackedBoxes);
    }

    [Fact]
    public void An_image_in_a_sequence_is_refused_and_an_icon_is_removed()
    {
        DatasetBuilder Small() => new DatasetBuilder().Describe(2, 2, 8).WithValue(PixelData, "OB", 1, 2, 3, 4);
        byte[] nested = Image(CleaningPixels.Start().WithSequence(0x0008_1140, Small()), 1, "MONOCHROME2", 1);
        DicomException refusal = CleaningPixels.RefusalOf(nested, CleaningPixels.Rules("0,0,20,3"));
        Assert.Equal(DicomErrorReason.NestedPixelsNotCleaned, refusal.Reason);
        Assert.Equal("ReferencedImageSequence[0].PixelData", refusal.TagPath);
        byte[] icon = Image(CleaningPixels.Start().WithSequence(0x0088_0200, Small()), 1, "MONOCHROME2", 1);
        Assert.Equal("(absent)", DicomFile.Open(CleaningPixels.Apply(icon, CleaningPixels.Rules("0,0,20,3")).Bytes).Text(0x0088_0200));
    }

    [Fact]
    public void Overlays_in_unused_bits_are_removed_and_values_in_them_reported()
    {
        DatasetBuilder overlay = Protecting.Start().With(0x0008_0008, "CS", "ORIGINAL\\PRIMARY").With(0x0008_0060, "CS", "CT").Describe(2, 2, 16, 12)
            .With(0x6000_0010, "US", 2).With(0x6000_0011, "US", 2).With(0x6000_0040, "CS", "G").With(0x6000_0050, "SS", "1\\1").With(0x6000_0100, "US", 16).With(0x6000_0102, "US", 12)
            .WithValue(PixelData, "OW", 1, 0x10, 2, 0, 3, 0x1F, 4, 0);
        Assert.Equal(DicomErrorReason.BurnedInPossible, CleaningPixels.RefusalOf(overlay.ToFile(), new ProtectionRules(Protecting.Key)).Reason);
        (ProtectedFile result, byte[] copy) = CleaningPixels.Apply(overlay.ToFile(), CleaningPixels.Rules());
        Assert.Equal([1, 0, 2, 0, 3, 0x0F, 4, 0], DicomFile.Open(copy).Dataset[Pixels]!.Bytes().ToArray());
        Assert.Empty(result.GetWarnings());

        DatasetBuilder other = CleaningPixels.Start().Describe(2, 2, 16, 12).WithValue(PixelData, "OW", 1, 0x10, 2, 0, 3, 0, 4, 0);
        (result, copy) = CleaningPixels.Apply(other.ToFile(), CleaningPixels.Rules("0,1,1,1"));
        Assert.Equal([1, 0, 2, 0, 1, 0, 4, 0], DicomFile.Open(copy).Dataset[Pixels]!.Bytes().ToArray());
        Assert.Contains("above Bits Stored", Assert.Single(result.GetWarnings()).Message);
    }

    [Fact]
    public void A_high_bit_above_and_single_bits_keep_their_place()
    {
        DatasetBuilder shifted = CleaningPixels.Start().Describe(1, 3, 16, 12, highBit: 15).WithValue(PixelData, "OW", 0x10, 0x20, 0x30, 0x40, 0x50, 0x60);
        // Without a window, black is the lowest value.
        Assert.Equal([0x10, 0x20, 0x10, 0x20, 0x50, 0x60], DicomFile.Open(CleaningPixels.Apply(shifted.ToFile(), CleaningPixels.Rules("1,0,1,1")).Bytes).Dataset[Pixels]!.Bytes().ToArray());
        DatasetBuilder bits = CleaningPixels.Start().Describe(1, 8, 1, frames: 2).WithValue(PixelData, "OB", 0xFF, 0xFF);
        Assert.Equal([0xF9, 0xF9], DicomFile.Open(CleaningPixels.Apply(bits.ToFile(), CleaningPixels.Rules("1,0,2,1")).Bytes).Dataset[Pixels]!.Bytes().ToArray());
    }

    [Fact]
    public void Subsampled_colours_get_full_resolution()
    {
        DatasetBuilder dataset = CleaningPixels.Start().Describe(1, 4, 8, samples: 3, photometric: "YBR_FULL_422").WithValue(PixelData, "OB", 10, 20, 30, 40, 50, 60, 70, 80);
        DicomFile copy = DicomFile.Open(CleaningPixels.Apply(dataset.ToFile(), CleaningPixels.Rules("0,0,1,1")).Bytes);
        Assert.Equal("YBR_FULL", copy.Text(0x0028_0004));
        Assert.Equal([0, 128, 128, 20, 30, 40, 50, 70, 80, 60, 70, 80], copy.Dataset[Pixels]!.Bytes().ToArray());
    }

    [Fact]
    public void Recipes_of_the_site_come_beside_the_known_ones()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Combine("recipes.csv");
        File.WriteAllText(path, "Name,Manufacturer,Rows,Other,Boxes\nAcme scanner,acme,12,SoftwareVersions=3.1;ProtocolName=echo,\"0,0,20,2 0,10,20,2\"\nOther,Nobody,,,\"0,0,1,1\"\n");
        var policy = new ProtectionPolicy { Cleaned = Cleaning.PixelData };
        policy.AddRecipes(path);
        ProtectionRules rules = policy.ToRules(Protecting.Key, null, null);
        byte[] source = Image(CleaningPixels.Start().With(0x0008_0070, "LO", "ACME Inc").With(0x0018_1020, "LO", "v3.1.7").With(0x0018_1030, "LO", "Echo 2D"), 1, "MONOCHROME2", 1);
        (ProtectedFile result, byte[] copy) = CleaningPixels.Apply(source, rules);
        Assert.Equal(["Acme scanner"], result.BlackedBy);
        Assert.Equal(["0,0,20,2", "0,10,20,2"], result.BlackedBoxes);
        AssertOnlyBoxesAreBlack(source, copy, 1, (row, _) => row is < 2 or >= 10);
        Assert.Throws<ArgumentException>(() => new ProtectionRules { Regions = [FrameRegion.Parse("0,0,1,1")] }.Validate());
        foreach (string wrong in (string[])["Name,Boxes\nx,\"0,0,1,1\"", "Name,Modality\nx,US", "Name,Modality,Boxes\n,US,\"0,0,1,1\"", "Name,Modality,Boxes\nx,US,", "Name,Modality,Boxes\nx,US,7", "Name,Modality,Rows,Boxes\nx,US,a,\"0,0,1,1\"", "Name,Other,Boxes\nx,Nothing=1,\"0,0,1,1\"", "Name,Kind,Boxes\n", ""])
        {
            File.WriteAllText(path, wrong);
            Assert.Throws<ArgumentException>(() => new ProtectionPolicy().AddRecipes(path));
        }
    }

    private static byte[] Image(int samples, string photometric, int frames, bool isPlanar = false) => Image(CleaningPixels.Start(), samples, photometric, frames, isPlanar);

    private static byte[][] Fragments(byte[] file) =>
        [.. DicomFile.Open(file).Dataset[Pixels]!.Fragments.Select(fragment => file.AsSpan((int)fragment.Offset, (int)fragment.Length).ToArray())];

    /// <summary>An image without black pixels.</summary>
    private static byte[] Image(DatasetBuilder dataset, int samples, string photometric, int frames, bool isPlanar = false)
    {
        var random = new Random(samples);
        var bytes = new byte[Rows * Columns * samples * frames];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)random.Next(60, 200);
        return dataset.Describe(Rows, Columns, 8, samples: samples, photometric: photometric, frames: frames, isPlanar: isPlanar).WithValue(PixelData, "OB", bytes).ToFile();
    }

    /// <summary>Compares decoded frames in RGB or grey; a lossy source with what it decodes to.</summary>
    private static void AssertOnlyBoxesAreBlack(byte[] source, byte[] copy, int frames, Func<int, int, bool> isBlack)
    {
        using var before = PSDicom.Frames.FrameFile.Open(DicomFile.Open(source), default);
        using var after = PSDicom.Frames.FrameFile.Open(DicomFile.Open(copy), default);
        Assert.Equal(frames, after.Count);
        for (int number = 1; number <= frames; number++)
        {
            var options = new PSDicom.Frames.FrameReadOptions { AsRgb = true };
            DicomFrame old = before.Read(number, options), made = after.Read(number, options);
            for (int row = 0; row < Rows; row++)
            {
                for (int column = 0; column < Columns; column++)
                {
                    for (int sample = 0; sample < old.SamplesPerPixel; sample++) Assert.Equal(isBlack(row, column) ? 0 : old[row, column, sample], made[row, column, sample]);
                }
            }
        }
    }
}
