using System.IO;
using PSDicom.Pictures;

namespace PSDicom.Volumes.Formats.Nifti;

/// <summary>Writes NIfTI in one file. Rows keep the order of DICOM.</summary>
internal class NiftiWriter : VolumeWriter
{
    public NiftiWriter(Stream stream, VolumeHeader header)
        : base(stream, header) => stream.WriteBytes(NiftiHeader.Make(header));
}
