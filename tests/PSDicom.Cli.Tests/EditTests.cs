using System.Text.Json;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

/// <summary><c>psdicom set</c> and <c>psdicom remove</c>.</summary>
public sealed class EditTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.Combine("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Elements_are_set_in_place()
    {
        string path = Write("a.dcm", "A");
        Psdicom.Outcome outcome = Psdicom.Run("set", path, "--tag", "PatientID=4711", "--tag", "ACME|(0029,xx10)=a=b", "--vr", "lo", "--in-place", "--backup", "--json");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        JsonElement change = Assert.Single(outcome.Objects);
        Assert.Equal((path, path, true, path + ".~bak"), (Text(change, "path"), Text(change, "source"), change.GetProperty("changed").GetBoolean(), Text(change, "backup")));
        Assert.Equal(["PatientID", "(0029,0010)", "(0029,1010)"], change.GetProperty("changes").EnumerateArray().Select(element => Text(element, "tagPath")));
        JsonElement first = change.GetProperty("changes")[0];
        Assert.Equal(("Set", "A", "4711"), (Text(first, "action"), Text(first, "oldValue"), Text(first, "newValue")));
        DicomDataset dataset = DicomFile.Open(path).GetDataset();
        Assert.Equal(("4711", "a=b"), (dataset["PatientID"]!.RawValue, dataset[new DicomTag(0x00291010)]!.RawValue));
    }

    [Fact]
    public void Copies_keep_their_paths_below_the_folder_and_only_paths_are_printed()
    {
        Write("in/a.dcm", "A");
        Write("in/deep/b.dcm", "B");
        File.WriteAllText(_folder.Combine("in", "note.txt"), "no DICOM file, but a text that is long enough to be looked at as one");
        Psdicom.Outcome outcome = Psdicom.Run("set", "--recurse", _folder.Combine("in"), "--tag", "PatientID=", "-o", Out);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal([Path.Combine(Out, "a.dcm"), Path.Combine(Out, "deep", "b.dcm")], outcome.Output.TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal));
        Assert.Null(DicomFile.Open(Path.Combine(Out, "deep", "b.dcm")).GetDataset()["PatientID"]!.RawValue);
    }

    [Fact]
    public void Length_and_time_are_kept()
    {
        string path = Write("a.dcm", "A LONG ID");
        long length = new FileInfo(path).Length;
        DateTime written = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, written);
        Assert.Equal(0, Psdicom.Run("set", path, "--tag", "PatientID=ID", "--keep-length", "--preserve-time", "--in-place").ExitCode);
        Assert.Equal((length, written), (new FileInfo(path).Length, File.GetLastWriteTimeUtc(path)));
        Assert.Equal("ID", DicomFile.Open(path).GetDataset()["PatientID"]!.RawValue);
        Psdicom.Outcome outcome = Psdicom.Run("set", path, "--tag", "PatientID=A MUCH LONGER ID", "--keep-length", "--in-place");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("length", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void File_meta_information_is_added()
    {
        string path = _folder.Combine("bare.dcm");
        File.WriteAllBytes(path, new DatasetBuilder().With(0x0008_0060, "CS", "CT").With(0x0010_0020, "LO", "A").ToBytes());
        Psdicom.Outcome outcome = Psdicom.Run("set", path, "--add-file-meta", "--in-place");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal("DICM"u8.ToArray(), File.ReadAllBytes(path)[128..132]);
    }

    [Fact]
    public void Elements_are_removed()
    {
        string path = Write("a.dcm", "A");
        Assert.Equal(0, Psdicom.Run("set", path, "--tag", "ACME|(0029,xx10)=x", "--vr", "LO", "--in-place").ExitCode);
        Assert.Equal(0, Psdicom.Run("remove", path, "--private", "--creator", "acme", "--tag", "Patient*", "--in-place").ExitCode);
        Assert.Empty(DicomFile.Open(path).GetDataset().GetElements());
    }

    [Fact]
    public void Values_come_from_a_table()
    {
        string path = Write("a.dcm", "A"), other = Write("b.dcm", "B"), map = _folder.Combine("ids.csv");
        File.WriteAllText(map, "PatientID,NewPatientID\nA,1\n");
        Psdicom.Outcome outcome = Psdicom.Run("set", path, other, "--map", map, "-o", Out);
        Assert.Equal((1, Path.Combine(Out, "a.dcm") + "\n"), (outcome.ExitCode, outcome.Output));
        Assert.Contains("no row", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        outcome = Psdicom.Run("set", path, other, "--map", map, "--skip-unmapped", "-o", Out, "--force");
        Assert.Equal((0, Path.Combine(Out, "a.dcm") + "\n", ""), (outcome.ExitCode, outcome.Output, outcome.Error));
    }

    [Fact]
    public void A_rehearsal_writes_nothing()
    {
        string path = Write("a.dcm", "A");
        byte[] before = File.ReadAllBytes(path);
        Psdicom.Outcome outcome = Psdicom.Run("set", path, "--tag", "PatientID=X", "--in-place", "--what-if");
        Assert.Equal((0, path + "\n"), (outcome.ExitCode, outcome.Output));
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_file_that_is_refused_is_an_error_and_stays()
    {
        string path = Write("a.dcm", "A"), cut = _folder.Combine("cut.dcm");
        File.WriteAllBytes(cut, File.ReadAllBytes(path)[..^1]);
        byte[] before = File.ReadAllBytes(cut);
        Psdicom.Outcome outcome = Psdicom.Run("set", cut, path, "--tag", "PatientName=X", "--in-place");
        Assert.Equal((1, path + "\n"), (outcome.ExitCode, outcome.Output));
        Assert.Contains("cut off", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(cut));
    }

    [Theory]
    [InlineData("set", "--tag", "PatientID=X")]
    [InlineData("set", "--tag", "PatientID=X", "--in-place", "-o", "out")]
    [InlineData("set", "--in-place")]
    [InlineData("set", "--tag", "PatientID", "--in-place")]
    [InlineData("set", "--tag", "PatientBirthDate=31.02.2020", "--in-place")]
    [InlineData("set", "--tag", "NoSuchTag=1", "--in-place")]
    [InlineData("set", "--tag", "PatientID=X", "--in-place", "--if-exists", "--if-missing")]
    [InlineData("set", "--tag", "PatientID=X", "--in-place", "--vr", "QQ")]
    [InlineData("set", "--map", "no such table.csv", "--in-place")]
    [InlineData("remove", "--in-place")]
    [InlineData("remove", "--tag", "PatientID", "--creator", "x", "--in-place")]
    [InlineData("remove", "--tag", "PatientID")]
    public void A_wrong_call_is_told_and_nothing_is_written(string command, params string[] arguments)
    {
        string path = Write("a.dcm", "A");
        byte[] before = File.ReadAllBytes(path);
        Assert.Equal(2, Psdicom.Run([command, path, .. arguments]).ExitCode);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private string Write(string name, string id)
    {
        string path = _folder.Combine(name.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new DatasetBuilder().With(0x00100020, "LO", id).ToFile());
        return path;
    }
}
