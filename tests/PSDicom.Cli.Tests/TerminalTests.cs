using System.Diagnostics;
using System.Text;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

/// <summary>
/// Values and names of files send no control characters and no bidirectional controls to a terminal: here every kind of text
/// has every kind of such characters.
/// </summary>
public sealed class TerminalTests : IDisposable
{
    // ESC [ and OSC, C1, CR, BEL, DEL, bidirectional controls, a line separator, an invisible character, and a tag character.
    private const string Hostile = "\u001B[31m\u001B]0;T\u0007\u009B32m\u0085\r\u007F\u202E\u2066\u061C\u2028\u200B\U000E0041";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Calls => new()
    {
        "tags", "tags --nested", "tags --json", "tags --nested --json", "tags --tag Patient* --include-missing", "frames", "frames --json",
        "frames --sha256", "frames --sha256 --json", "frames --sha256 --rgb", "export -o out", "export -o out --json", "export -o out --what-if",
        "export -o out --window Nothing", "export -o out --window Brain", "export -o out --window 9", "export -o out --text-tag PatientName",
        "export -o out --name-template {PatientName}{Modality}{WindowCenterWidthExplanation}", "tags --recurse", "frames --recurse",
        "test --strict", "test --strict --json", "test --strict --summary", "test --level Module --json", "test --set", "measure", "measure --json",
        "show --as Ascii --text-tag PatientName --text-tag StudyDescription", "series", "series --json", "series --by-stack", "series --by-stack --json",
        "page -o page.html", "page -o page.html --json", "volume -o out", "volume -o out --json --allow-irregular --format Nrrd --sidecar", "volume -o out --what-if",
        "copy -o out", "copy -o out --json --name-template {StudyDescription}/{PatientName}", "move -o out --what-if", "move -o out --json",
        "set -o out -t PatientName=a -t StudyDescription=b --nested", "set -o out -t PatientName=a --json", "set -o out --encode-as UTF8", "set --in-place --backup -t PatientName=a",
        "remove -o out --private --json", "remove -o out -t PatientName --nested", "convert -o out -t RleLossless", "convert -o out -t RleLossless --json",
        "convert -o out -t ImplicitLittleEndian", "protect -o out", "protect -o out --json --allow-burned-in --report report.csv --save-map map", "protect -o out --what-if",
        "protect --review", "protect --review --json --clean PixelData --contact-sheet sheet.html", "identity --reference good.dcm", "identity --reference good.dcm --json",
    };

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [MemberData(nameof(Calls))]
    public void No_output_has_control_characters(string call)
    {
        Skip.If(OperatingSystem.IsWindows(), "Names of files cannot have control characters here.");
        File.WriteAllBytes(_folder.Combine("good.dcm"), Image(isImage: true));
        File.WriteAllBytes(_folder.Combine("syntax.dcm"), Image(isImage: true, syntax: "1.2.3" + Hostile));
        File.WriteAllBytes(_folder.Combine("cut.dcm"), Image(isImage: true)[..^3]);
        File.WriteAllBytes(_folder.Combine("none.dcm"), Image(isImage: false));
        File.WriteAllBytes(_folder.Combine("named" + Hostile + ".dcm"), Image(isImage: true));
        File.WriteAllText(_folder.Combine("text" + Hostile), "no DICOM");
        string[] words = call.Split(' ');
        string[] files = [.. Directory.GetFiles(_folder.Path).Select(file => Path.GetFileName(file)!), "missing" + Hostile, "folder" + Hostile + "/x"];
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, [.. words, .. call.Contains("--recurse", StringComparison.Ordinal) ? ["."] : files]);
        AssertPlain(outcome.Output);
        AssertPlain(outcome.Error);
        Assert.NotEqual(2, outcome.ExitCode);
        Assert.True(outcome.Output.Length + outcome.Error.Length > 0);
    }

    [Fact]
    public void Messages_about_a_wrong_call_have_none_either()
    {
        File.WriteAllText(_folder.Combine("table.csv"), $"PatientID,\"X{Hostile}\"\na,b\n");
        File.WriteAllText(_folder.Combine("rules.csv"), $"Rule,Name,Value\n\"{Hostile}\",a,b\n");
        foreach (string[] call in (string[][])
            [
                ["tags", "--tag", "X" + Hostile, "x"], ["tags", "--character-set", Hostile, "x"], ["--" + Hostile],
                ["export", "--name-template", "{X" + Hostile + "}", "x"], ["tags", "--files-from", "list" + Hostile], ["export", "-o", "x" + Hostile + ".xyz", "x"],
                ["export", "--color-map", Hostile, "x"], ["export", "--frame", Hostile, "x"], ["tags", "--throttle-limit", Hostile, "x"],
                ["test", "--level", Hostile, "x"], ["measure", "--region", Hostile, "x"], ["show", "--text-tag", Hostile, "x"], ["series", "x" + Hostile],
                ["page", "-o", "x" + Hostile + ".xyz", "x"], ["volume", "-o", "out", "--name-template", "{X" + Hostile + "}", "x"],
                ["copy", "-o", "out", "x" + Hostile], ["move", "-o", "out", "--name-template", "{X" + Hostile + "}", "x"],
                ["set", "-o", "out", "-t", "X" + Hostile + "=1", "x"], ["set", "-o", "out", "--map", "list" + Hostile, "x"], ["set", "-o", "out", "--map", "table.csv", "x"],
                ["remove", "-o", "out", "-t", "X" + Hostile, "x"], ["convert", "-o", "out", "-t", Hostile, "x"], ["protect", "-o", "out", "--retain", Hostile, "x"],
                ["protect", "-o", "out", "--rule-file", "rules.csv", "x"], ["protect", "-o", "out", "--key-path", "list" + Hostile, "x"],
                ["protect", "-o", "out", "--clean", "PixelData", "--region", Hostile, "x"], ["identity", "--reference", "x" + Hostile, "x"],
            ])
        {
            Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, call);
            Assert.Contains("<U+001B>", outcome.Error, StringComparison.Ordinal);
            AssertPlain(outcome.Error);
            AssertPlain(outcome.Output);
        }
    }

    [Theory]
    [InlineData("tags")]
    [InlineData("frames")]
    [InlineData("tags --nested --tag Patient*")]
    public void A_character_set_that_includes_a_name_is_reported_without_it(string call)
    {
        byte[] file = new DatasetBuilder()
            .WithHeader(0x0008_0005, "CS", 42).WithBytes("ISO_IR 100"u8.ToArray())
            .With(0x0010_0010, "PN", "QZName^QZGiven").With(0x0010_0020, "LO", "A\\QZ4711\\B").ToFile();
        File.WriteAllBytes(_folder.Combine("x.dcm"), file);
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, [.. call.Split(' '), "x.dcm"]);
        Assert.Contains("The declared character set is not a code", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("QZ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_exact_text()
    {
        File.WriteAllBytes(_folder.Combine("x.dcm"), Image(isImage: true));
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, "tags", "--json", "--tag", "PatientName", "x.dcm");
        Assert.Equal("N" + Hostile, Assert.Single(outcome.Objects).GetProperty("value").GetString());
        Assert.Contains("\\u202E", outcome.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Letters_of_all_scripts_stay_letters()
    {
        const string Name = "Müller^山田 مریم 😀";
        File.WriteAllBytes(_folder.Combine("x.dcm"), new DatasetBuilder().With(0x0008_0005, "CS", "ISO_IR 192").WithValue(0x0010_0010, "PN", Encoding.UTF8.GetBytes(Name)).ToFile());
        Psdicom.Outcome json = Psdicom.RunIn(_folder.Path, "tags", "--json", "--tag", "PatientName", "x.dcm");
        Assert.Equal(Name, Assert.Single(json.Objects).GetProperty("value").GetString());
        Assert.Contains("Müller^山田 مریم", json.Output, StringComparison.Ordinal);
        Assert.Contains(Name, Psdicom.RunIn(_folder.Path, "tags", "x.dcm").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_in_a_file_has_the_exact_text()
    {
        File.WriteAllBytes(_folder.Combine("x.dcm"), Image(isImage: true));
        Assert.Contains("N" + Hostile, Psdicom.RunIn(_folder.Path, "tags", "--csv", "--tag", "PatientName", "x.dcm").Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Csv_on_a_terminal_is_safe()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Exists("script"), "There is no script, which gives a program a terminal.");
        File.WriteAllBytes(_folder.Combine("x.dcm"), Image(isImage: true));
        var start = new ProcessStartInfo("script", ["-qec", $"{Psdicom.ShellCommand} tags --csv --tag PatientName --tag Modality x.dcm", "/dev/null"])
        {
            WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardInput = true, StandardOutputEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        Assert.Contains("N<U+001B>[31m", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001B[31m", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", output, StringComparison.Ordinal);
    }

    private static bool Exists(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static void AssertPlain(string output)
    {
        foreach (char character in output.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            bool isPlain = character is '\n' or (>= ' ' and <= '~') || (character > '\u009F' && !Hostile.Contains(character, StringComparison.Ordinal));
            Assert.True(isPlain, $"U+{(int)character:X4} in {output}");
        }
    }

    private static byte[] Image(bool isImage, string syntax = DatasetBuilder.ExplicitLittleEndian)
    {
        byte[] hostile = Encoding.UTF8.GetBytes(Hostile);
        var dataset = new DatasetBuilder()
            .WithValue(0x0008_0005, "CS", [.. "ISO_IR 192\\"u8, .. hostile])
            .WithValue(0x0008_0016, "UI", hostile)
            .WithValue(0x0008_0060, "CS", hostile)
            .WithValue(0x0008_1030, "LO", hostile)
            .WithSequence(0x0008_1032, new DatasetBuilder().WithValue(0x0008_0100, "SH", hostile).WithValue(0x0008_0102, "SH", hostile).WithValue(0x0008_0104, "LO", hostile))
            .WithValue(0x0008_103E, "LO", hostile)
            .WithSequence(0x0008_1140, new DatasetBuilder().WithValue(0x0008_1155, "UI", hostile))
            .WithValue(0x0009_0010, "LO", hostile)
            .WithValue(0x0009_1001, "LO", hostile)
            .WithValue(0x0010_0010, "PN", [.. "N"u8, .. hostile])
            .WithValue(0x0010_0030, "DA", hostile)
            .WithValue(0x0010_4000, "LT", hostile);
        if (isImage)
        {
            dataset.With(0x0028_0002, "US", 1).WithValue(0x0028_0004, "CS", hostile).WithValue(0x0028_0008, "IS", hostile)
                .With(0x0028_0010, "US", 2).With(0x0028_0011, "US", 2).With(0x0028_0100, "US", 8).With(0x0028_0101, "US", 8)
                .With(0x0028_0102, "US", 7).With(0x0028_0103, "US", 0)
                .With(0x0028_1050, "DS", "40").With(0x0028_1051, "DS", "80").WithValue(0x0028_1055, "LO", hostile)
                .WithValue(0x7FE0_0010, "OB", 1, 2, 3, 4, 5, 6, 7, 8);
        }
        else
        {
            dataset.WithValue(0x0028_7FE0, "UR", hostile);
        }

        return dataset.ToFile(syntax);
    }
}
