using System.Text;
using PSDicom.Core.Tests.Frames;
using PSDicom.Core.Tests.Pictures.Html;
using PSDicom.IO.Writing;
using PSDicom.Operations.Pages;
using PSDicom.Query;
using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Operations.Pages;

public sealed class PageExportTests : IDisposable
{
    private const uint PatientName = 0x0010_0010, SeriesInstanceUID = 0x0020_000E;

    private readonly TemporaryFolder _folder = new();
    private readonly List<PageFrameResult<string>> _results = [];

    private string Out => _folder.Combine("out", "page.html");

    private PageExportOptions Options => new() { Destination = Out };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Values_of_all_frames_are_in_the_page_in_order()
    {
        string[] files = [Add("a", 2), Add("b", 1), Add("c", 3)];
        ExportedPage page = Export(Options, files)!;
        Assert.Equal((Out, PageContent.Values, 1, 3, 6, 0), (page.FullName, page.Content, page.SeriesCount, page.FileCount, page.FrameCount, page.MissingFrameCount));
        Assert.Equal(new FileInfo(Out).Length, page.Length);
        (string Json, string Data)[] frames = PageReader.Frames(File.ReadAllText(Out));
        Assert.Equal(6, frames.Length);
        int expected = 0;
        for (int i = 0; i < 6; i++)
        {
            if (i is 2 or 3) expected = 0;
            uint[] samples = PageReader.Samples(PageReader.Inflate(PageReader.Decode(frames[i].Data)), 2, 2);
            Assert.Equal(Enumerable.Range(expected, 6).Select(value => (uint)value), samples);
            expected += 6;
        }

        Assert.Equal(["a", "a", "b", "c", "c", "c"], _results.Select(result => Path.GetFileNameWithoutExtension(result.Source)));
        Assert.Equal([1, 2, 1, 1, 2, 3], _results.Select(result => result.Frame));
        Assert.StartsWith("{\"number\":1,\"width\":2,\"height\":3,\"window\":{\"center\":", frames[0].Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Chosen_frames_come_in_the_order_wanted_and_missing_ones_are_an_error_of_their_file()
    {
        string three = Add("three", 3), one = Add("one", 1);
        PageExportOptions options = new() { Destination = Out, Frames = [3, 1] };
        PageSource source = PageSource.Read(one, options, default);
        Assert.Equal((DicomErrorReason.FrameNotFound, one, 1), (source.MissingFrame!.Reason, source.MissingFrame.Path, source.FrameCount));
        Export(options, [three, one]);
        Assert.Equal([3, 1, 1], _results.Select(result => result.Frame));
    }

    [Fact]
    public void Series_are_told_apart_by_their_UID_and_called_by_nothing_that_tells_the_patient()
    {
        string[] files =
        [
            Add("a", 1, dataset => dataset.With(0x0008_0060, "CS", "CT").With(PatientName, "PN", "Secret^Name").With(SeriesInstanceUID, "UI", "1.2.1").With(0x0020_0011, "IS", "4")),
            Add("b", 2, dataset => dataset.With(0x0008_0060, "CS", "no code").With(SeriesInstanceUID, "UI", "1.2.2")),
            Add("c", 1, dataset => dataset.With(SeriesInstanceUID, "UI", "1.2.1")),
        ];
        Assert.Equal(2, Export(Options, files)!.SeriesCount);
        string page = File.ReadAllText(Out);
        Assert.Contains("\"series\":[{\"label\":\"Series 4 CT\",\"count\":2,", page, StringComparison.Ordinal);
        Assert.Contains("{\"label\":\"Series\",\"count\":2,", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_what_was_asked_for_as_plain_text()
    {
        string file = Add("a", 2, dataset => dataset.With(0x0008_0005, "CS", "ISO_IR 192").WithValue(PatientName, "PN", Encoding.UTF8.GetBytes("</script>\u202E'")));
        Export(new() { Destination = Out, Text = TagQuery.Parse(["PatientName"]) }, [file]);
        Assert.Contains("\"text\":[[\"PatientName\",\"\\u003c/script\\u003e\\u003cU+202E\\u003e\\u0027\"]]", PageReader.Frames(File.ReadAllText(Out))[0].Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Display_keeps_pictures_and_JPEG_by_quality()
    {
        string file = Add("a", 1);
        Export(new() { Destination = Out, Content = PageContent.Display }, [file]);
        byte[] png = PageReader.Decode(PageReader.Frames(File.ReadAllText(Out))[0].Data);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png.Take(4));
        Export(new() { Destination = Out, Content = PageContent.Display, Quality = 80, Force = true }, [file]);
        byte[] jpeg = PageReader.Decode(PageReader.Frames(File.ReadAllText(Out))[0].Data);
        Assert.Equal([0xFF, 0xD8], jpeg.Take(2));
    }

    [Theory]
    [InlineData(4097, PageContent.Display)]
    [InlineData(4096, PageContent.Values)]
    public void Pictures_are_kept_where_values_would_be_too_many(int frames, PageContent expected)
    {
        // The header tells; the frames need not be there to know.
        DatasetBuilder dataset = new DatasetBuilder().Describe(64, 128, 16, frames: frames).WithValue(FrameImage.PixelData, "OW", new byte[64 * 128 * 2]);
        DicomFile file = DicomFile.Open(dataset.ToFile());
        var page = new PageExport<string>(Options, 1, default);
        PageSource source = PageSource.Read(file, new() { Destination = Out, Frames = [.. Enumerable.Range(1, frames)] }, default);
        Assert.InRange(source.FrameCount, 1, frames);
        for (int i = 0; i < frames / source.FrameCount; i++) page.Add("f", source);
        Assert.Equal(expected, page.Content);
    }

    [Theory]
    [InlineData(0, "\"width\":2,\"height\":3,\"aspect\":4,\"pixelWidth\":0.5")]
    [InlineData(90, "\"width\":3,\"height\":2,\"aspect\":0.25,\"pixelWidth\":2")]
    [InlineData(180, "\"width\":2,\"height\":3,\"aspect\":4,\"pixelWidth\":0.5")]
    public void A_rotated_frame_has_the_size_of_its_picture(int rotate, string expected)
    {
        string file = Add("a", 1, dataset => dataset.With(0x0028_0030, "DS", "2\\0.5"));
        ExportedPage page = Export(new() { Destination = Out, Rendering = new() { Rotate = rotate } }, [file])!;
        Assert.Equal(rotate == 0 ? PageContent.Values : PageContent.Display, page.Content);
        Assert.Contains(expected, PageReader.Frames(File.ReadAllText(Out))[0].Json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_drawn_into_a_picture_makes_one()
    {
        string file = Add("a", 1);
        var inverted = new PageExportOptions { Destination = Out, Rendering = new() { Invert = true } };
        Assert.Equal(PageContent.Display, Export(inverted, [file])!.Content);
        Assert.Throws<ArgumentException>(() => Export(new() { Destination = Out, Content = PageContent.Values, Rendering = new() { Overlay = true } }, [file]));
        Assert.Throws<ArgumentException>(() => Export(new() { Destination = Out, Rendering = new() { Rotate = 45 } }, [file]));
    }

    [Fact]
    public void Only_the_frames_asked_for_of_a_file_are_added()
    {
        var page = new PageExport<string>(Options, 1, default);
        page.Add("a", PageSource.Read(Add("a", 3), Options, default, [3, 1]));
        Assert.Equal(2, page.Write(_results.Add)!.FrameCount);
        Assert.Equal([3, 1], _results.Select(result => result.Frame));
    }

    [Fact]
    public void A_frame_that_cannot_be_decoded_keeps_its_place_and_is_an_error()
    {
        byte[] good = FrameImage.EncodeRle(1, 2, 3, 4), bad = Damaged();
        DatasetBuilder dataset = new DatasetBuilder().Describe(2, 2, 8, frames: 3).WithFragments(FrameImage.PixelData, [], bad, good, bad);
        string file = _folder.Combine("frames.dcm");
        File.WriteAllBytes(file, dataset.ToFile(FrameImage.Rle));
        ExportedPage page = Export(Options, [file])!;
        Assert.Equal((3, 2), (page.FrameCount, page.MissingFrameCount));
        (string Json, string Data)[] frames = PageReader.Frames(File.ReadAllText(Out));
        Assert.Equal([true, false, true], frames.Select(frame => frame.Json.Contains("\"missing\":")));
        Assert.Equal([true, false, true], _results.Select(result => result.Error is DicomException));
    }

    [Fact]
    public void Files_of_which_no_frame_can_be_shown_leave_no_page()
    {
        string file = _folder.Combine("frames.dcm");
        File.WriteAllBytes(file, new DatasetBuilder().Describe(2, 2, 8).WithFragments(FrameImage.PixelData, [], Damaged()).ToFile(FrameImage.Rle));
        Assert.Null(Export(Options, [file]));
        Assert.False(Directory.Exists(Path.GetDirectoryName(Out)));
        Assert.IsType<DicomException>(Assert.Single(_results).Error);
    }

    [Fact]
    public void A_window_that_a_file_does_not_have_is_told_once_a_file()
    {
        PageExportOptions options = new() { Destination = Out, Rendering = new() { Windowing = Windowing.Parse("7") } };
        Assert.Null(Export(options, [Add("a", 3), Add("b", 2)]));
        Assert.Equal([true, false, false, true, false], _results.Select(result => result.Error is DicomException { Reason: DicomErrorReason.WindowNotFound }));
    }

    [Fact]
    public void Frames_of_very_many_windows_have_the_first_ones_to_choose_from()
    {
        string centers = string.Join('\\', Enumerable.Range(1, 1000)), widths = string.Join('\\', Enumerable.Repeat("80", 1000));
        ExportedPage page = Export(Options, [Add("a", 20, centers: centers, widths: widths, explanations: "")])!;
        string json = PageReader.Frames(File.ReadAllText(Out))[19].Json;
        Assert.Contains("\"number\":32}", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"number\":33}", json, StringComparison.Ordinal);
        Assert.All(_results, result => Assert.Equal("The page has the first 32 of 1000 windows to choose from.", Assert.Single(result.Warnings).Message));
    }

    [Fact]
    public void The_reason_of_a_missing_frame_has_no_text_of_the_header()
    {
        string one = Add("a", 1), two = Add("b", 1, dataset => dataset.With(0x0008_0060, "CS", "MR"), "1\\2", "1\\2", "Secret\\Name");
        Assert.Equal(1, Export(new() { Destination = Out, Rendering = new() { Windowing = Windowing.Parse("Name") } }, [one, two])!.MissingFrameCount);
        Export(new() { Destination = Out, Rendering = new() { Windowing = Windowing.Parse("2") }, Force = true }, [one, two]);
        Assert.Contains("There is no window 2", _results[0].Error!.Message, StringComparison.Ordinal);
        string page = File.ReadAllText(Out);
        Assert.Contains("\"missing\":\"The file does not have the requested window.\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_exists_is_replaced_only_if_asked_and_an_input_never()
    {
        string file = Add("a", 1);
        Export(Options, [file]);
        Assert.Equal(DicomErrorReason.TargetExists, Assert.Throws<DicomException>(() => Export(Options, [file])).Reason);
        PageExportOptions forced = new() { Destination = Out, Force = true };
        Assert.NotNull(Export(forced, [file]));
        var page = new PageExport<string>(forced, 1, default);
        page.Protect(Out);
        page.Add("a", PageSource.Read(file, forced, default));
        Assert.Equal(DicomErrorReason.TargetExists, Assert.Throws<DicomException>(() => page.Write(_ => { })).Reason);
        Assert.Equal(["page.html"], Directory.GetFiles(Path.GetDirectoryName(Out)!).Select(Path.GetFileName));
    }

    [Fact]
    public void What_ends_the_writing_leaves_what_was_there()
    {
        string file = Add("a", 40);
        Export(Options, [file]);
        byte[] before = File.ReadAllBytes(Out);
        using var stop = new CancellationTokenSource();
        PageExportOptions options = new() { Destination = Out, Force = true };
        var page = new PageExport<string>(options, 1, stop.Token);
        page.Add("a", PageSource.Read(file, options, default));
        Assert.ThrowsAny<OperationCanceledException>(() => page.Write(result =>
        {
            if (result.Frame == 20) stop.Cancel();
        }));
        Assert.Equal(before, File.ReadAllBytes(Out));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Out)!));
    }

    [Theory]
    [InlineData("page.png")]
    [InlineData("page")]
    [InlineData(" ")]
    public void A_destination_that_is_no_page_is_refused(string destination) =>
        Assert.Throws<ArgumentException>(() => new PageExport<string>(new() { Destination = destination }, 1, default));

    [Fact]
    public void Options_that_cannot_be_are_refused()
    {
        foreach (PageExportOptions options in (PageExportOptions[])
            [
                new() { Destination = Out, Frames = [] }, new() { Destination = Out, Frames = [0] }, new() { Destination = Out, Quality = 101 },
                new() { Destination = Out, Rendering = new() { Windowing = Windowing.None } }, new() { Destination = _folder.Path },
            ])
        {
            Assert.Throws<ArgumentException>(() => new PageExport<string>(options, 1, default));
        }
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_error_of_the_page()
    {
        File.WriteAllText(_folder.Combine("out"), "a file");
        Assert.Throws<TargetWriteException>(() => Export(Options, [Add("a", 1)]));
    }

    /// <summary>Frames of 2 columns and 3 rows, with the values 0, 1, 2, ... on through the frames.</summary>
    private string Add(
        string name, int frames, Func<DatasetBuilder, DatasetBuilder>? with = null, string? centers = null, string? widths = null, string? explanations = null)
    {
        string path = _folder.Combine(name + ".dcm");
        DatasetBuilder dataset = (with ?? (same => same))(new DatasetBuilder()).Describe(3, 2, 16, frames: frames);
        if (centers is not null) dataset = dataset.With(0x0028_1050, "DS", centers).With(0x0028_1051, "DS", widths!).With(0x0028_1055, "LO", explanations!);
        dataset = dataset.WithValue(FrameImage.PixelData, "OW", Enumerable.Range(0, 6 * frames).SelectMany(value => BitConverter.GetBytes((ushort)value)).ToArray());
        File.WriteAllBytes(path, dataset.ToFile());
        return path;
    }

    /// <summary>An RLE frame whose header is wrong.</summary>
    private static byte[] Damaged()
    {
        byte[] frame = FrameImage.EncodeRle(1, 2, 3, 4);
        (frame[0], frame[4]) = (7, 0x99);
        return frame;
    }

    private ExportedPage? Export(PageExportOptions options, string[] files)
    {
        _results.Clear();
        var page = new PageExport<string>(options, 4, default);
        foreach (string file in files) page.Add(file, PageSource.Read(file, options, default));
        return page.Write(_results.Add);
    }
}
