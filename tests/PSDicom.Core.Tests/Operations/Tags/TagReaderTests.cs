using PSDicom.Operations.Tags;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Core.Tests.Operations.Tags;

public class TagReaderTests
{
    private static readonly byte[] Sample = new DatasetBuilder()
        .With(0x0008_0060, "CS", "MR")
        .With(0x0010_0010, "PN", "Doe^Jane")
        .With(0x0010_0020, "LO", "42")
        .WithEmpty(0x0010_0030, "DA")
        .With(0x0029_0010, "LO", "SIEMENS CSA HEADER")
        .With(0x0029_0011, "LO", "SIEMENS MEDCOM HEADER")
        .With(0x0029_1010, "CS", "csa")
        .With(0x0029_1110, "CS", "medcom")
        .WithSequence(
            0x0040_0275,
            new DatasetBuilder().With(0x0040_0007, "LO", "first").With(0x0040_0009, "SH", "A"),
            new DatasetBuilder()
                .With(0x0010_0020, "LO", "inner")
                .WithSequence(0x0040_0008, new DatasetBuilder().With(0x0008_0100, "SH", "deep"))
                .With(0x0040_0009, "SH", "B"))
        .With(0x6000_0010, "US", 7)
        .With(0x6002_0010, "US", 8)
        .WithValue(0x7FE0_0010, "OW", 1, 2, 3, 4)
        .With(0xFFFC_FFFC, "OB", 0)
        .ToFile();

    [Theory]
    [InlineData("DA", "20240131", false)]
    [InlineData("DA", "", false)]
    [InlineData("DA", "20241301", true)]
    [InlineData("DA", "20240131\\x", true)]
    [InlineData("LO", "20240131", true)]
    public void A_value_that_does_not_fit_the_element_is_malformed(string vr, string text, bool expected)
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder().With(0x0008_0020, vr, text).ToFile());
        Assert.Equal(expected, Assert.Single(TagReader.Read(file, new TagReadOptions { Tags = TagQuery.Parse(["StudyDate"]) })).IsMalformed);
    }

    [Fact]
    public void A_text_is_never_malformed_and_nothing_neither()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder().With(0x0010_0020, "LO", "x").ToFile());
        var options = new TagReadOptions { Tags = TagQuery.Parse(["PatientID", "StudyDate"]), IncludeMissing = true };
        Assert.Equal([false, false], TagReader.Read(file, options).Select(row => row.IsMalformed));
    }

    [Fact]
    public void A_registered_UID_has_its_name()
    {
        byte[] file = new DatasetBuilder().With(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.2").With(0x0008_0018, "UI", "1.2.3").With(0x0010_0020, "LO", "1.2.840.10008.1.1").ToFile();
        var options = new TagReadOptions { Tags = TagQuery.Parse(["SOPClassUID", "SOPInstanceUID", "PatientID"]) };
        Assert.Equal(["CT Image Storage", null, null], TagReader.Read(DicomFile.Open(file), options).Select(row => row.UIDName));
    }

    [Fact]
    public void All_elements_come_in_the_order_of_the_file()
    {
        string[] rows = Paths(new TagReadOptions());
        Assert.Equal(
            [
                "FileMetaInformationGroupLength", "FileMetaInformationVersion", "MediaStorageSOPClassUID", "MediaStorageSOPInstanceUID",
                "TransferSyntaxUID", "Modality", "PatientName", "PatientID", "PatientBirthDate", "(0029,0010)", "(0029,0011)", "(0029,1010)",
                "(0029,1110)", "RequestAttributesSequence", "(6000,0010)", "(6002,0010)", "PixelData", "DataSetTrailingPadding",
            ],
            rows);
    }

    [Fact]
    public void Nested_elements_follow_their_sequence()
    {
        IReadOnlyList<DicomTagValue> rows = Read(new TagReadOptions { Nested = true });
        Assert.Equal(
            [
                ("RequestAttributesSequence", 0),
                ("RequestAttributesSequence[0].ScheduledProcedureStepDescription", 1),
                ("RequestAttributesSequence[0].ScheduledProcedureStepID", 1),
                ("RequestAttributesSequence[1].PatientID", 1),
                ("RequestAttributesSequence[1].ScheduledProtocolCodeSequence", 1),
                ("RequestAttributesSequence[1].ScheduledProtocolCodeSequence[0].CodeValue", 2),
                ("RequestAttributesSequence[1].ScheduledProcedureStepID", 1),
                ("(6000,0010)", 0),
            ],
            rows.SkipWhile(row => !row.Tag.StartsWith("(0040", StringComparison.Ordinal)).Take(8).Select(row => (row.TagPath, row.Depth)));
    }

    [Theory]
    [InlineData("PatientID", "42")]
    [InlineData("TransferSyntaxUID", "1.2.840.10008.1.2.1")]
    [InlineData("(0029,1110)", "medcom")]
    [InlineData("(0029,xx10)", "csa|medcom")]
    [InlineData("SIEMENS MEDCOM HEADER|(0029,xx10)", "medcom")]
    [InlineData("siemens csa header|0029xx10", "csa")]
    [InlineData("SIEMENS CSA HEADER|(0029,1110)", "")]
    [InlineData("ACME|(0029,xx10)", "")]
    [InlineData("OverlayRows", "7|8")]
    [InlineData("(60xx,0010)", "7|8")]
    [InlineData("6002,0010", "8")]
    [InlineData("Patient*", "Doe^Jane|42|-")]
    [InlineData("*modality", "MR")]
    [InlineData("RequestAttributesSequence", "<2 items>")]
    [InlineData("RequestAttributesSequence[0].ScheduledProcedureStepID", "A")]
    [InlineData("RequestAttributesSequence[-1].ScheduledProcedureStepID", "B")]
    [InlineData("RequestAttributesSequence.ScheduledProcedureStepID", "A|B")]
    [InlineData("RequestAttributesSequence.*.ScheduledProcedureStepID", "A|B")]
    [InlineData("(0040,0275)[*].(0040,0009)", "A|B")]
    [InlineData("RequestAttributesSequence[2].ScheduledProcedureStepID", "")]
    [InlineData("RequestAttributesSequence[-3].ScheduledProcedureStepID", "")]
    [InlineData("RequestAttributesSequence[0].*", "first|A")]
    [InlineData("*.*.Scheduled*Sequence.CodeValue", "deep")]
    [InlineData("PatientID.CodeValue", "")]
    [InlineData("CodeValue", "")]
    [InlineData("(FFFC,FFFC)", "0000")]
    public void Each_form_finds_its_elements(string tag, string values)
    {
        IReadOnlyList<DicomTagValue> rows = Read(new TagReadOptions { Tags = TagQuery.Parse([tag]) });
        Assert.Equal(values, Values(rows));
    }

    [Theory]
    [InlineData("PatientID", "42|inner")]
    [InlineData("CodeValue", "deep")]
    [InlineData("ScheduledProtocolCodeSequence.CodeValue", "deep")]
    [InlineData("*ID", "42|A|inner|B")]
    [InlineData("SIEMENS CSA HEADER|(0029,xx10)", "csa")]
    public void Nested_looks_at_every_depth(string tag, string values)
    {
        IReadOnlyList<DicomTagValue> rows = Read(new TagReadOptions { Tags = TagQuery.Parse([tag]), Nested = true });
        Assert.Equal(values, Values(rows.Where(row => !row.Tag.StartsWith("(0002", StringComparison.Ordinal))));
    }

    [Fact]
    public void Rows_come_in_the_order_of_the_names_and_each_once() =>
        Assert.Equal(
            ["PatientID", "Modality", "PatientName", "PatientBirthDate"],
            Paths(new TagReadOptions { Tags = TagQuery.Parse(["PatientID", "Modality", "Patient*", "0010,0020"]) }));

    [Fact]
    public void An_element_without_a_value_exists()
    {
        DicomTagValue row = Assert.Single(Read(new TagReadOptions { Tags = TagQuery.Parse(["PatientBirthDate"]) }));
        Assert.Equal((true, null, 0), (row.Exists, row.Value, row.VM));
    }

    [Theory]
    [InlineData("StudyDate", "StudyDate", 0x0008_0020, "StudyDate", "DA")]
    [InlineData("(0009,1001)", "(0009,1001)", 0x0009_1001, "", "UN")]
    [InlineData("SIEMENS MEDCOM HEADER2|(0029,xx60)", "SIEMENS MEDCOM HEADER2|(0029,xx60)", 0x0029_1060, "", "LO")]
    [InlineData("OverlayData", "OverlayData", 0x6000_3000, "OverlayData", "OW")]
    [InlineData("RequestAttributesSequence.CodeValue", "RequestAttributesSequence[*].CodeValue", 0x0008_0100, "CodeValue", "SH")]
    public void Missing_elements_have_rows_if_requested(string text, string path, uint tag, string keyword, string vr)
    {
        TagQuery tags = TagQuery.Parse([text]);
        Assert.Empty(Read(new TagReadOptions { Tags = tags }));
        DicomTagValue row = Assert.Single(Read(new TagReadOptions { Tags = tags, IncludeMissing = true }));
        Assert.Equal((path, new DicomTag(tag).ToString(), keyword, vr), (row.TagPath, row.Tag, row.Keyword, row.VR));
        Assert.Equal((false, null, null, 0), (row.Exists, row.Value, row.RawValue, row.Depth));
    }

    [Theory]
    [InlineData("Study*")]
    [InlineData("*.CodingSchemeDesignator")]
    public void Wildcards_have_no_rows_for_missing_elements(string text) =>
        Assert.Empty(Read(new TagReadOptions { Tags = TagQuery.Parse([text]), IncludeMissing = true }));

    [Fact]
    public void Every_tag_path_names_its_element_again()
    {
        DicomFile file = DicomFile.Open(Sample);
        foreach (DicomTagValue row in TagReader.Read(file, new TagReadOptions { Nested = true }))
        {
            IReadOnlyList<DicomTagValue> again = TagReader.Read(file, new TagReadOptions { Tags = TagQuery.Parse([row.TagPath]) });
            Assert.Same(row.GetElement(), Assert.Single(again).GetElement());
        }
    }

    [Fact]
    public void Every_keyword_names_one_tag_and_its_path_is_the_keyword()
    {
        foreach (string keyword in DicomDictionary.Keywords)
        {
            Assert.True(DicomDictionary.TryGet(keyword, out DicomDictionaryEntry? entry));
            if (!entry.IsRepeating) Assert.Equal(keyword, TagQuery.Parse([entry.Tag.ToString()]).ToString());
        }
    }

    [Fact]
    public void Paths_that_are_far_longer_than_the_file_end_the_rows_and_not_before()
    {
        var inner = new DatasetBuilder();
        for (uint element = 0; element < 3000; element++) inner.WithEmpty(0x0010_1000 + element, "LO");
        for (int i = 0; i < 500; i++) inner = new DatasetBuilder().WithSequence(0x0040_A730, inner);
        using var file = new TemporaryFile(inner.ToFile());
        int rows = 0;
        DicomException exception = Assert.Throws<DicomException>(() =>
        {
            foreach (DicomTagValue _ in TagReader.Stream(file.Path, new TagReadOptions { Nested = true }, default, out IReadOnlyList<DicomWarning> _)) rows++;
        });
        Assert.Equal((DicomErrorReason.PathsTooLong, file.Path), (exception.Reason, exception.Path));
        Assert.InRange(rows, 700, 3400);

        // Without nested elements it is one row; named ones are found.
        Assert.Single(TagReader.Read(file.Path, new TagReadOptions { Tags = TagQuery.Parse(["ContentSequence"]) }, default, out _));
        Assert.Single(TagReader.Read(file.Path, new TagReadOptions { Tags = TagQuery.Parse(["00101000"]), Nested = true }, default, out _));
    }

    [Fact]
    public void Rows_are_made_when_they_are_asked_for_and_as_often()
    {
        using var file = new TemporaryFile(Sample);
        using var cancellation = new CancellationTokenSource();
        IEnumerable<DicomTagValue> rows = TagReader.Stream(file.Path, new TagReadOptions { Nested = true }, cancellation.Token, out IReadOnlyList<DicomWarning> _);
        using IEnumerator<DicomTagValue> first = rows.GetEnumerator(), second = rows.GetEnumerator();
        Assert.True(first.MoveNext() && second.MoveNext());
        Assert.Equal(first.Current.Tag, second.Current.Tag);
        Assert.NotSame(first.Current, second.Current);
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => second.MoveNext());
    }

    [Fact]
    public void The_deepest_nesting_is_walked_and_named()
    {
        var dataset = new DatasetBuilder().With(0x0008_0100, "SH", "deep");
        for (int i = 0; i < 500; i++) dataset = new DatasetBuilder().WithUndefinedLengthSequence(0x0040_A730, dataset);
        DicomFile file = DicomFile.Open(dataset.ToFile());
        DicomTagValue row = Assert.Single(TagReader.Read(file, new TagReadOptions { Tags = TagQuery.Parse(["CodeValue"]), Nested = true }));
        Assert.Equal((500, "deep"), (row.Depth, row.Value));
        Assert.Equal(string.Concat(Enumerable.Repeat("ContentSequence[0].", 500)) + "CodeValue", row.TagPath);
        Assert.Single(TagReader.Read(file, new TagReadOptions { Tags = TagQuery.Parse([row.TagPath]) }));
    }

    [Fact]
    public void The_file_and_its_warnings_are_named()
    {
        using var file = new TemporaryFile([.. Sample, .. new DatasetBuilder().WithHeader(0xFFFD_0011, "OB", 100).WithBytes(1, 2).ToBytes()]);
        IReadOnlyList<DicomTagValue> rows = TagReader.Read(file.Path, new TagReadOptions(), CancellationToken.None, out IReadOnlyList<DicomWarning> warnings);
        Assert.All(rows, row => Assert.Equal(file.Path, row.FullName));
        Assert.NotEmpty(warnings);
    }

    [Fact]
    public void A_character_set_can_be_given()
    {
        using var file = new TemporaryFile(new DatasetBuilder().WithValue(0x0010_0010, "PN", "Müller"u8.ToArray()).ToFile());
        var options = new TagReadOptions { Tags = TagQuery.Parse(["PatientName"]), CharacterSet = CharacterSet.FromTerms("ISO_IR 192") };
        Assert.Equal("Müller", Assert.Single(TagReader.Read(file.Path, options, CancellationToken.None, out _)).Value);
    }

    /// <summary>The same rows from a path, where only what is needed is read, as from a file read whole.</summary>
    private static IReadOnlyList<DicomTagValue> Read(TagReadOptions options)
    {
        using var file = new TemporaryFile(Sample);
        IReadOnlyList<DicomTagValue> rows = TagReader.Read(file.Path, options, CancellationToken.None, out _);
        Assert.Equal(Facts(TagReader.Read(DicomFile.Open(Sample), options)), Facts(rows));
        return rows;
    }

    private static IEnumerable<(string, string, string, bool)> Facts(IEnumerable<DicomTagValue> rows) =>
        rows.Select(row => (row.TagPath, row.Name, row.RawValue ?? "-", row.Exists));

    private static string[] Paths(TagReadOptions options) => [.. Read(options).Select(row => row.TagPath)];

    private static string Values(IEnumerable<DicomTagValue> rows) => string.Join("|", rows.Select(row => row.RawValue ?? "-"));
}
