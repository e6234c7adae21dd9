using System;
using System.IO;
using PSDicom.Pictures.Raw;
using PSDicom.Pixels;

namespace PSDicom.Volumes.Formats;

/// <summary>Writes one volume file to a stream, which stays open: the constructor writes the header, then slices follow.</summary>
/// <param name="stream">The stream.</param>
/// <param name="header">The header.</param>
internal abstract class VolumeWriter(Stream stream, VolumeHeader header)
{
    private readonly RawWriter _voxels = new(stream);

    /// <summary>The header.</summary>
    protected VolumeHeader Header => header;

    /// <summary>Writes the next slice.</summary>
    /// <param name="samples">The samples, row by row and interleaved, of the type of the header.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Add(Array samples) => _voxels.Add(new Picture(samples)
    {
        Width = Header.Columns,
        Height = Header.Rows,
        SamplesPerPixel = Header.SamplesPerPixel,
    });

    /// <summary>Completes the file, after the last slice.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public virtual void Complete()
    {
    }
}
