using PSDicom.Data;
using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;

namespace PSDicom.Core.Tests;

/// <summary>A data set whose large values are not in memory, with the number of times that they were read.</summary>
internal sealed class CountingSource : IValueSource, IDisposable
{
    private readonly MemoryByteSource _source;

    private CountingSource(byte[] bytes) => _source = new MemoryByteSource(bytes);

    public int Reads { get; private set; }

    /// <summary>Reads a data set; values of more than <see cref="DatasetReader.MaxKept"/> bytes are read on demand.</summary>
    public static (DicomDataset Dataset, CountingSource Source) Read(DatasetBuilder elements)
    {
        byte[] bytes = elements.ToBytes();
        var source = new CountingSource(bytes);
        var dataset = new DicomDataset(new ValueStore(source, null));
        using var window = new ByteWindow(source._source, 512);
        var tokenizer = new DicomTokenizer(window, 0, DicomEncoding.ExplicitLittleEndian, []);
        new DatasetReader(tokenizer, DicomReadOptions.Default, null, default).ReadInto(dataset);
        return (dataset, source);
    }

    public void Dispose() => _source.Dispose();

    public void Read(long offset, Span<byte> destination)
    {
        Reads++;
        _source.Read(offset, destination);
    }

    public EncapsulatedValue ReadFragments(DicomTag tag, long offset, bool isBigEndian, CancellationToken cancellation) =>
        new OpenValueSource(_source).ReadFragments(tag, offset, isBigEndian, cancellation);
}
