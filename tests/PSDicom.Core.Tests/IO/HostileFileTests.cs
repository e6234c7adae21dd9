using PSDicom.Core.Tests.Corpus;
using PSDicom.Data;
using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;

namespace PSDicom.Core.Tests.IO;

/// <summary>Malicious files: one clear error, memory in proportion to the file, no endless loop.</summary>
public class HostileFileTests
{
    private const int MutationsOfFile = 40;
    private const long MaxMemoryOfSmallFile = 8L << 20;

    [Fact]
    public void Nesting_to_the_limit_is_read_and_beyond_it_refused()
    {
        DicomDataset inner = DicomFile.Open(Nest(DicomLimits.MaxNesting)).Dataset;
        int depth = 0;
        for (; inner.Elements.Count > 0; depth++) inner = inner.Elements[0].Items[0];
        Assert.Equal(DicomLimits.MaxNesting, depth);

        DicomException exception = Assert.Throws<DicomException>(() => DicomFile.Open(Nest(DicomLimits.MaxNesting + 1)));
        Assert.Equal(DicomErrorReason.NestingTooDeep, exception.Reason);
        Assert.True(exception.Offset > 0);
    }

    [Theory]
    [InlineData("OB", 0xFFFF_FFFEu)]
    [InlineData("UT", 0x7FFF_FFFFu)]
    [InlineData("SQ", 0xFFFF_FFF0u)]
    [InlineData("UN", 0x8000_0000u)]
    public void A_length_that_the_file_does_not_have_takes_no_memory(string vr, uint length)
    {
        byte[] file = new DatasetBuilder().With(0x0008_0060, "CS", "CT").WithHeader(0x0040_A160, vr, length).WithBytes(1, 2, 3, 4).ToFile();
        long before = GC.GetAllocatedBytesForCurrentThread();
        DicomFile read = DicomFile.Open(file);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MaxMemoryOfSmallFile);
        Assert.Equal("CT", read.Dataset["Modality"]!.Value);
        Assert.NotEmpty(read.Warnings);
    }

    [Fact]
    public void Warnings_are_not_as_many_as_a_file_likes()
    {
        var elements = new DatasetBuilder().With(0x0008_0060, "CS", "CT");
        for (int i = 0; i < 2 * DicomLimits.MaxWarnings; i++) elements.WithItemHeader(0);
        DicomFile file = DicomFile.Open(elements.ToFile());
        Assert.Equal(DicomLimits.MaxWarnings, file.Warnings.Count);
        Assert.Contains("Further problems", file.Warnings[^1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, DicomLimits.MinimumInflated)]
    [InlineData(1 << 20, 256L << 20)]
    [InlineData(1L << 32, DicomLimits.MaxInflated)]
    public void Inflated_bytes_are_limited(long deflated, long expected) => Assert.Equal(expected, Inflater.MaxInflated(deflated));

    [Fact]
    public void Elements_beyond_the_limit_are_refused_nested_ones_included()
    {
        byte[] bytes = new DatasetBuilder()
            .With(0x0008_0060, "CS", "CT").WithSequence(0x0008_1140, new DatasetBuilder().With(0x0008_1155, "UI", "1.2")).ToBytes();
        Read(limit: 3);
        DicomException exception = Assert.Throws<DicomException>(() => Read(limit: 2));
        Assert.Equal(DicomErrorReason.TooManyElements, exception.Reason);
        Assert.True(exception.Offset > 0);

        void Read(int limit)
        {
            using var source = new MemoryByteSource(bytes);
            using var window = new ByteWindow(source, 512);
            var tokenizer = new DicomTokenizer(window, 0, DicomEncoding.ExplicitLittleEndian, []);
            new DatasetReader(tokenizer, DicomReadOptions.Default, null, default, limit).ReadInto(new DicomDataset(new ValueStore(new OpenValueSource(source), null)));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Millions_of_inflated_empty_items_or_elements_are_refused(bool areItems)
    {
        const int Count = 600_000;
        byte[] one = areItems ? [0xFE, 0xFF, 0x00, 0xE0, 0, 0, 0, 0] : [0x10, 0, 0x20, 0, (byte)'L', (byte)'O', 0, 0];
        byte[] many = [.. Enumerable.Repeat(one, Count).SelectMany(bytes => bytes)];
        byte[] dataset = areItems ? [.. new DatasetBuilder().WithHeader(0x0008_1140, "SQ", (uint)many.Length).ToBytes(), .. many] : many;
        byte[] file = [.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.DeflatedLittleEndian), .. DatasetBuilder.Deflate(dataset)];
        using var written = new TemporaryFile(file);
        DicomException exception = Assert.Throws<DicomException>(() => DicomFile.Open(written.Path));
        Assert.Equal((DicomErrorReason.TooManyElements, written.Path), (exception.Reason, exception.Path));

        // The same bytes without deflate stay within their own limit.
        byte[] plain = [.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.ExplicitLittleEndian), .. dataset];
        Assert.Single(DicomFile.Open(plain).Dataset.Elements);
    }

    [Fact]
    public void Zeros_are_no_elements_wherever_they_are()
    {
        byte[] file = [.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.ImplicitLittleEndian), .. new byte[100_000]];
        DicomFile read = DicomFile.Open(file);
        Assert.Empty(read.Dataset.Elements);
        Assert.Contains("zero bytes follow", Assert.Single(read.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_inflated_data_are_refused()
    {
        using var bomb = new MemoryByteSource(DatasetBuilder.Deflate(new byte[1 << 20]));
        Assert.Equal(1 << 20, Inflater.Inflate(bomb, 0, [], default, 1 << 20).Length);
        Assert.Equal(DicomErrorReason.InflatesTooLarge, Assert.Throws<DicomException>(() => Inflater.Inflate(bomb, 0, [], default, (1 << 20) - 1)).Reason);
    }

    [Fact]
    public void Inflating_takes_little_more_memory_than_the_inflated_bytes()
    {
        const int Inflated = 20_000_000;
        using var deflated = new MemoryByteSource(DatasetBuilder.Deflate(new byte[Inflated]));
        long before = GC.GetAllocatedBytesForCurrentThread();
        using InflatedByteSource inflated = Inflater.Inflate(deflated, 0, [], default);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, Inflated, Inflated + (1 << 20));
        Assert.Equal(Inflated, inflated.Length);
    }

    [Fact]
    public void Inflated_bytes_are_read_across_blocks()
    {
        byte[] bytes = [.. Enumerable.Range(0, (3 * InflatedByteSource.Block) + 5).Select(i => (byte)(i * 7 / 3))];
        using var deflated = new MemoryByteSource(DatasetBuilder.Deflate(bytes));
        using InflatedByteSource inflated = Inflater.Inflate(deflated, 0, [], default);
        byte[] read = new byte[2 * InflatedByteSource.Block];
        Assert.Equal(read.Length, inflated.Read(InflatedByteSource.Block - 3, read));
        Assert.Equal(bytes.Skip(InflatedByteSource.Block - 3).Take(read.Length), read);
        Assert.Equal(8, inflated.Read(bytes.Length - 8, read));
        Assert.Equal(bytes.Skip(bytes.Length - 8), read.Take(8));
        Assert.Equal(0, inflated.Read(bytes.Length + 1, read));
    }

    [Fact]
    public void Invalid_deflated_data_are_one_error()
    {
        byte[] file = [.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.DeflatedLittleEndian), .. Enumerable.Repeat((byte)0xFF, 100)];
        Assert.Equal(DicomErrorReason.InvalidDeflate, Assert.Throws<DicomException>(() => DicomFile.Open(file)).Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hello, this is a text file and not an image at all.")]
    [InlineData("\u0089PNG\r\n\u001a\n")]
    [InlineData("<?xml version=\"1.0\"?><root/>")]
    public void Other_files_than_DICOM_are_an_error(string content)
    {
        byte[] bytes = System.Text.Encoding.Latin1.GetBytes(content);
        DicomException exception = Assert.Throws<DicomException>(() => DicomFile.Open(bytes));
        Assert.Equal(bytes.Length == 0 ? DicomErrorReason.EmptyFile : DicomErrorReason.NotDicom, exception.Reason);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(100_000)]
    public void Zeros_and_noise_are_not_dicom(int length)
    {
        Assert.Equal(DicomErrorReason.NotDicom, Assert.Throws<DicomException>(() => DicomFile.Open(new byte[length])).Reason);
        byte[] noise = new byte[length];
        new Random(length).NextBytes(noise);
        Assert.Equal(DicomErrorReason.NotDicom, Assert.Throws<DicomException>(() => DicomFile.Open(noise)).Reason);
    }

    [SkippableFact]
    public void Mutated_files_of_the_corpus_give_data_sets_or_one_error()
    {
        CorpusFolder.Require();
        Parallel.ForEach(CorpusFolder.RelativePaths(), relativePath =>
        {
            byte[] file = File.ReadAllBytes(Path.Combine(CorpusFolder.Files, relativePath));
            int header = Math.Min(file.Length, 16 * 1024);
            var random = new Random(header);
            for (int i = 0; i < MutationsOfFile && header > 0; i++)
            {
                byte[] mutated = (byte[])file.Clone();
                for (int change = random.Next(1, 8); change > 0; change--) mutated[random.Next(header)] = (byte)random.Next(256);
                ReadEverything(mutated);
            }
        });
    }

    private static void ReadEverything(byte[] bytes)
    {
        try
        {
            var open = new Stack<DicomDataset>();
            open.Push(DicomFile.Open(bytes).Dataset);
            while (open.TryPop(out DicomDataset? dataset))
            {
                foreach (DicomElement element in dataset.Elements)
                {
                    foreach (DicomDataset item in element.Items) open.Push(item);
                    Assert.Equal(element.IsEmpty, element.ValueMultiplicity == 0);
                    _ = (element.Value, element.RawValue, element.Definition, element.Fragments);
                }
            }
        }
        catch (DicomException)
        {
            // The one clear error.
        }
    }

    private static byte[] Nest(int depth)
    {
        var file = new DatasetBuilder();
        for (int i = 0; i < depth; i++) file.WithHeader(0x0040_A730, "SQ", 0xFFFF_FFFF).WithItemHeader(0xFFFF_FFFF);
        for (int i = 0; i < depth; i++) file.WithItemDelimiter().WithSequenceDelimiter();
        return file.ToFile();
    }
}
