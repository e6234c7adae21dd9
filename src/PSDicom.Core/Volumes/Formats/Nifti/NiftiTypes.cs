using System;
using PSDicom.Pixels;

namespace PSDicom.Volumes.Formats.Nifti;

/// <summary>The NIfTI codes of voxel types (nifti1.h, DT_ constants).</summary>
internal static class NiftiTypes
{
    private const short Rgb24 = 128;

    public static short Of(VolumeHeader header) => header.SamplesPerPixel == 3 ? Rgb24 : Of(header.Type);

    private static short Of(SampleType type) => type switch
    {
        SampleType.UInt8 => 2,
        SampleType.Int16 => 4,
        SampleType.Int32 => 8,
        SampleType.Float32 => 16,
        SampleType.Float64 => 64,
        SampleType.Int8 => 256,
        SampleType.UInt16 => 512,
        SampleType.UInt32 => 768,
        SampleType.Int64 => 1024,
        SampleType.UInt64 => 1280,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
