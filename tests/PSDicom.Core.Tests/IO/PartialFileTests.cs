using PSDicom.Core.Tests.Operations;
using PSDicom.Operations.Tags;
using PSDicom.Query;

namespace PSDicom.Core.Tests.IO;

/// <summary>In a file that was read for some tags, unread elements do not count as missing.</summary>
public sealed class PartialFileTests : IDisposable
{
    private static readonly DicomTag Modality = new(0x0008_0060);
    private static readonly DicomTag PatientID = new(0x0010_0020);
    private static readonly DicomTag Padding = new(0xFFFC_FFFC);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Elements_that_were_not_read_are_read_on_demand()
    {
        DicomFile file = Read(Write("CT", "A1"), "PatientID");
        Assert.Null(file.Dataset[Modality]);
        Assert.Equal("CT", file.Find(Modality)?.Value);
        Assert.Equal("CT", file.IncludingHeader().Dataset[Modality]?.Value);
        Assert.Null(file.Find(new DicomTag(0x0008_0050)));
        Assert.Same(file, file.Including(TagQuery.Parse(["PatientID"]).Selection));
    }

    [Fact]
    public void Elements_that_were_read_are_not_read_again()
    {
        string path = Write("CT", "A1");
        DicomFile some = Read(path, "PatientID", "Modality"), header = Read(path);
        File.Delete(path);
        Assert.Equal("CT", some.Find(Modality)?.Value);
        Assert.Equal("1.2.840.10008.1.2.1", some.Find(new DicomTag(0x0002_0010))?.Value);
        Assert.Equal("A1", header.Find(PatientID)?.Value);
        Assert.Null(header.Find(new DicomTag(0x0008_0050)));
        Assert.Throws<FileNotFoundException>(() => some.Find(new DicomTag(0x0008_0050)));
    }

    [Fact]
    public void A_header_ends_at_pixel_data_only_if_something_is_behind_them()
    {
        string with = Write("CT", "A1", hasPadding: true), without = Write("CT", "A1");
        DicomFile header = Read(with), whole = Read(without);
        Assert.Null(header.Dataset[Padding]);
        Assert.NotNull(header.Find(Padding));
        Assert.Contains(TagReader.Read(header, new TagReadOptions()), row => row.Keyword == "DataSetTrailingPadding");

        File.Delete(without);
        Assert.Null(whole.Find(Padding));
        Assert.NotEmpty(TagReader.Read(whole, new TagReadOptions()));
    }

    [Fact]
    public void A_file_that_has_changed_is_an_error()
    {
        string path = Write("CT", "A1");
        DicomFile file = Read(path, "PatientID");
        Write("MR", "A2", path: path);
        DicomException exception = Assert.Throws<DicomException>(() => file.Find(Modality));
        Assert.Equal((DicomErrorReason.ValueNotAvailable, path), (exception.Reason, exception.Path));
        Assert.Contains("has changed", exception.Message);
    }

    [Fact]
    public void A_file_that_has_changed_inside_of_a_sequence_is_an_error()
    {
        string path = WriteItem("1.2.3");
        DicomFile file = Read(path, "ReferencedImageSequence");
        WriteItem("1.2.4", path);
        Assert.Throws<DicomException>(() => file.Find(Modality));
    }

    [Fact]
    public void Bytes_in_memory_that_were_read_in_part_are_an_error()
    {
        var options = new DicomReadOptions { Selection = TagQuery.Parse(["PatientID"]).Selection };
        DicomFile file = DicomFile.Open(Build("CT", "A1").ToFile(), options);
        Assert.Equal("A1", file.Find(PatientID)?.Value);
        Assert.Equal(DicomErrorReason.ValueNotAvailable, Assert.Throws<DicomException>(() => file.Find(Modality)).Reason);
    }

    [Theory]
    [InlineData("PatientID")]
    [InlineData("Modality")]
    [InlineData("Study*")]
    [InlineData("(0009,xx01)")]
    [InlineData("*")]
    public void Rows_are_those_of_the_file(string tag)
    {
        string path = Write("CT", "A1");
        var options = new TagReadOptions { Tags = TagQuery.Parse([tag]), IncludeMissing = true };
        Assert.Equal(
            TagReader.Read(path, options, default, out _).Select(row => (row.TagPath, row.RawValue)),
            TagReader.Read(Read(path, "PatientID"), options).Select(row => (row.TagPath, row.RawValue)));
    }

    [Theory]
    [InlineData("PatientID", "PatientID", true)]
    [InlineData("PatientID", "PatientName", false)]
    [InlineData("Patient*", "PatientName", true)]
    [InlineData("PatientName", "Patient*", false)]
    [InlineData("*", "Patient*", true)]
    [InlineData("*", "(0009,xx01)", true)]
    [InlineData("(60xx,3000)", "(6002,3000)", true)]
    [InlineData("(60xx,3000)", "(60xx,3000)", true)]
    [InlineData("(6002,3000)", "(60xx,3000)", false)]
    [InlineData("(0009,xx01)", "(0009,1001)", true)]
    [InlineData("(0009,1001)", "(0009,xx01)", false)]
    [InlineData("(0009,xxxx)", "(0009,xx01)", true)]
    public void A_selection_covers_another(string read, string wanted, bool expected)
    {
        var options = new DicomReadOptions { Selection = TagQuery.Parse([read]).Selection };
        Assert.Equal(expected, options.Covers(TagQuery.Parse([wanted]).Selection));
    }

    private static DicomFile Read(string path, params string[] tags) =>
        HeaderReader.Read(path, tags.Length == 0 ? null : TagQuery.Parse(tags), null, default);

    private static DatasetBuilder Build(string modality, string patient) => new DatasetBuilder()
        .With(0x0008_0060, "CS", modality)
        .With(0x0009_0010, "LO", "ACME")
        .With(0x0009_1001, "LO", "x")
        .With(0x0010_0020, "LO", patient)
        .WithValue(0x7FE0_0010, "OB", [1, 2]);

    private string Write(string modality, string patient, bool hasPadding = false, string? path = null)
    {
        DatasetBuilder builder = Build(modality, patient);
        if (hasPadding) builder = builder.WithValue(0xFFFC_FFFC, "OB", [0, 0]);
        path ??= _folder.Combine(Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(path, builder.ToFile());
        return path;
    }

    private string WriteItem(string uid, string? path = null)
    {
        path ??= _folder.Combine(Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(path, new DatasetBuilder()
            .With(0x0008_0060, "CS", "CT")
            .WithSequence(0x0008_1140, new DatasetBuilder().With(0x0008_1155, "UI", uid))
            .ToFile());
        return path;
    }
}
