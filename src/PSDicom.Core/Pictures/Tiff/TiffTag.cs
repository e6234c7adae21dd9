namespace PSDicom.Pictures.Tiff;

/// <summary>Tags of TIFF fields (TIFF 6.0 sections 8 and 12 to 19).</summary>
internal enum TiffTag
{
    NewSubfileType = 254,
    ImageWidth = 256,
    ImageLength = 257,
    BitsPerSample = 258,
    Compression = 259,
    PhotometricInterpretation = 262,
    ImageDescription = 270,
    StripOffsets = 273,
    SamplesPerPixel = 277,
    RowsPerStrip = 278,
    StripByteCounts = 279,
    XResolution = 282,
    YResolution = 283,
    PlanarConfiguration = 284,
    ResolutionUnit = 296,
    PageNumber = 297,
    Predictor = 317,
    SampleFormat = 339,
}
