namespace PSDicom;

/// <summary>The formats of volume files.</summary>
public enum VolumeFormat
{
    /// <summary>NIfTI in one file, .nii: stored values with slope and intercept, any affine geometry, time step.</summary>
    Nifti,

    /// <summary>NIfTI compressed with gzip, .nii.gz.</summary>
    NiftiGz,

    /// <summary>NRRD in one file, .nrrd: rescaled values, any affine geometry, time step.</summary>
    Nrrd,

    /// <summary>MetaImage in one file, .mha: rescaled values, perpendicular axes only, time step.</summary>
    MetaImage,

    /// <summary>NPY, the file format of NumPy: rescaled values as an array of [volume, slice, row, column], or of [slice, row, column] for one volume; no geometry.</summary>
    Npy,
}
