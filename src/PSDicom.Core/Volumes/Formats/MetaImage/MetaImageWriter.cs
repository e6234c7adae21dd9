using System.IO;
using PSDicom.Pictures;

namespace PSDicom.Volumes.Formats.MetaImage;

/// <summary>Writes MetaImage in one file.</summary>
internal sealed class MetaImageWriter : VolumeWriter
{
    public MetaImageWriter(Stream stream, VolumeHeader header)
        : base(stream, header) => stream.WriteBytes(MetaImageHeader.Make(header));
}
