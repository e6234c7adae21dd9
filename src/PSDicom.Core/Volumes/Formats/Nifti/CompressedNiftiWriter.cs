using System.IO;
using System.IO.Compression;

namespace PSDicom.Volumes.Formats.Nifti;

/// <summary>Writes a NIfTI file as one gzip stream.</summary>
internal sealed class CompressedNiftiWriter : NiftiWriter
{
    private readonly GZipStream _compressed;

    public CompressedNiftiWriter(Stream stream, VolumeHeader header)
        : this(new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true), header)
    {
    }

    private CompressedNiftiWriter(GZipStream compressed, VolumeHeader header)
        : base(compressed, header) => _compressed = compressed;

    public override void Complete() => _compressed.Dispose();
}
