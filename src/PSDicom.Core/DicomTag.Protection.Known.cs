namespace PSDicom;

/// <content>Tags by their keyword (PS3.6 chapter 6), of the elements that de-identification reads and writes.</content>
public readonly partial struct DicomTag
{
    /// <summary>Conversion Type (0008,0064).</summary>
    public static DicomTag ConversionType => new(0x0008_0064);

    /// <summary>Code Value (0008,0100).</summary>
    public static DicomTag CodeValue => new(0x0008_0100);

    /// <summary>Coding Scheme Designator (0008,0102).</summary>
    public static DicomTag CodingSchemeDesignator => new(0x0008_0102);

    /// <summary>Private Data Element Characteristics Sequence (0008,0300).</summary>
    public static DicomTag PrivateDataElementCharacteristicsSequence => new(0x0008_0300);

    /// <summary>Private Group Reference (0008,0301).</summary>
    public static DicomTag PrivateGroupReference => new(0x0008_0301);

    /// <summary>Private Creator Reference (0008,0302).</summary>
    public static DicomTag PrivateCreatorReference => new(0x0008_0302);

    /// <summary>Block Identifying Information Status (0008,0303).</summary>
    public static DicomTag BlockIdentifyingInformationStatus => new(0x0008_0303);

    /// <summary>Nonidentifying Private Elements (0008,0304).</summary>
    public static DicomTag NonidentifyingPrivateElements => new(0x0008_0304);

    /// <summary>Patient's Age (0010,1010).</summary>
    public static DicomTag PatientAge => new(0x0010_1010);

    /// <summary>Patient Identity Removed (0012,0062).</summary>
    public static DicomTag PatientIdentityRemoved => new(0x0012_0062);

    /// <summary>De-identification Method (0012,0063).</summary>
    public static DicomTag DeidentificationMethod => new(0x0012_0063);

    /// <summary>De-identification Method Code Sequence (0012,0064).</summary>
    public static DicomTag DeidentificationMethodCodeSequence => new(0x0012_0064);

    /// <summary>Sequence of Ultrasound Regions (0018,6011).</summary>
    public static DicomTag SequenceOfUltrasoundRegions => new(0x0018_6011);

    /// <summary>Region Location Min X0 (0018,6018).</summary>
    public static DicomTag RegionLocationMinX0 => new(0x0018_6018);

    /// <summary>Region Location Min Y0 (0018,601A).</summary>
    public static DicomTag RegionLocationMinY0 => new(0x0018_601A);

    /// <summary>Region Location Max X1 (0018,601C).</summary>
    public static DicomTag RegionLocationMaxX1 => new(0x0018_601C);

    /// <summary>Region Location Max Y1 (0018,601E).</summary>
    public static DicomTag RegionLocationMaxY1 => new(0x0018_601E);

    /// <summary>Burned In Annotation (0028,0301).</summary>
    public static DicomTag BurnedInAnnotation => new(0x0028_0301);

    /// <summary>Longitudinal Temporal Information Modified (0028,0303).</summary>
    public static DicomTag LongitudinalTemporalInformationModified => new(0x0028_0303);

    /// <summary>Acquisition Context Sequence (0040,0555).</summary>
    public static DicomTag AcquisitionContextSequence => new(0x0040_0555);

    /// <summary>Value Type (0040,A040).</summary>
    public static DicomTag ValueType => new(0x0040_A040);

    /// <summary>Concept Name Code Sequence (0040,A043).</summary>
    public static DicomTag ConceptNameCodeSequence => new(0x0040_A043);

    /// <summary>Person Name (0040,A123).</summary>
    public static DicomTag PersonName => new(0x0040_A123);

    /// <summary>Text Value (0040,A160).</summary>
    public static DicomTag TextValue => new(0x0040_A160);

    /// <summary>Content Sequence (0040,A730).</summary>
    public static DicomTag ContentSequence => new(0x0040_A730);

    /// <summary>Referenced Content Item Identifier (0040,DB73).</summary>
    public static DicomTag ReferencedContentItemIdentifier => new(0x0040_DB73);

    /// <summary>Encapsulated Document (0042,0011).</summary>
    public static DicomTag EncapsulatedDocument => new(0x0042_0011);

    /// <summary>Graphic Annotation Sequence (0070,0001).</summary>
    public static DicomTag GraphicAnnotationSequence => new(0x0070_0001);

    /// <summary>Text Object Sequence (0070,0008).</summary>
    public static DicomTag TextObjectSequence => new(0x0070_0008);

    /// <summary>Graphic Object Sequence (0070,0009).</summary>
    public static DicomTag GraphicObjectSequence => new(0x0070_0009);

    /// <summary>Encrypted Attributes Sequence (0400,0500).</summary>
    public static DicomTag EncryptedAttributesSequence => new(0x0400_0500);
}
