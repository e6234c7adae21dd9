namespace PSDicom.Pictures.Tiff;

/// <summary>Types of a field's values (TIFF 6.0 section 2; the last is BigTIFF's).</summary>
internal enum TiffType
{
    /// <summary>Text that ends with a 0.</summary>
    Ascii = 2,

    /// <summary>16 bits.</summary>
    Short = 3,

    /// <summary>32 bits.</summary>
    Long = 4,

    /// <summary>Two of 32 bits: a numerator and a denominator.</summary>
    Rational = 5,

    /// <summary>64 bits.</summary>
    Long8 = 16,
}
