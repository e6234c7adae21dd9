namespace PSDicom.Pictures.Tiff;

/// <summary>Types of field values (TIFF 6.0 section 2; the last one is of BigTIFF).</summary>
internal enum TiffType
{
    /// <summary>Text that is terminated by 0.</summary>
    Ascii = 2,

    /// <summary>16 bits.</summary>
    Short = 3,

    /// <summary>32 bits.</summary>
    Long = 4,

    /// <summary>Two 32-bit numbers: a numerator and a denominator.</summary>
    Rational = 5,

    /// <summary>64 bits.</summary>
    Long8 = 16,
}
