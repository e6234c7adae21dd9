using System.Text;
using PSDicom.Core.Tests.Volumes;
using PSDicom.Core.Tests.Volumes.Formats;
using PSDicom.Operations.Volumes;
using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Operations.Volumes;

/// <summary>Which slices a volume has, where they lie, and which stacks are no volume.</summary>
public sealed class VolumeLayoutTests : IDisposable
{
    private readonly VolumeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Slices_lie_in_the_order_of_their_positions()
    {
        ExportedVolume volume = _folder.Export(Slice(1, 10).Filled(3), Slice(2, 0).Filled(1), Slice(3, 5).Filled(2));
        NiftiFile file = VolumeFolder.Read(volume);
        Assert.Equal([1, 2, 3], Firsts(file));
        Assert.Equal([-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 5, 0], file.Matrix);
        Assert.Equal((4, 4, 3, 1, "4x4x3"), (volume.Columns, volume.Rows, volume.Slices, volume.Volumes, volume.Size));
        Assert.Equal([1, 1, 5], volume.Spacing);
        Assert.Equal((3, 0, SeriesProblem.None), (volume.FileCount, volume.FilledSlices, volume.Problem));
        Assert.Empty(volume.GetWarnings());
        Assert.Equal(new FileInfo(volume.FullName).Length, volume.Length);
    }

    [Fact]
    public void Rows_keep_their_order()
    {
        NiftiFile file = VolumeFolder.Read(_folder.Export(Slice(1, 0).WithPixels([.. Enumerable.Range(0, 16)])));
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (double)i), file.Samples);
    }

    [Fact]
    public void Times_become_volumes()
    {
        SliceBuilder[] slices = [.. Enumerable.Range(0, 6).Select(i => Slice(i + 1, 5 * (i % 2)).With(0x0020_0100, "IS", $"{1 + (i / 2)}").With(0x0054_1300, "DS", $"{i / 2 * 1500}").Filled(i))];
        ExportedVolume volume = _folder.Export(slices);
        NiftiFile file = VolumeFolder.Read(volume);
        Assert.Equal([0, 1, 2, 3, 4, 5], Firsts(file));
        Assert.Equal((3, 1.5, 1.5), (volume.Volumes, volume.TimeStep, file.PixelDimensions[4]));
    }

    [Fact]
    public void Times_that_are_not_even_are_told_of()
    {
        SliceBuilder[] slices = [.. Enumerable.Range(0, 3).Select(i => Slice(i + 1, 0).With(0x0020_0100, "IS", $"{1 + i}").With(0x0018_0050, "DS", "5").With(0x0054_1300, "DS", $"{i * i * 1000}"))];
        ExportedVolume volume = _folder.Export(slices);
        Assert.Null(volume.TimeStep);
        Assert.Contains("evenly spaced in time", Assert.Single(volume.GetWarnings()).Message);
    }

    [Fact]
    public void A_missing_slice_is_an_error_that_says_where()
    {
        DicomException error = Assert.Throws<DicomException>(() => _folder.Export(Slice(1, 0), Slice(2, 5), Slice(3, 15), Slice(4, 20)));
        Assert.Equal(DicomErrorReason.IrregularSlices, error.Reason);
        Assert.Contains("Series 1: 1 slice is missing after slice 2; there are 4.", error.Message);
        Assert.False(Directory.Exists(_folder.Out));
    }

    [Fact]
    public void Missing_slices_are_filled_in_if_asked_for()
    {
        VolumeExportOptions options = new() { Destination = _folder.Out, FillMissing = true };
        ExportedVolume volume = _folder.Export(options, Slice(1, 0).Filled(1), Slice(2, 5).Filled(2), Slice(3, 20).Filled(3), Slice(4, 25).Filled(4));
        NiftiFile file = VolumeFolder.Read(volume);
        Assert.Equal([1, 2, 0, 0, 3, 4], Firsts(file));
        Assert.Equal((2, 6, SeriesProblem.MissingSlices, 5), (volume.FilledSlices, volume.Slices, volume.Problem, file.PixelDimensions[3]));
        Assert.Contains("Blank slices were inserted", Assert.Single(volume.GetWarnings()).Message);
    }

    [Fact]
    public void Blank_slices_have_what_0_stands_for()
    {
        VolumeExportOptions options = new() { Destination = _folder.Out, Format = VolumeFormat.Nrrd, FillMissing = true };
        SliceBuilder[] slices = [.. new[] { 0, 5, 15 }.Select((z, i) => Slice(i, z).With(0x0028_0101, "US", 12).With(0x0028_0102, "US", 11).Filled(24).WithSlope("1", "-1024"))];
        byte[] bytes = File.ReadAllBytes(_folder.Export(options, slices).FullName);
        Assert.Equal((-1024, -1000), (BitConverter.ToInt16(bytes, bytes.Length - 64), BitConverter.ToInt16(bytes, bytes.Length - 32)));
    }

    [Fact]
    public void Far_more_missing_slices_than_a_volume_has_are_not_filled_in()
    {
        VolumeExportOptions options = new() { Destination = _folder.Out, FillMissing = true };
        DicomException error = Assert.Throws<DicomException>(() => _folder.Export(options, Slice(1, 0), Slice(2, 1), Slice(3, 2), Slice(4, 9000)));
        Assert.Equal(DicomErrorReason.IrregularSlices, error.Reason);
        Assert.Contains("a position may be wrong", error.Message);
    }

    [Fact]
    public void Missing_slices_may_be_left_out_with_the_mean_spacing()
    {
        VolumeExportOptions options = new() { Destination = _folder.Out, AllowIrregular = true };
        ExportedVolume volume = _folder.Export(options, Slice(1, 0), Slice(2, 5), Slice(3, 15));
        Assert.Equal((7.5, 3, 0), (volume.Spacing[2], volume.Slices, volume.FilledSlices));
        Assert.Contains("even spacing of 7.5 mm: their positions are wrong by up to 2.5 mm", Assert.Single(volume.GetWarnings()).Message);
    }

    [Fact]
    public void Uneven_slices_are_an_error_unless_they_are_allowed()
    {
        SliceBuilder[] slices = [Slice(1, 0), Slice(2, 1.081), Slice(3, 5.083), Slice(4, 12.082)];
        foreach (bool fills in new[] { false, true })
        {
            VolumeExportOptions refused = new() { Destination = _folder.Out, FillMissing = fills };
            Assert.Contains("from 1.081 to 6.999 mm", Assert.Throws<DicomException>(() => _folder.Export(refused, slices)).Message);
        }

        ExportedVolume volume = _folder.Export(new VolumeExportOptions { Destination = _folder.Out, AllowIrregular = true }, slices);
        Assert.Equal(12.082 / 3, volume.Spacing[2], 5);
    }

    [Fact]
    public void Shifted_slices_are_an_error_unless_they_are_allowed()
    {
        SliceBuilder[] slices = [Slice(1, 0), Slice(2, 5).At(3, 0, 5), Slice(3, 10)];
        Assert.Contains("shifted within their planes", Assert.Throws<DicomException>(() => _folder.Export(slices)).Message);
        ExportedVolume volume = _folder.Export(new VolumeExportOptions { Destination = _folder.Out, AllowIrregular = true }, slices);
        Assert.Equal(5, volume.Spacing[2]);
        Assert.NotEmpty(volume.GetWarnings());
    }

    [Fact]
    public void Positions_with_different_numbers_of_frames_are_no_volume_whatever_is_allowed()
    {
        VolumeExportOptions options = new() { Destination = _folder.Out, AllowIrregular = true, FillMissing = true };
        DicomException error = Assert.Throws<DicomException>(() => _folder.Export(options, Slice(1, 0), Slice(2, 5), Slice(3, 5), Slice(4, 10)));
        Assert.Equal(DicomErrorReason.IrregularSlices, error.Reason);
        Assert.Contains("1 of 3 positions have more frames", error.Message);
    }

    [Fact]
    public void Images_without_a_position_are_no_volume()
    {
        DicomException error = Assert.Throws<DicomException>(() => _folder.Export(Image(1), Image(2)));
        Assert.Equal(DicomErrorReason.NoGeometry, error.Reason);
        Assert.Contains("no position in space", error.Message);
    }

    [Fact]
    public void A_tilt_is_kept_where_there_is_a_place_for_it()
    {
        NiftiFile file = VolumeFolder.Read(_folder.Export(Tilted()));
        Assert.Equal((0, 1), (file.QformCode, file.SformCode));
        Assert.Equal([0, 0, 2.5], new[] { file.Matrix[2], file.Matrix[6], file.Matrix[10] });
        string nrrd = Encoding.ASCII.GetString(File.ReadAllBytes(_folder.Export(_folder.Options(VolumeFormat.Nrrd), Tilted()).FullName));
        Assert.Contains("(0,0,2.5)\n", nrrd);

        DicomException error = Assert.Throws<DicomException>(() => _folder.Export(_folder.Options(VolumeFormat.MetaImage), Tilted()));
        Assert.Equal(DicomErrorReason.VolumeNotSupported, error.Reason);
        Assert.Contains("tilt of 18.5 degrees", error.Message);
    }

    [Fact]
    public void A_spacing_that_is_guessed_or_contradicted_is_told_of()
    {
        Assert.Contains("1 mm was used", Assert.Single(_folder.Export(Slice(1, 0)).GetWarnings()).Message);
        Assert.Contains(
            "SpacingBetweenSlices is 4 mm, but the positions are 5 mm apart",
            Assert.Single(_folder.Export(new VolumeExportOptions { Destination = _folder.Combine("other") }, Slice(2, 0).With(0x0018_0088, "DS", "4"), Slice(3, 5).With(0x0018_0088, "DS", "4")).GetWarnings()).Message);
    }

    [Fact]
    public void Tiles_of_a_mosaic_are_cut_out()
    {
        // Four tiles of 2 x 2 pixels, of which the last is empty.
        SliceBuilder mosaic = Slice(1, 0).With(ImageType, "CS", @"ORIGINAL\PRIMARY\M\MOSAIC").With(0x0008_0060, "CS", "MR").With(0x0018_0088, "DS", "3")
            .With(0x0019_0010, "LO", "SIEMENS MR HEADER").With(0x0019_100A, "US", 3).WithPixels([.. Enumerable.Range(0, 16)]);
        ExportedVolume volume = _folder.Export(mosaic);
        Assert.Equal((2, 2, 3), (volume.Columns, volume.Rows, volume.Slices));
        Assert.Equal([0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13], VolumeFolder.Read(volume).Samples);
    }

    [Fact]
    public void Frames_of_one_file_are_read_in_the_order_of_their_positions()
    {
        int[] order = [3, 1, 2, 0];
        SliceBuilder enhanced = Image(1).WithSize(2, 2, 4).WithPixels([.. order.SelectMany(z => Enumerable.Repeat(z, 4))])
            .WithSequence(SharedGroups, new DatasetBuilder()
                .WithSequence(0x0020_9116, new DatasetBuilder().With(Orientation, "DS", @"1\0\0\0\1\0"))
                .WithSequence(0x0028_9110, new DatasetBuilder().With(PixelSpacing, "DS", @"1\1")))
            .WithSequence(FrameGroups, [.. order.Select(z => new DatasetBuilder().WithSequence(0x0020_9113, new DatasetBuilder().With(Position, "DS", $@"0\0\{z * 2}")))]);
        ExportedVolume volume = _folder.Export(enhanced);
        Assert.Equal([0, 1, 2, 3], Firsts(VolumeFolder.Read(volume)));
        Assert.Equal(1, volume.FileCount);
    }

    [Fact]
    public void Slices_that_a_segmentation_leaves_out_are_zero()
    {
        int[] positions = [0, 1, 3];
        SliceBuilder segmentation = Image(1).With(0x0008_0060, "CS", "SEG").WithSize(4, 4, 3).WithBytePixels([.. Enumerable.Repeat((byte)1, 48)])
            .WithSequence(SharedGroups, new DatasetBuilder()
                .WithSequence(0x0020_9116, new DatasetBuilder().With(Orientation, "DS", @"1\0\0\0\1\0"))
                .WithSequence(0x0028_9110, new DatasetBuilder().With(0x0018_0088, "DS", "2").With(PixelSpacing, "DS", @"1\1")))
            .WithSequence(FrameGroups, [.. positions.Select(z => new DatasetBuilder()
                .WithSequence(0x0020_9113, new DatasetBuilder().With(Position, "DS", $@"0\0\{z * 2}"))
                .WithSequence(0x0062_000A, new DatasetBuilder().With(0x0062_000B, "US", 1)))]);
        ExportedVolume volume = _folder.Export(segmentation);
        Assert.Equal([1, 1, 0, 1], Firsts(VolumeFolder.Read(volume)));
        Assert.Equal((0, SeriesProblem.None), (volume.FilledSlices, volume.Problem));
        Assert.Empty(volume.GetWarnings());
    }

    [Fact]
    public void More_files_with_several_times_than_are_held_open_give_the_same()
    {
        // 50 positions, each a file with 2 times: each file is needed again after all others.
        SliceBuilder[] files = [.. Enumerable.Range(0, 50).Select(z => Image(z + 1).WithSize(2, 2, 2).WithPixels(z, z, z, z, z + 1000, z + 1000, z + 1000, z + 1000)
            .WithSequence(SharedGroups, new DatasetBuilder()
                .WithSequence(0x0020_9113, new DatasetBuilder().With(Position, "DS", $@"0\0\{z}"))
                .WithSequence(0x0020_9116, new DatasetBuilder().With(Orientation, "DS", @"1\0\0\0\1\0"))
                .WithSequence(0x0028_9110, new DatasetBuilder().With(PixelSpacing, "DS", @"1\1")))
            .WithSequence(FrameGroups, [.. Enumerable.Range(1, 2).Select(time => new DatasetBuilder().WithSequence(0x0020_9111, new DatasetBuilder().With(0x0020_9128, "UL", time)))]))];
        ExportedVolume volume = _folder.Export(files);
        Assert.Equal((50, 2), (volume.Slices, volume.Volumes));
        double[] samples = VolumeFolder.Read(volume).Samples;
        Assert.Equal([.. Enumerable.Range(0, 50).Select(z => (double)z), .. Enumerable.Range(1000, 50).Select(z => (double)z)], Enumerable.Range(0, 100).Select(i => samples[i * 4]));
    }

    private static SliceBuilder[] Tilted()
    {
        const double Angle = 18.5 * Math.PI / 180;
        string cosines = Decimals(1, 0, 0, 0, Math.Cos(Angle), -Math.Sin(Angle));
        return [.. Enumerable.Range(0, 5).Select(i => Slice(i, 2.5 * i).With(Orientation, "DS", cosines))];
    }

    /// <summary>The first sample of each slice.</summary>
    private static double[] Firsts(NiftiFile file)
    {
        double[] samples = file.Samples;
        int length = (int)(file.Dimensions[1] * file.Dimensions[2]);
        return [.. Enumerable.Range(0, samples.Length / length).Select(slice => samples[slice * length])];
    }
}
