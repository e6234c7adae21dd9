using System.IO;
using PSDicom.Pictures;
using PSDicom.Pictures.Npy;

namespace PSDicom.Volumes.Formats.Npy;

/// <summary>Writes NPY, the file format of NumPy: an array of [slice, row, column], preceded by the volume and followed by the color sample if there are several.</summary>
internal sealed class NpyVolumeWriter : VolumeWriter
{
    public NpyVolumeWriter(Stream stream, VolumeHeader header)
        : base(stream, header)
    {
        int[] volumes = header.Volumes > 1 ? [header.Volumes] : [];
        int[] samples = header.SamplesPerPixel > 1 ? [header.SamplesPerPixel] : [];
        stream.WriteBytes(NpyHeader.Make(header.Type, [.. volumes, header.Slices, header.Rows, header.Columns, .. samples]));
    }
}
