using System.IO;
using PSDicom.Pictures;
using PSDicom.Pictures.Npy;

namespace PSDicom.Volumes.Formats.Npy;

/// <summary>Writes NPY, the file format of NumPy: an array of [slice, row, column], with the volume as first index if there are several, and the color sample last.</summary>
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
