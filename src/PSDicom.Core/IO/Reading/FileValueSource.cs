using System;
using System.Threading;
using PSDicom.Data;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>Reads bulk values from a file that is opened for each read, as a <see cref="DicomFile"/> does not keep it open.</summary>
internal sealed class FileValueSource(string path) : IValueSource
{
    public void Read(long offset, Span<byte> destination)
    {
        using var source = new FileByteSource(path);
        if (source.Read(offset, destination) < destination.Length)
        {
            throw new DicomException(
                DicomErrorReason.ValueNotAvailable, "The file has become shorter since its header was read; read it again.", path, offset);
        }
    }

    public EncapsulatedValue ReadFragments(DicomTag tag, long offset, bool isBigEndian, CancellationToken cancellation)
    {
        using var source = new FileByteSource(path);
        return FragmentReader.Read(source, tag, offset, isBigEndian, cancellation);
    }
}
