using System.Diagnostics;
using System.Text.Json;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.Combine("out");

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("in/b.dcm in/b.png")]
    [InlineData("in/b.dcm in/../in/b.png")]
    [InlineData("in/b.dcm in/link")]
    [InlineData("in/b.dcm in/b.p*")]
    [InlineData("in/b.dcm --files-from list")]
    public void A_file_named_as_input_is_never_replaced(string inputs)
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need rights here.");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Combine("in"));
        File.Copy(Repository.Sample("ct/slice-1.dcm"), folder.Combine("in", "b.dcm"));
        File.WriteAllText(folder.Combine("in", "b.png"), "no DICOM");
        File.WriteAllText(folder.Combine("list"), "in/b.png\n");
        File.CreateSymbolicLink(folder.Combine("in", "link"), folder.Combine("in", "b.png"));
        Psdicom.Outcome outcome = Psdicom.RunIn(folder.Path, ["export", "--force", "-o", "in", .. inputs.Split(' ')]);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("is an input file, which is never replaced", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("no DICOM", File.ReadAllText(folder.Combine("in", "b.png")));
    }

    [Fact]
    public void Each_picture_is_a_line()
    {
        Psdicom.Outcome outcome = Psdicom.Run("export", "--recurse", "samples", "-o", Out);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        string[] names = ["slice-1", "slice-2", .. Enumerable.Range(1, 8).Select(frame => $"cine_{frame}"), "color"];
        Assert.Equal(names.Select(name => Path.Combine(Out, name + ".png")), outcome.Lines);
        Assert.Equal(outcome.Lines.Order(), Directory.GetFileSystemEntries(Out).Order());
    }

    [Fact]
    public void Json_lists_the_written_pictures()
    {
        Psdicom.Outcome outcome = Psdicom.Run(
            "export", "--json", "samples/ct/slice-1.dcm", "--window", "bone", "--scale", "2", "--format", "jpeg", "--destination", Out);
        JsonElement picture = Assert.Single(outcome.Objects);
        Assert.Equal(
            ["path", "source", "frame", "frameCount", "width", "height", "format", "bitDepth", "windowCenter", "windowWidth", "length"],
            picture.EnumerateObject().Select(property => property.Name));
        string path = Path.Combine(Out, "slice-1.jpg");
        Assert.Equal((path, "samples/ct/slice-1.dcm"), (picture.GetProperty("path").GetString(), picture.GetProperty("source").GetString()));
        Assert.Equal((1, 128, 128), (Number("frame"), Number("width"), Number("height")));
        Assert.Equal(("Jpeg", 8), (picture.GetProperty("format").GetString(), Number("bitDepth")));
        Assert.True(Number("windowWidth") > 0);
        Assert.Equal(new FileInfo(path).Length, Number("length"));

        double Number(string name) => picture.GetProperty(name).GetDouble();
    }

    [Theory]
    [InlineData("png", 0x89)]
    [InlineData("webp", 0x52)]
    [InlineData("jpeg", 0xFF)]
    [InlineData("tiff", 'I')]
    [InlineData("bmp", 'B')]
    [InlineData("gif", 'G')]
    [InlineData("npy", 0x93)]
    [InlineData("raw", -1)]
    public void Every_format_can_be_written(string format, int firstByte)
    {
        Psdicom.Outcome outcome = Psdicom.Run("export", "samples/us/color.dcm", "samples/mr/cine.dcm", "-o", Out, "--format", format);
        Assert.Equal((0, "", 9), (outcome.ExitCode, outcome.Error, outcome.Lines.Length));
        if (firstByte >= 0) Assert.All(outcome.Lines, path => Assert.Equal(firstByte, File.ReadAllBytes(path)[0]));
        else Assert.Equal([96 * 128 * 3, 64 * 64], outcome.Lines.Take(2).Select(path => (int)new FileInfo(path).Length));
    }

    [Fact]
    public void Every_option_is_understood()
    {
        Psdicom.Outcome outcome = Psdicom.Run(
            "export", "samples/mr/cine.dcm", "--json", "-o", Out, "--frame", "1,3-4", "--name-template", "{PatientID}/{Frame:000}", "--minimum", "-1.5",
            "--maximum", "200", "--color-map", "hot_iron", "--invert", "--overlay", "--width", "40", "--height", "30", "--rotate", "90", "--flip",
            "horizontal", "--format", "jpeg", "--quality", "50", "--full-chroma", "--bit-depth", "8", "--throttle-limit", "1");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(["001.jpg", "003.jpg", "004.jpg"], outcome.Objects.Select(picture => Path.GetFileName(picture.GetProperty("path").GetString())));
        Assert.All(outcome.Objects, picture => Assert.Equal(
            (40, 30), (picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32())));
    }

    [Fact]
    public void Frames_can_be_combined()
    {
        string path = Path.Combine(Out, "cine.gif");
        Psdicom.Outcome outcome = Psdicom.Run("export", "samples/mr/cine.dcm", "--combine", "--json", "--destination", path);
        JsonElement picture = Assert.Single(outcome.Objects);
        Assert.Equal((path, 8), (picture.GetProperty("path").GetString(), picture.GetProperty("frameCount").GetInt32()));
        Assert.Equal(JsonValueKind.Null, picture.GetProperty("frame").ValueKind);
    }

    [Fact]
    public void A_dry_run_writes_nothing_and_lists_what_it_would()
    {
        string[] call = ["export", "samples/mr/cine.dcm", "--frame", "1,2", "-o", Out, "--dry-run"];
        Psdicom.Outcome outcome = Psdicom.Run(call);
        Assert.Equal([Path.Combine(Out, "cine_1.png"), Path.Combine(Out, "cine_2.png")], outcome.Lines);
        Assert.False(Directory.Exists(Out));
        _folder.AddFile("out", "cine_2.png");
        outcome = Psdicom.Run([.. call, "--json"]);
        Assert.Equal((1, 1), (outcome.ExitCode, Assert.Single(outcome.Objects).GetProperty("frame").GetInt32()));
        Assert.Contains("already exists", Assert.Single(outcome.ErrorLines));
        Assert.Empty(File.ReadAllBytes(_folder.Combine("out", "cine_2.png")));
    }

    [Fact]
    public void Existing_files_are_replaced_only_with_force()
    {
        string[] call = ["export", "samples/ct/slice-1.dcm", "-o", Out];
        Assert.Equal(0, Psdicom.Run(call).ExitCode);
        Psdicom.Outcome again = Psdicom.Run(call);
        Assert.Equal((1, ""), (again.ExitCode, again.Output));
        Assert.Equal($"samples/ct/slice-1.dcm: '{Path.Combine(Out, "slice-1.png")}' already exists. Use force to replace it.", Assert.Single(again.ErrorLines));
        Assert.Equal(0, Psdicom.Run([.. call, "--force"]).ExitCode);
    }

    [Fact]
    public void Errors_are_in_order_and_the_others_are_written()
    {
        Psdicom.Outcome outcome = Psdicom.Run(
            "export", "samples/mr/cine.dcm", "samples/sr/report.dcm", "missing.dcm", "samples/us/color.dcm", "--frame", "1,9", "-o", Out);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["cine_1.png", "color_1.png"], outcome.Lines.Select(Path.GetFileName).Select(name => name == "color.png" ? "color_1.png" : name));
        Assert.Collection(
            outcome.ErrorLines,
            line => Assert.Equal("samples/mr/cine.dcm: There is no frame 9: the file has 8 frames.", line),
            line => Assert.StartsWith("samples/sr/report.dcm: The file has no pixel data", line),
            line => Assert.Equal("missing.dcm: The file does not exist.", line),
            line => Assert.Equal("samples/us/color.dcm: There is no frame 9: the file has 1 frame.", line));
    }

    [Fact]
    public void A_destination_that_is_a_file_is_an_error_of_each_picture()
    {
        _folder.AddFile("out");
        Psdicom.Outcome outcome = Psdicom.Run("export", "samples/ct/slice-1.dcm", "samples/ct/slice-2.dcm", "-o", Out);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(2, outcome.ErrorLines.Length);
        Assert.Contains($"'{Path.Combine(Out, "slice-1.png")}' cannot be written", outcome.ErrorLines[0]);
    }

    [Theory]
    [InlineData("Quality is only for JPEG", "--quality", "50")]
    [InlineData("--frame must be a list", "--frame", "1,x")]
    [InlineData("--frame must be a list", "--frame", "3-1")]
    [InlineData("--frame must be a list", "--frame", "0")]
    [InlineData("--frame must be a list", "--frame", "1-99999999")]
    [InlineData("--window-center must be a number", "--window-center", "a")]
    [InlineData("both a center and a width", "--window-center", "40")]
    [InlineData("only one of these", "--window", "Brain", "--maximum", "80")]
    [InlineData("'nocolour'", "--color-map", "nocolour")]
    [InlineData("PatientName", "--name-template", "{PatientNam}")]
    [InlineData("PatientName", "--text", "PatientNam")]
    [InlineData("only dots and spaces", "--name-template", "../x")]
    [InlineData("psd", "--format", "psd")]
    [InlineData("hold only one frame", "--combine")]
    [InlineData("destination is empty", "--destination", "")]
    public void A_wrong_call_is_an_error_and_nothing_is_read(string expected, params string[] options)
    {
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, ["export", "missing.dcm", .. options]);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("psdicom: ", outcome.Error);
        Assert.Contains(expected, outcome.Error);
    }

    [SkippableFact]
    public void An_interrupt_leaves_whole_pictures_only()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no kill here.");
        string source = _folder.Combine("in");
        Directory.CreateDirectory(source);
        for (int i = 0; i < 300; i++) File.Copy(Repository.Sample("mr/cine.dcm"), Path.Combine(source, $"{i:000}"));
        Interrupt.Allow();
        using Process process = Psdicom.Start(null, "export", "--recurse", source, "-o", Out, "--scale", "4");
        process.StandardOutput.ReadLine();
        Interrupt.Send(process);
        process.StandardOutput.ReadToEnd();
        Assert.Equal(130, Psdicom.ExitCodeOf(process));
        string[] pictures = Directory.GetFiles(Out);
        Assert.InRange(pictures.Length, 1, 2399);
        Assert.All(pictures, path => Assert.Equal(".png", Path.GetExtension(path)));
        Assert.All(pictures, path => Assert.Equal("IEND"u8.ToArray(), File.ReadAllBytes(path)[^8..^4]));
    }
}
