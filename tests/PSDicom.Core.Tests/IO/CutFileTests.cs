using PSDicom.Core.Tests.Corpus;

namespace PSDicom.Core.Tests.IO;

/// <summary>Truncated files: complete elements are returned, or there is one clear error.</summary>
public class CutFileTests
{
    private const int SmallFile = 2 * 1024;
    private const int CutsOfLargeFile = 1000;
    private const long MaxMemory = 200L << 20;

    [Fact]
    public void Every_cut_of_every_structure_gives_the_elements_before_it()
    {
        DatasetBuilder inner = new DatasetBuilder().With(0x0008_1150, "UI", "1.2").WithSequence(0x0040_A170, new DatasetBuilder().With(0x0008_0100, "SH", "code"));
        byte[] file = new DatasetBuilder()
            .With(0x0008_0060, "CS", "CT").WithUndefinedLengthSequence(0x0008_1140, inner, inner).WithSequence(0x0008_2112, inner)
            .With(0x0010_0010, "PN", "Doe^Jane").With(0x0020_0032, "DS", "1.5\\2.5\\3.5").With(0x0028_0106, "US", 1, 2, 3)
            .WithFragments(0x7FE0_0010, [], [1, 2, 3, 4], [5, 6]).ToFile(DatasetBuilder.JpegBaseline);
        DicomFile whole = DicomFile.Open(file);
        for (int length = 0; length < file.Length; length++) AssertCut(file, whole, length);
    }

    [Fact]
    public void The_complete_values_of_a_truncated_element_are_returned_with_a_warning()
    {
        AssertLastValue(new DatasetBuilder().With(0x0020_0032, "DS", "1.5\\2.5\\3.5 "), cut: 3, new[] { 1.5, 2.5 });
        AssertLastValue(new DatasetBuilder().With(0x0028_0106, "US", 1, 2, 3), cut: 3, (ushort)1);
        AssertLastValue(new DatasetBuilder().WithValue(0x7FE0_0010, "OW", 1, 2, 3, 4), cut: 1, new byte[] { 1, 2, 3 });
    }

    [Fact]
    public void A_cut_text_is_not_taken_for_another_one()
    {
        DicomFile file = Cut(new DatasetBuilder().With(0x0008_0060, "CS", "CT").With(0x0010_0020, "LO", "ID12345678"), 4);
        Assert.Null(file.Dataset["PatientID"]);
        Assert.Contains("(0010,0020)", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Every_file_of_the_corpus_can_be_cut_anywhere()
    {
        CorpusFolder.Require();
        Parallel.ForEach(CorpusFolder.RelativePaths().Distinct(), relativePath =>
        {
            byte[] file = File.ReadAllBytes(Path.Combine(CorpusFolder.Files, relativePath));
            DicomFile? whole = OpenWhole(file);
            var random = new Random(file.Length);
            if (file.Length <= SmallFile)
            {
                for (int length = 0; length < file.Length; length++) AssertCut(file, whole, length, relativePath);
            }
            else
            {
                for (int i = 0; i < CutsOfLargeFile; i++) AssertCut(file, whole, random.Next(file.Length), relativePath);
            }
        });
    }

    private static void AssertLastValue(DatasetBuilder builder, int cut, object expected)
    {
        DicomFile file = Cut(builder, cut);
        Assert.Equal(expected, Assert.Single(file.Dataset.Elements).Value);
        Assert.Single(file.Warnings);
    }

    private static DicomFile Cut(DatasetBuilder builder, int count) => DicomFile.Open(builder.ToFile().AsMemory()[..^count]);

    /// <summary>Asserts that exactly the elements before the cut are returned.</summary>
    private static void AssertCut(byte[] file, DicomFile? whole, int length, string? name = null)
    {
        List<DicomElement> before = whole is null ? [] : [.. whole.FileMeta.Elements.Concat(whole.Dataset.Elements).Where(element => End(element) <= length)];
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            DicomFile cut = DicomFile.Open(file.AsMemory(0, length));
            DicomElement? lost = before.Find(element => cut.Find(element.Tag)?.ByteLength != element.ByteLength);
            Assert.True(lost is null, $"{name} cut at {length}: {lost}");
            if (!cut.TransferSyntax.IsDeflated) Walk(cut.Dataset, element => Assert.True(element.Offset + element.ByteLength <= length));
        }
        catch (DicomException exception)
        {
            Assert.True(before.Count < 2, $"{name} cut at {length}: {exception.Message}");
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Assert.True(allocated < MaxMemory, $"{name} cut at {length}: {allocated} bytes allocated");
    }

    /// <summary>The whole file, if it is one that says by its offsets what a cut leaves.</summary>
    private static DicomFile? OpenWhole(byte[] file)
    {
        try
        {
            DicomFile whole = DicomFile.Open(file);
            return whole.TransferSyntax.IsDeflated || whole.Warnings.Count > 0 ? null : whole;
        }
        catch (DicomException)
        {
            return null;
        }
    }

    private static long End(DicomElement element) => element.Offset + element.ByteLength + (element.Length < 0 ? 8 : 0);

    private static void Walk(DicomDataset dataset, Action<DicomElement> visit)
    {
        foreach (DicomElement element in dataset.Elements)
        {
            visit(element);
            foreach (DicomDataset item in element.Items) Walk(item, visit);
        }
    }
}
