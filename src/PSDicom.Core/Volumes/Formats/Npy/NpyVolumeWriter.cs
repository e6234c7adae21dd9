using System.IO;
using PSDicom.Pictures;
using PSDicom.Pictures.Npy;

namespace PSDicom.Volumes.Formats.Npy;

/// <summary>Writes the NPY file of NumPy: an array of [slice, row, column], before which comes the volume if there are several, and behind which the sample of a colour.</summary>
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
