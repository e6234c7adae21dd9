using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Data;
using PSDicom.IO;

namespace PSDicom.Operations;

/// <summary>A file that is held open for one operation, so that header and bulk values cost one opening.</summary>
internal sealed class OpenFile(string path) : IValueSource, IDisposable
{
    private readonly FileByteSource _source = FileByteSource.Hold(path);

    /// <summary>Reads the data set, as <see cref="DicomFile.Open(string, DicomReadOptions?, CancellationToken)"/> does.</summary>
    /// <remarks>Its bulk values can be read only as long as this is open.</remarks>
    public DicomFile ReadHeader(DicomReadOptions options, CancellationToken cancellation)
    {
        try
        {
            return DicomReader.Read(_source, this, path, options, cancellation);
        }
        catch (DicomException exception) when (exception.Path is null)
        {
            throw exception.WithPath(path);
        }
    }

    public void Read(long offset, Span<byte> destination)
    {
        if (_source.Read(offset, destination) < destination.Length)
        {
            throw new DicomException(
                DicomErrorReason.ValueNotAvailable, "The file has become shorter since its header was read; read it again.", path, offset);
        }
    }

    public IReadOnlyList<DicomFragment> ReadFragments(DicomTag tag, long offset, bool isBigEndian, out long byteLength) =>
        FragmentReader.Read(_source, tag, offset, isBigEndian, out byteLength);

    public void Dispose() => _source.Dispose();
}
