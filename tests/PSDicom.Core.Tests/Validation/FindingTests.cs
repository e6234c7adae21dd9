using PSDicom.Core.Tests.Operations;
using PSDicom.IO.Sources;
using PSDicom.Validation;

namespace PSDicom.Core.Tests.Validation;

/// <summary>Each kind of finding: a file that has it and one that has not.</summary>
public class FindingTests
{
    /// <summary>The kinds that need more than bytes; their tests are below.</summary>
    private static readonly string[] OfFiles = [nameof(FileFindings.OtherFile), nameof(FileFindings.FileChanged)];

    public static TheoryData<string> Ids => new(FindingRules.All.Select(rule => rule.Id).Except(OfFiles));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_kind_is_found_where_it_is_and_only_there(string id)
    {
        Assert.True(FindingCases.All.TryGetValue(id, out FindingCase? test), $"There is no case for {id}.");

        Assert.Contains(id, FileTester.Test(test.With, test.Options).Ids);
        Assert.DoesNotContain(id, FileTester.Test(test.Without, test.Options).Ids);
    }

    [Fact]
    public void Every_case_is_of_a_kind() => Assert.Empty(FindingCases.All.Keys.Except(FindingRules.All.Select(rule => rule.Id)));

    [Fact]
    public void A_file_without_fault_has_no_finding()
    {
        Assert.Empty(FileTester.Test(SampleFile.Image().ToBytes()).GetFindings());
        Assert.Empty(FileTester.Test(FindingCases.Noise(), new DicomTestOptions { Levels = [DicomTestLevel.Pixels], IsStrict = true }).GetFindings());
    }

    [Theory]
    [InlineData("notes.txt", true, nameof(FileFindings.OtherFile))]
    [InlineData("notes.txt", false, nameof(FileFindings.NotDicom))]
    [InlineData("notes.DCM", true, nameof(FileFindings.NotDicom))]
    public void A_found_file_that_is_not_DICOM_is_no_error_unless_its_name_says_so(string name, bool isFound, string id)
    {
        using var folder = new TemporaryFolder();
        string path = folder.AddFile(name);
        File.WriteAllText(path, "Remember the milk.");

        DicomFinding finding = Assert.Single(FileTester.Test(path, new DicomTestOptions { IsFound = isFound }).GetFindings());

        Assert.Equal(id, finding.Id);
        Assert.Equal(path, finding.FullName);
    }

    [Fact]
    public void A_file_that_becomes_shorter_meanwhile_has_changed()
    {
        byte[] file = FindingCases.Noise();
        using var whole = new ShrinkingSource(file, file.Length);
        using var shrinking = new ShrinkingSource(file, 600);

        Assert.Contains(nameof(FileFindings.FileChanged), FileTester.Test(shrinking, null, DicomTestOptions.Default, default).Ids);
        Assert.DoesNotContain(nameof(FileFindings.FileChanged), FileTester.Test(whole, null, DicomTestOptions.Default, default).Ids);
    }

    [Fact]
    public void Every_warning_of_reading_and_decoding_is_a_finding()
    {
        foreach (DicomWarningKind kind in Enum.GetValues(typeof(DicomWarningKind)).Cast<DicomWarningKind>().Where(kind => kind != DicomWarningKind.None))
            Assert.NotNull(FindingRules.Of(kind));
    }

    [Fact]
    public void Of_many_findings_of_a_kind_the_first_are_listed_and_all_are_counted()
    {
        SampleFile file = SampleFile.Image().Put(0x0008_1140, elements => elements.WithSequence(
            0x0008_1140, [.. Enumerable.Range(0, 1000).Select(_ => new DatasetBuilder().With(0x0008_0060, "CS", "lower"))]));

        DicomTestResult result = FileTester.Test(file.ToBytes());

        Assert.Equal(1000, result.Warnings);
        Assert.Equal(DicomLimits.MaxFindingsOfKind + 1, result.GetFindings().Count);
        Assert.Equal("There are 980 more of this kind in the file.", result.GetFindings()[^1].Message);
        Assert.Equal("ReferencedImageSequence[19].Modality", result.GetFindings()[^2].TagPath);
    }

    [Fact]
    public void Ids_are_unique_and_texts_are_sentences()
    {
        Assert.Equal(FindingRules.All.Count, FindingRules.All.Select(rule => rule.Id).Distinct().Count());
        foreach (FindingRule rule in FindingRules.All)
        {
            Assert.Matches("^[A-Z].*[.]$", rule.Meaning);
            Assert.Matches("^[A-Z].*[.]$", rule.Remedy);
            Assert.True(!rule.IsStrict || rule.Severity == DicomFindingSeverity.Information);
        }
    }

    /// <summary>A file that another program cuts after its length was asked for.</summary>
    private sealed class ShrinkingSource(byte[] bytes, int rest) : ByteSource
    {
        public override long Length => bytes.Length;

        public override int Read(long offset, Span<byte> destination)
        {
            int count = (int)Math.Max(0, Math.Min(destination.Length, rest - offset));
            bytes.AsSpan((int)Math.Min(offset, rest), count).CopyTo(destination);
            return count;
        }
    }
}
