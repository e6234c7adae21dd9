namespace PSDicom;

/// <summary>The kinds of files that volumes are written to.</summary>
public enum VolumeFormat
{
    /// <summary>NIfTI in one file, .nii: stored values with slope and intercept, any affine geometry, times.</summary>
    Nifti,

    /// <summary>The same, compressed by gzip: .nii.gz.</summary>
    NiftiGz,

    /// <summary>NRRD with its header in the file, .nrrd: any affine geometry; what values stand for.</summary>
    Nrrd,

    /// <summary>MetaImage in one file, .mha: slices that are not shifted against each other; what values stand for.</summary>
    MetaImage,

    /// <summary>NPY, the file of NumPy: what values stand for, as an array of [volume, slice, row, column]; no geometry.</summary>
    Npy,
}
