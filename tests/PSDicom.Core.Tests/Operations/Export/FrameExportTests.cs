using PSDicom.Core.Tests.Codecs.JpegLs;
using PSDicom.Core.Tests.Frames;
using PSDicom.Frames;
using PSDicom.IO.Writing;
using PSDicom.Operations.Export;
using PSDicom.Operations.Targets;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;
using PSDicom.Threading;

namespace PSDicom.Core.Tests.Operations.Export;

public sealed class FrameExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.Combine("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Raw_files_hold_the_stored_values()
    {
        ExportedFrame[] pictures = Export(new() { Destination = Out, Format = PictureFormat.Raw }, Frames(3));
        Assert.Equal(["source_1.raw", "source_2.raw", "source_3.raw"], pictures.Select(picture => Path.GetFileName(picture.FullName)));
        Assert.Equal([[10, 0, 11, 0], [20, 0, 21, 0], [30, 0, 31, 0]], pictures.Select(picture => File.ReadAllBytes(picture.FullName)));
        Assert.Equal([1, 2, 3], pictures.Select(picture => picture.Frame!.Value));
        ExportedFrame first = pictures[0];
        Assert.Equal(
            (2, 1, 16, 4, 1, PictureFormat.Raw), (first.Width, first.Height, first.BitDepth, first.Length, first.FrameCount, first.Format));
        Assert.Equal((_folder.Combine("source.dcm"), null, null), (first.Source, first.WindowCenter, first.WindowWidth));
    }

    [Fact]
    public void Frames_come_in_the_order_wanted()
    {
        ExportedFrame[] pictures = Export(new() { Destination = Out, Format = PictureFormat.Raw, Frames = [3, 1] }, Frames(12));
        Assert.Equal(["source_03.raw", "source_01.raw"], pictures.Select(picture => Path.GetFileName(picture.FullName)));
        Assert.Equal([30, 10], pictures.Select(picture => (int)File.ReadAllBytes(picture.FullName)[0]));
    }

    [Fact]
    public void Combined_frames_are_one_file()
    {
        ExportedFrame picture = Assert.Single(
            Export(new() { Destination = Out, Format = PictureFormat.Raw, Combine = true, Frames = [3, 1, 3] }, Frames(3)));
        Assert.Equal([30, 0, 31, 0, 10, 0, 11, 0, 30, 0, 31, 0], File.ReadAllBytes(picture.FullName));
        Assert.Equal(("source.raw", null, 3, 12), (Path.GetFileName(picture.FullName), picture.Frame, picture.FrameCount, picture.Length));
    }

    [Theory]
    [InlineData(PictureFormat.Npy)]
    [InlineData(PictureFormat.Gif)]
    public void Frames_of_different_sizes_are_not_combined(PictureFormat format)
    {
        byte[] Frame(int rows)
        {
            byte[] frame = JpegLsStream.Image(SampleImages.Make(rows, 6, 1, 255), 8);
            return frame.Length % 2 == 0 ? frame : [.. frame, 0];
        }

        byte[] file = new DatasetBuilder().Describe(4, 6, 8, frames: 2).WithFragments(FrameImage.PixelData, [], Frame(4), Frame(5)).ToFile("1.2.840.10008.1.2.4.80");
        using FrameExport export = FrameExport.Open(
            DicomFile.Open(file), new() { Destination = Out, Format = format, Combine = true, NameTemplate = NameTemplate.Parse("x") }, default);
        DicomException exception = Assert.Throws<DicomException>(() => export.Write(Assert.Single(export.GetPictures()), default));
        Assert.Equal(DicomErrorReason.PictureNotSupported, exception.Reason);
        Assert.Empty(Directory.GetFiles(Out));
    }

    [Fact]
    public void A_frame_that_fails_fails_the_whole_combined_file()
    {
        using FrameExport export = Open(new() { Destination = Out, Format = PictureFormat.Raw, Combine = true, Frames = [1, 2, 4] }, Frames(3));
        DicomException exception = Assert.Throws<DicomException>(() => export.Write(Assert.Single(export.GetPictures()), default));
        Assert.Equal((DicomErrorReason.FrameNotFound, export.Source), (exception.Reason, exception.Path));
        Assert.StartsWith("Frame 4 cannot be combined", exception.Message);
        Assert.Empty(Directory.GetFiles(Out));
    }

    [Fact]
    public void No_folder_is_made_for_a_file_that_fails()
    {
        using FrameExport export = Open(new() { Destination = Out, Format = PictureFormat.Raw, Frames = [4] }, Frames(3));
        Assert.Throws<DicomException>(() => export.Write(Assert.Single(export.GetPictures()), default));
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Rescaled_values_are_what_stored_ones_stand_for()
    {
        DatasetBuilder dataset = WithPixels(Describe(1).With(0x0028_1052, "DS", "-1000").With(0x0028_1053, "DS", "2"), 1);
        ExportedFrame raw = Assert.Single(Export(new() { Destination = Out, Format = PictureFormat.Raw, Rescaled = true }, dataset));
        byte[] integers = File.ReadAllBytes(raw.FullName);
        Assert.Equal([-980, -978], [BitConverter.ToInt32(integers, 0), BitConverter.ToInt32(integers, 4)]);
        ExportedFrame tiff = Assert.Single(Export(new() { Destination = Out, Format = PictureFormat.Tiff, Rescaled = true }, dataset));
        Assert.Equal(32, tiff.BitDepth);
    }

    [Fact]
    public void Frames_that_are_rescaled_differently_have_one_type_in_a_file()
    {
        static DatasetBuilder Group(string slope) => new DatasetBuilder().WithSequence(
            0x0028_9145, new DatasetBuilder().With(0x0028_1052, "DS", "0").With(0x0028_1053, "DS", slope));
        DatasetBuilder dataset = Describe(2).WithSequence(0x5200_9230, Group("1"), Group("0.5"));
        ExportedFrame picture = Assert.Single(
            Export(new() { Destination = Out, Format = PictureFormat.Raw, Rescaled = true, Combine = true }, WithPixels(dataset, 2)));
        byte[] bytes = File.ReadAllBytes(picture.FullName);
        Assert.Equal([10, 11, 10, 10.5], Enumerable.Range(0, 4).Select(i => BitConverter.ToDouble(bytes, 8 * i)));
    }

    [Fact]
    public void The_window_is_told()
    {
        DatasetBuilder dataset = WithPixels(Describe(1).With(0x0028_1050, "DS", "15").With(0x0028_1051, "DS", "10"), 1);
        ExportedFrame picture = Assert.Single(Export(new() { Destination = Out }, dataset));
        Assert.Equal((15, 10, PictureFormat.Png, 8), (picture.WindowCenter, picture.WindowWidth, picture.Format, picture.BitDepth));
        ExportedFrame other = Assert.Single(
            Export(new() { Destination = Out, Force = true, Rendering = new() { Windowing = Windowing.Of(40, 80) } }, dataset));
        Assert.Equal((40, 80), (other.WindowCenter, other.WindowWidth));
    }

    [Fact]
    public void The_only_picture_may_have_a_path_of_its_own()
    {
        string path = Path.Combine(Out, "head.JPEG");
        ExportedFrame picture = Assert.Single(Export(new() { Destination = path, Frames = [2] }, Frames(3)));
        Assert.Equal((path, PictureFormat.Jpeg), (picture.FullName, picture.Format));
        Assert.Equal([0xFF, 0xD8], File.ReadAllBytes(path)[..2]);
    }

    [Fact]
    public void Several_pictures_cannot_have_one_path()
    {
        DicomException exception = Assert.Throws<DicomException>(() => Open(new() { Destination = Path.Combine(Out, "a.png") }, Frames(3)));
        Assert.Equal(DicomErrorReason.TargetNotUnique, exception.Reason);
        Assert.Contains("There are 3 pictures", exception.Message);
    }

    [Fact]
    public void A_folder_named_like_a_picture_is_a_folder()
    {
        string folder = Path.Combine(Out, "a.png");
        Directory.CreateDirectory(folder);
        Assert.Equal(Path.Combine(folder, "source.png"), Assert.Single(Export(new() { Destination = folder }, Frames(1))).FullName);
    }

    [Fact]
    public void What_exists_is_replaced_only_by_force()
    {
        var options = new FrameExportOptions { Destination = Out };
        string path = Assert.Single(Export(options, Frames(1))).FullName;
        byte[] before = File.ReadAllBytes(path);
        using (FrameExport export = Open(options, Frames(1)))
        {
            PictureTarget target = Assert.Single(export.GetPictures());
            Assert.Equal(DicomErrorReason.TargetExists, Assert.Throws<DicomException>(() => export.Check(target)).Reason);
            Assert.Equal(DicomErrorReason.TargetExists, Assert.Throws<DicomException>(() => export.Write(target, default)).Reason);
        }

        Assert.Equal(before, File.ReadAllBytes(path));
        Export(new() { Destination = Out, Force = true, Rendering = new() { Invert = true } }, Frames(1));
        Assert.NotEqual(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void Two_pictures_of_one_name_are_an_error_also_with_force()
    {
        using FrameExport export = Open(new() { Destination = Out, Force = true, NameTemplate = NameTemplate.Parse("same") }, Frames(2));
        PictureTarget[] targets = export.GetPictures().ToArray();
        export.Write(targets[0], default);
        DicomException exception = Assert.Throws<DicomException>(() => export.Write(targets[1], default));
        Assert.Equal(DicomErrorReason.TargetNotUnique, exception.Reason);
        Assert.Contains("name template", exception.Message);
    }

    [Fact]
    public void The_source_is_never_replaced()
    {
        byte[] source = Frames(1).ToFile();
        string path = _folder.Combine("image.png");
        File.WriteAllBytes(path, source);
        using FrameExport export = FrameExport.Open(
            path, new() { Destination = _folder.Path, Force = true, NameTemplate = NameTemplate.Parse("image") }, default);
        PictureTarget target = Assert.Single(export.GetPictures());
        Assert.Equal(path, target.Path);
        Assert.Equal(DicomErrorReason.TargetExists, Assert.Throws<DicomException>(() => export.Check(target)).Reason);
        Assert.Throws<DicomException>(() => export.Write(target, default));
        Assert.Equal(source, File.ReadAllBytes(path));
    }

    [SkippableFact]
    public void The_source_is_never_replaced_by_another_of_its_paths()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege here.");
        byte[] source = Frames(1).ToFile();
        Directory.CreateDirectory(Out);
        File.WriteAllBytes(Path.Combine(Out, "image.png"), source);
        string link = _folder.Combine("link");
        Directory.CreateSymbolicLink(link, Out);
        using FrameExport export = FrameExport.Open(
            Path.Combine(link, "image.png"), new() { Destination = Out, Force = true, NameTemplate = NameTemplate.Parse("image") }, default);
        PictureTarget target = Assert.Single(export.GetPictures());
        Assert.Equal(DicomErrorReason.TargetExists, Assert.Throws<DicomException>(() => export.Write(target, default)).Reason);
        Assert.Equal(source, File.ReadAllBytes(Path.Combine(Out, "image.png")));
    }

    [Fact]
    public void No_DICOM_file_is_replaced_whichever_it_is()
    {
        byte[] other = Frames(2).ToFile();
        Directory.CreateDirectory(Out);
        File.WriteAllBytes(Path.Combine(Out, "source.png"), other);
        using FrameExport export = Open(new() { Destination = Out, Force = true }, Frames(1));
        PictureTarget target = Assert.Single(export.GetPictures());
        Assert.Contains("DICOM file", Assert.Throws<DicomException>(() => export.Check(target)).Message);
        Assert.Throws<DicomException>(() => export.Write(target, default));
        Assert.Equal(other, File.ReadAllBytes(target.Path));
    }

    [SkippableFact]
    public void A_link_in_place_of_the_picture_is_replaced_and_not_followed()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege here.");
        string elsewhere = _folder.Combine("elsewhere.txt");
        File.WriteAllText(elsewhere, "untouched");
        Directory.CreateDirectory(Out);
        File.CreateSymbolicLink(Path.Combine(Out, "source.png"), elsewhere);
        string path = Assert.Single(Export(new() { Destination = Out, Force = true }, Frames(1))).FullName;
        Assert.Null(new FileInfo(path).LinkTarget);
        Assert.Equal("untouched", File.ReadAllText(elsewhere));
    }

    [SkippableFact]
    public void A_link_on_the_way_is_not_followed()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege here.");
        string elsewhere = _folder.Combine("elsewhere");
        Directory.CreateDirectory(elsewhere);
        Directory.CreateDirectory(Out);
        Directory.CreateSymbolicLink(Path.Combine(Out, "P1"), elsewhere);
        using FrameExport export = Open(new() { Destination = Out, NameTemplate = NameTemplate.Parse("{PatientID}/deep/{BaseName}") }, Frames(1));
        PictureTarget target = Assert.Single(export.GetPictures());
        Assert.Equal(DicomErrorReason.TargetOutsideDestination, Assert.Throws<DicomException>(() => export.Check(target)).Reason);
        Assert.Equal(DicomErrorReason.TargetOutsideDestination, Assert.Throws<DicomException>(() => export.Write(target, default)).Reason);
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere));
    }

    [SkippableFact]
    public void The_destination_itself_may_be_a_link()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege here.");
        string elsewhere = _folder.Combine("elsewhere");
        Directory.CreateDirectory(elsewhere);
        Directory.CreateSymbolicLink(Out, elsewhere);
        Export(new() { Destination = Out, NameTemplate = NameTemplate.Parse("{PatientID}/x") }, Frames(1));
        Assert.True(File.Exists(Path.Combine(elsewhere, "P1", "x.png")));
    }

    [Fact]
    public void A_file_in_place_of_the_destination_is_an_error_of_writing()
    {
        File.WriteAllText(Out, "no folder");
        using FrameExport export = Open(new() { Destination = Out }, Frames(1));
        PictureTarget target = Assert.Single(export.GetPictures());
        TargetWriteException exception = Assert.Throws<TargetWriteException>(() => export.Write(target, default));
        Assert.Equal(target.Path, exception.Path);
        Assert.Equal("no folder", File.ReadAllText(Out));
    }

    [Fact]
    public void Work_that_is_ended_leaves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        using FrameExport export = Open(new() { Destination = Out }, Frames(1));
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => export.Write(Assert.Single(export.GetPictures()), cancellation.Token));
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Text_of_the_header_is_written_only_when_it_is_asked_for()
    {
        byte[] without = File.ReadAllBytes(Assert.Single(Export(new() { Destination = Out, Format = PictureFormat.Tiff }, Frames(1))).FullName);
        byte[] with = File.ReadAllBytes(Assert.Single(
            Export(new() { Destination = Out, Format = PictureFormat.Tiff, Force = true, Text = TagQuery.Parse(["PatientID", "StudyID"]) }, Frames(1))).FullName);
        Assert.Equal(-1, without.AsSpan().IndexOf("P1"u8));
        Assert.True(with.AsSpan().IndexOf("PatientID"u8) >= 0 && with.AsSpan().IndexOf("P1"u8) >= 0);
        Assert.Equal(-1, with.AsSpan().IndexOf("StudyID"u8));
    }

    [Fact]
    public void Text_that_would_be_long_in_each_picture_is_left_out_with_a_warning()
    {
        var tags = TagQuery.Parse(["PatientID", "TextValue"]);
        DatasetBuilder Dataset(int length) => WithPixels(Describe(2).With(0x0040_A160, "UT", new string('x', length)), 2);
        ExportedFrame[] pictures = Export(new() { Destination = Out, Text = tags }, Dataset(DicomLimits.MaxTextOfPicture));
        Assert.All(pictures, picture => Assert.InRange(picture.Length, 1, 1000));
        Assert.All(pictures, picture => Assert.Equal("TextValue", Assert.Single(picture.GetWarnings()).TagPath));
        Assert.All(pictures, picture => Assert.True(File.ReadAllBytes(picture.FullName).AsSpan().IndexOf("P1"u8) >= 0));

        pictures = Export(new() { Destination = Out, Text = tags, Force = true }, Dataset(DicomLimits.MaxTextOfPicture - 100));
        Assert.All(pictures, picture => Assert.Empty(picture.GetWarnings()));
        Assert.All(pictures, picture => Assert.True(File.ReadAllBytes(picture.FullName).AsSpan().IndexOf("TextValue"u8) >= 0));
    }

    [Fact]
    public void Overlays_in_unused_bits_are_drawn()
    {
        byte[] pixels = [0, 0x10, 0, 0];
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, 2, 16, stored: 12)
            .With(0x6000_0010, "US", 1).With(0x6000_0011, "US", 2).With(0x6000_0040, "CS", "G").With(0x6000_0050, "SS", 1, 1)
            .With(0x6000_0100, "US", 16).With(0x6000_0102, "US", 12).WithValue(FrameImage.PixelData, "OW", pixels);
        using FrameFile file = FrameFile.Open(DicomFile.Open(dataset.ToFile()), default);
        var options = new RenderOptions { Overlay = true, Windowing = Windowing.Between(0, 4095) };
        Assert.Equal(new byte[] { 255, 0 }, new RenderedPictures(file, options).Read(1, FrameThreads.One).Pixels);
        Assert.Equal(new byte[] { 0, 0 }, new RenderedPictures(file, new() { Windowing = options.Windowing }).Read(1, FrameThreads.One).Pixels);
    }

    [Fact]
    public void Bytes_in_memory_are_exported_too()
    {
        using FrameExport export = FrameExport.Open(DicomFile.Open(Frames(1).ToFile()), new() { Destination = Out }, default);
        ExportedFrame picture = export.Write(Assert.Single(export.GetPictures()), default);
        Assert.Equal((null, "Unknown.png"), (picture.Source, Path.GetFileName(picture.FullName)));
    }

    private static DatasetBuilder Describe(int frames) =>
        new DatasetBuilder().With(0x0010_0020, "LO", "P1").Describe(1, 2, 16, frames: frames);

    private static DatasetBuilder WithPixels(DatasetBuilder dataset, int frames) => dataset.WithValue(
        FrameImage.PixelData,
        "OW",
        [.. Enumerable.Range(1, frames).SelectMany(frame => new byte[] { (byte)(10 * frame), 0, (byte)((10 * frame) + 1), 0 })]);

    private static DatasetBuilder Frames(int frames) => WithPixels(Describe(frames), frames);

    private FrameExport Open(FrameExportOptions options, DatasetBuilder dataset)
    {
        string path = _folder.Combine("source.dcm");
        File.WriteAllBytes(path, dataset.ToFile());
        return FrameExport.Open(path, options, default);
    }

    private ExportedFrame[] Export(FrameExportOptions options, DatasetBuilder dataset)
    {
        using FrameExport export = Open(options, dataset);
        return [.. export.GetPictures().Select(picture => export.Write(picture, default))];
    }
}
