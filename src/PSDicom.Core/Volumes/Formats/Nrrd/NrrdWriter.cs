using System.IO;
using System.IO.Compression;
using PSDicom.Pictures;

namespace PSDicom.Volumes.Formats.Nrrd;

/// <summary>Writes NRRD in one file. Voxels can be compressed with gzip.</summary>
internal sealed class NrrdWriter : VolumeWriter
{
    private readonly GZipStream? _compressed;

    public NrrdWriter(Stream stream, VolumeHeader header, bool isCompressed)
        : this(stream, isCompressed ? new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true) : null, header) =>
        stream.WriteBytes(NrrdHeader.Make(header, isCompressed));

    private NrrdWriter(Stream stream, GZipStream? compressed, VolumeHeader header)
        : base(compressed ?? stream, header) => _compressed = compressed;

    public override void Complete() => _compressed?.Dispose();
}
