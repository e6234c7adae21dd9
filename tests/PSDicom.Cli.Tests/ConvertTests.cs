using System.Text.Json;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

/// <summary><c>psdicom convert</c>.</summary>
public sealed class ConvertTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.Combine("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_converted_to_copies()
    {
        string path = Write("in/deep/a.dcm");
        Psdicom.Outcome outcome = Psdicom.Run("convert", "-r", _folder.Combine("in"), "--transfer-syntax", "JpegLsLossless", "-o", Out, "--json");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        JsonElement row = Assert.Single(outcome.Objects);
        string copy = Path.Combine(Out, "deep", "a.dcm");
        Assert.Equal((copy, path, true, false, 1), (Text(row, "path"), Text(row, "source"), row.GetProperty("changed").GetBoolean(), row.GetProperty("lossy").GetBoolean(), row.GetProperty("frames").GetInt32()));
        Assert.Equal(("1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.80"), (Text(row, "sourceTransferSyntax"), Text(row, "transferSyntax")));
        Assert.Equal((new FileInfo(path).Length, new FileInfo(copy).Length), (row.GetProperty("sourceLength").GetInt64(), row.GetProperty("length").GetInt64()));
        Assert.Equal("1.2.840.10008.1.2.4.80", DicomFile.Open(copy).GetTransferSyntax().UID);
        Assert.Equal(copy + "\n", Psdicom.Run("convert", path, "-t", "rlelossless", "-o", copy, "--force").Output);
    }

    [Fact]
    public void Files_are_converted_in_place()
    {
        string path = Write("a.dcm");
        Assert.Equal(path + "\n", Psdicom.Run("convert", path, "-t", "1.2.840.10008.1.2.4.90", "--in-place", "--backup").Output);
        Assert.Equal("1.2.840.10008.1.2.4.90", DicomFile.Open(path).GetTransferSyntax().UID);
        Assert.True(File.Exists(path + ".~bak"));
    }

    [Fact]
    public void A_rehearsal_writes_nothing()
    {
        string path = Write("a.dcm");
        Psdicom.Outcome outcome = Psdicom.Run("convert", path, "-t", "Jpeg2000", "--ratio", "5", "-o", Out, "--what-if");
        Assert.Equal((0, Path.Combine(Out, "a.dcm") + "\n"), (outcome.ExitCode, outcome.Output));
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Wrong_calls_and_refused_files_have_their_exit_codes()
    {
        string path = Write("a.dcm");
        Assert.Equal(2, Psdicom.Run("convert", path, "-t", "Unknown", "-o", Out).ExitCode);
        Assert.Equal(2, Psdicom.Run("convert", path, "-o", Out).ExitCode);
        Assert.Equal(2, Psdicom.Run("convert", path, "-t", "Native").ExitCode);
        Assert.Equal(2, Psdicom.Run("convert", path, "-t", "Native", "-o", Out, "--quality", "50").ExitCode);
        Assert.Equal(2, Psdicom.Run("convert", path, "-t", "Jpeg", "-o", Out, "--quality", "0").ExitCode);
        Assert.Equal(0, Psdicom.Run("convert", path, "-t", "JpegLsNearLossless", "--near-lossless", "1", "-o", Out).ExitCode);
        Psdicom.Outcome again = Psdicom.Run("convert", Path.Combine(Out, "a.dcm"), "-t", "Jpeg", "-o", _folder.Combine("again"));
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("--allow-repeated-loss", again.Error, StringComparison.Ordinal);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private string Write(string name)
    {
        string path = _folder.AddFile(name.Split('/'));
        File.WriteAllBytes(path, new DatasetBuilder()
            .With(0x00080018, "UI", "1.2.3").With(0x00280002, "US", 1).With(0x00280004, "CS", "MONOCHROME2").With(0x00280010, "US", 32).With(0x00280011, "US", 32)
            .With(0x00280100, "US", 8).With(0x00280101, "US", 8).With(0x00280102, "US", 7).With(0x00280103, "US", 0)
            .WithValue(0x7FE00010, "OB", [.. Enumerable.Range(0, 1024).Select(i => (byte)(i % 37))]).ToFile());
        return path;
    }
}
