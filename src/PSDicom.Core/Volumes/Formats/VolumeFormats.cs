using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Volumes.Formats.MetaImage;
using PSDicom.Volumes.Formats.Nifti;
using PSDicom.Volumes.Formats.Npy;
using PSDicom.Volumes.Formats.Nrrd;

namespace PSDicom.Volumes.Formats;

/// <summary>The volume file formats.</summary>
internal static class VolumeFormats
{
    private static readonly VolumeFileFormat[] All =
    [
        new()
        {
            Format = VolumeFormat.Nifti,
            Extension = ".nii",
            Create = (stream, header, _) => new NiftiWriter(stream, header),
            HasSlope = true,
            HasShear = true,
        },
        new()
        {
            Format = VolumeFormat.NiftiGz,
            Extension = ".nii.gz",
            Create = (stream, header, _) => new CompressedNiftiWriter(stream, header),
            HasSlope = true,
            HasShear = true,
        },
        new()
        {
            Format = VolumeFormat.Nrrd,
            Extension = ".nrrd",
            Create = (stream, header, isCompressed) => new NrrdWriter(stream, header, isCompressed),
            HasShear = true,
            HasDeepColor = true,
            CanCompress = true,
        },
        new()
        {
            Format = VolumeFormat.MetaImage,
            Extension = ".mha",
            Create = (stream, header, _) => new MetaImageWriter(stream, header),
            HasDeepColor = true,
        },
        new()
        {
            Format = VolumeFormat.Npy,
            Extension = ".npy",
            Create = (stream, header, _) => new NpyVolumeWriter(stream, header),
            HasShear = true,
            HasDeepColor = true,
        },
    ];

    /// <summary>The extensions of all formats.</summary>
    public static IEnumerable<string> Extensions => All.Select(format => format.Extension);

    public static VolumeFileFormat Find(VolumeFormat format) => All.First(candidate => candidate.Format == format);

    /// <summary>The format for a file name, by its extension in any case; null for other extensions.</summary>
    public static VolumeFileFormat? FindByName(string path) =>
        All.FirstOrDefault(format => path.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase));
}
