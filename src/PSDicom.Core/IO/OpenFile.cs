using System;
using System.Threading;
using PSDicom.Data;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;
using PSDicom.Threading;

namespace PSDicom.IO;

/// <summary>A file that stays open for one operation, so that header and bulk values need one opening.</summary>
/// <param name="source">Its bytes, which this disposes.</param>
/// <param name="path">Its path; null for bytes in memory.</param>
internal sealed class OpenFile(ByteSource source, string? path) : IValueSource, IDisposable
{
    /// <summary>More bytes than most single-frame images have. Larger files are read frame by frame.</summary>
    private const long MaxLoaded = 2 << 20;

    private ByteSource _source = source;
    private MemoryBudget.Share? _share;

    /// <summary>Opens a file.</summary>
    public OpenFile(string path)
        : this(FileByteSource.Hold(path), System.IO.Path.GetFullPath(path))
    {
    }

    /// <summary>The full path; null for bytes in memory.</summary>
    public string? Path => path;

    /// <summary>Loads a small file into memory and closes it, if the budget allows it: further reading then needs no system calls.</summary>
    public void Load(MemoryBudget budget)
    {
        if (_source.Length > MaxLoaded) return;
        _share = budget.TryTake(_source.Length);
        if (_share is null) return;
        var bytes = new byte[_source.Length];
        int count = _source.Read(0, bytes);
        _source.Dispose();
        _source = new MemoryByteSource(bytes.AsMemory(0, count));
    }

    /// <summary>Reads the data set, as <see cref="DicomFile.Open(string, DicomReadOptions?, CancellationToken)"/> does.</summary>
    /// <remarks>Its bulk values can only be read while this is open.</remarks>
    public DicomFile ReadHeader(DicomReadOptions options, CancellationToken cancellation) =>
        DicomException.InFile(path, () => DicomReader.Read(_source, this, path, options, cancellation));

    public void Read(long offset, Span<byte> destination)
    {
        if (_source.Read(offset, destination) < destination.Length)
        {
            throw new DicomException(
                DicomErrorReason.ValueNotAvailable, "The file has become shorter since its header was read; read it again.", path, offset);
        }
    }

    public EncapsulatedValue ReadFragments(DicomTag tag, long offset, bool isBigEndian, CancellationToken cancellation) =>
        FragmentReader.Read(_source, tag, offset, isBigEndian, cancellation);

    public void Dispose()
    {
        _source.Dispose();
        _share?.Dispose();
    }
}
