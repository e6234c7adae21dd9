using System.Buffers.Binary;
using PSDicom.Data;
using PSDicom.Frames;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;

namespace PSDicom.Core.Tests.Frames;

/// <summary>The number of bytes that are read to find the fragments of frames.</summary>
public class FrameIndexTests
{
    /// <summary>Of a fragment: its header and two bytes.</summary>
    private const int ItemLength = 10;

    [Fact]
    public void A_table_that_goes_up_and_down_takes_no_more_reads_a_frame_than_one_that_is_right()
    {
        const int Frames = 2000;
        (FrameIndex right, CountingSource rightSource) = Index(Frames, [.. Enumerable.Range(0, Frames)]);
        (FrameIndex wrong, CountingSource wrongSource) = Index(Frames, [.. Enumerable.Range(0, Frames).Select(i => i % 2 == 0 ? i / 2 : Frames - 1 - (i / 2))]);
        IReadOnlyList<DicomFragment>[] expected = [.. Enumerable.Range(0, Frames).Select(right.Find)];
        IReadOnlyList<DicomFragment>[] found = [.. Enumerable.Range(0, Frames).Select(wrong.Find)];
        Assert.All(expected, fragments => Assert.Single(fragments));
        Assert.Equal(expected.Select(Place), found.Select(Place));
        Assert.InRange(rightSource.Reads, Frames, 10 * Frames);
        Assert.InRange(wrongSource.Reads, 0, rightSource.Reads);
    }

    [Fact]
    public void A_frame_of_many_fragments_is_found_by_its_table()
    {
        (FrameIndex index, CountingSource source) = Index(1000, [0, 300, 700]);
        Assert.Equal([300, 400, 300], Enumerable.Range(0, 3).Select(frame => index.Find(frame).Count));
        Assert.InRange(source.Reads, 1000, 1100);
    }

    [Fact]
    public void Only_what_is_asked_for_is_read()
    {
        (FrameIndex index, CountingSource source) = Index(1000, [.. Enumerable.Range(0, 1000)]);
        Assert.Single(index.Find(500));
        Assert.InRange(source.Reads, 1, 20);
    }

    [Fact]
    public void Frames_that_cannot_be_separated_are_searched_once()
    {
        (FrameIndex index, CountingSource source) = Index(3000, [], frames: 2000);
        DicomException first = Assert.Throws<DicomException>(() => index.Find(0));
        int reads = source.Reads;
        Assert.InRange(reads, 3000, 10_000);
        for (int frame = 1; frame < 2000; frame++) Assert.Equal(first.Message, Assert.Throws<DicomException>(() => index.Find(frame)).Message);
        Assert.InRange(source.Reads - reads, 0, 10);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whenever_the_work_is_ended_nothing_more_is_read(bool hasTable)
    {
        for (int at = 1; ; at++)
        {
            using var cancellation = new CancellationTokenSource();
            (FrameIndex index, CountingSource source) = Index(100, hasTable ? [0, 40] : [], 2, cancellation.Token);
            source.Reading = reads =>
            {
                if (reads == at) cancellation.Cancel();
            };
            Exception? exception = Record.Exception(() => index.Find(1));
            if (source.Reads < at)
            {
                Assert.True(at > 60);
                break;
            }

            Assert.Equal(at, source.Reads);
            Assert.True(exception is OperationCanceledException || IsLast(index, source, at), $"Read {at}: {exception}");
        }
    }

    /// <summary>Whether nothing more was read.</summary>
    private static bool IsLast(FrameIndex index, CountingSource source, int at) =>
        Record.Exception(() => index.Find(0)) is OperationCanceledException or DicomException && source.Reads == at;

    private static string Place(IReadOnlyList<DicomFragment> fragments) => string.Join(",", fragments.Select(fragment => fragment.Offset));

    /// <summary>The index of fragments of two bytes, of which frames begin as listed.</summary>
    private static (FrameIndex Index, CountingSource Source) Index(int fragments, int[] starts, int frames = 2, CancellationToken cancellation = default)
    {
        var table = new byte[4 * starts.Length];
        for (int i = 0; i < starts.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(4 * i), starts[i] * ItemLength);
        byte[][] items = [table, .. Enumerable.Range(0, fragments).Select(number => (byte[])[(byte)number, (byte)(number >> 8)])];
        byte[] file = new DatasetBuilder().WithFragments(FrameImage.PixelData, items).ToFile(FrameImage.EncapsulatedUncompressed);
        var source = new CountingSource(new OpenValueSource(new MemoryByteSource(file)));
        DicomElement element = DicomFile.Open(file, new DicomReadOptions { StopAtPixelData = true }, CancellationToken.None).Find(new DicomTag(FrameImage.PixelData))!;
        return (new FrameIndex(new EncapsulatedPixels(element, null, source, file.Length, cancellation), Math.Max(frames, starts.Length)), source);
    }

    private sealed class CountingSource(IValueSource source) : IValueSource
    {
        public int Reads { get; private set; }

        public Action<int>? Reading { get; set; }

        public void Read(long offset, Span<byte> destination)
        {
            Reads++;
            Reading?.Invoke(Reads);
            source.Read(offset, destination);
        }

        public EncapsulatedValue ReadFragments(DicomTag tag, long offset, bool isBigEndian, CancellationToken cancellation) =>
            source.ReadFragments(tag, offset, isBigEndian, cancellation);
    }
}
