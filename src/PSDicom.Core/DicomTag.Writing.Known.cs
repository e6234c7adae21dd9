namespace PSDicom;

/// <content>Tags of the elements that PSDicom writes when it converts files.</content>
public readonly partial struct DicomTag
{
    /// <summary>Derivation Description (0008,2111).</summary>
    public static DicomTag DerivationDescription => new(0x0008_2111);

    /// <summary>Derivation Code Sequence (0008,9215).</summary>
    public static DicomTag DerivationCodeSequence => new(0x0008_9215);

    /// <summary>Lossy Image Compression Ratio (0028,2112).</summary>
    public static DicomTag LossyImageCompressionRatio => new(0x0028_2112);

    /// <summary>Lossy Image Compression Method (0028,2114).</summary>
    public static DicomTag LossyImageCompressionMethod => new(0x0028_2114);

    /// <summary>Purpose of Reference Code Sequence (0040,A170).</summary>
    public static DicomTag PurposeOfReferenceCodeSequence => new(0x0040_A170);

    /// <summary>Encapsulated Pixel Data Value Total Length (7FE0,0003).</summary>
    public static DicomTag EncapsulatedPixelDataValueTotalLength => new(0x7FE0_0003);
}
