using System.Text.Json;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

public class FramesTests
{
    [Fact]
    public void The_table_has_one_line_per_file() => Assert.Equal(
        """
        Frames  Found      Rows  Columns  Bits  Photometric      Modality  Transfer syntax             Path
             1  Single       64       64    12  MONOCHROME2      CT        Explicit VR Little Endian   samples/ct/slice-1.dcm
             1  Single       64       64    12  MONOCHROME2      CT        Explicit VR Little Endian   samples/ct/slice-2.dcm
             8  Declared     64       64     8  MONOCHROME2      MR        Explicit VR Little Endian   samples/mr/cine.dcm
             0  None                                             SR        Explicit VR Little Endian   samples/sr/report.dcm
             1  Single       96      128     8  RGB              US        Explicit VR Little Endian   samples/us/color.dcm

        """,
        Psdicom.Run("frames", "--recurse", "samples").Output.Replace('\\', '/'));

    [Fact]
    public void Json_has_one_line_per_file()
    {
        Psdicom.Outcome outcome = Psdicom.Run("frames", "--json", "samples/mr/cine.dcm", "samples/sr/report.dcm");
        Assert.Equal(
            """
            {"path":"samples/mr/cine.dcm","frameCount":8,"source":"Declared","numberOfFrames":8,"rows":64,"columns":64,
            "samplesPerPixel":1,"bitsAllocated":8,"bitsStored":8,"photometricInterpretation":"MONOCHROME2",
            "transferSyntax":"Explicit VR Little Endian","transferSyntaxUID":"1.2.840.10008.1.2.1","modality":"MR","warning":null}
            """.ReplaceLineEndings(""),
            outcome.Lines[0]);
        Assert.Equal(JsonValueKind.Null, outcome.Objects[1].GetProperty("rows").ValueKind);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public void There_is_no_heading_without_a_file() => Assert.Equal("", Psdicom.Run("frames", "no such file").Output);

    [Theory]
    [InlineData("frames", "--sha256")]
    [InlineData("export")]
    public void An_error_of_all_frames_is_reported_once(params string[] command)
    {
        using var folder = new TemporaryFolder();
        byte[][] fragments = [[], .. Enumerable.Range(0, 300).Select(_ => new byte[] { 1, 2 })];
        byte[] file = new DatasetBuilder()
            .With(0x0028_0002, "US", 1).With(0x0028_0004, "CS", "MONOCHROME2").With(0x0028_0008, "IS", "200")
            .With(0x0028_0010, "US", 2).With(0x0028_0011, "US", 2).With(0x0028_0100, "US", 8).With(0x0028_0101, "US", 8).With(0x0028_0103, "US", 0)
            .WithFragments(0x7FE0_0010, fragments).ToFile("1.2.840.10008.1.2.5");
        File.WriteAllBytes(folder.Combine("many.dcm"), file);
        Psdicom.Outcome outcome = Psdicom.RunIn(folder.Path, [.. command, "many.dcm"]);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("The 300 fragments cannot be assigned to the 200 frames", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Hashes_have_one_line_per_frame()
    {
        Psdicom.Outcome outcome = Psdicom.Run("frames", "--sha256", "--json", "samples/mr/cine.dcm", "samples/us/color.dcm");
        Assert.Equal(9, outcome.Lines.Length);
        Assert.Equal(["path", "frame", "sha256", "length", "photometricInterpretation", "minimum", "maximum"], outcome.Objects[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 1], outcome.Objects.Select(line => line.GetProperty("frame").GetInt32()));
        Assert.Equal((4096, "RGB", 3 * 96 * 128), (outcome.Objects[7].GetProperty("length").GetInt32(), outcome.Objects[8].GetProperty("photometricInterpretation").GetString(), outcome.Objects[8].GetProperty("length").GetInt32()));
        Assert.All(outcome.Objects, line => Assert.Equal(64, line.GetProperty("sha256").GetString()!.Length));
        Assert.All(outcome.Objects, line => Assert.True(line.GetProperty("minimum").GetDouble() < line.GetProperty("maximum").GetDouble()));
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public void Hashes_are_of_the_stored_values()
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Repository.Folder, "samples", "us", "color.dcm"));
        string pixels = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(bytes.Length - (3 * 96 * 128)))).ToLowerInvariant();
        Assert.Equal($"{pixels}      1  samples/us/color.dcm", Assert.Single(Psdicom.Run("frames", "--sha256", "--rgb", "samples/us/color.dcm").Lines));
    }

    [Fact]
    public void A_file_without_pixel_data_has_no_hash()
    {
        Psdicom.Outcome outcome = Psdicom.Run("frames", "--sha256", "samples/sr/report.dcm");
        Assert.Equal(("", 1), (outcome.Output, outcome.ExitCode));
        Assert.Contains("no pixel data", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rgb_without_hashes_is_a_wrong_call()
    {
        Psdicom.Outcome outcome = Psdicom.Run("frames", "--rgb", "samples/us/color.dcm");
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("--sha256", outcome.Error, StringComparison.Ordinal);
    }
}
