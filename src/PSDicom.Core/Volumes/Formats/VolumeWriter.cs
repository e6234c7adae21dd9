using System;
using System.IO;
using PSDicom.Pictures.Raw;
using PSDicom.Pixels;

namespace PSDicom.Volumes.Formats;

/// <summary>Writes one file of a volume to a stream, which stays open: the header when it is made, then slice by slice.</summary>
/// <param name="stream">Takes the voxels.</param>
/// <param name="header">What the file says before them.</param>
internal abstract class VolumeWriter(Stream stream, VolumeHeader header)
{
    private readonly RawWriter _voxels = new(stream);

    /// <summary>What the file says before its voxels.</summary>
    protected VolumeHeader Header => header;

    /// <summary>Writes the next slice.</summary>
    /// <param name="samples">Its samples, row by row, those of a pixel together, of the header's type.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Add(Array samples) => _voxels.Add(new Picture(samples)
    {
        Width = Header.Columns,
        Height = Header.Rows,
        SamplesPerPixel = Header.SamplesPerPixel,
    });

    /// <summary>Ends the file, after the last slice.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public virtual void Complete()
    {
    }
}
