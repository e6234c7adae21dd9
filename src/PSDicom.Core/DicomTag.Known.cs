namespace PSDicom;

// A test compares them with the dictionary.
/// <content>Tags by their keyword (PS3.6 chapter 6), of the elements that PSDicom itself reads.</content>
public readonly partial struct DicomTag
{
    /// <summary>Transfer Syntax UID (0002,0010).</summary>
    public static DicomTag TransferSyntaxUID => new(0x0002_0010);

    /// <summary>Specific Character Set (0008,0005).</summary>
    public static DicomTag SpecificCharacterSet => new(0x0008_0005);

    /// <summary>SOP Class UID (0008,0016).</summary>
    public static DicomTag SOPClassUID => new(0x0008_0016);

    /// <summary>Modality (0008,0060).</summary>
    public static DicomTag Modality => new(0x0008_0060);

    /// <summary>Recommended Display Frame Rate (0008,2144).</summary>
    public static DicomTag RecommendedDisplayFrameRate => new(0x0008_2144);

    /// <summary>Pixel Presentation (0008,9205).</summary>
    public static DicomTag PixelPresentation => new(0x0008_9205);

    /// <summary>Cine Rate (0018,0040).</summary>
    public static DicomTag CineRate => new(0x0018_0040);

    /// <summary>Frame Time (0018,1063).</summary>
    public static DicomTag FrameTime => new(0x0018_1063);

    /// <summary>Frame Time Vector (0018,1065).</summary>
    public static DicomTag FrameTimeVector => new(0x0018_1065);

    /// <summary>Imager Pixel Spacing (0018,1164).</summary>
    public static DicomTag ImagerPixelSpacing => new(0x0018_1164);

    /// <summary>Nominal Scanned Pixel Spacing (0018,2010).</summary>
    public static DicomTag NominalScannedPixelSpacing => new(0x0018_2010);

    /// <summary>Samples per Pixel (0028,0002).</summary>
    public static DicomTag SamplesPerPixel => new(0x0028_0002);

    /// <summary>Photometric Interpretation (0028,0004).</summary>
    public static DicomTag PhotometricInterpretation => new(0x0028_0004);

    /// <summary>Planar Configuration (0028,0006).</summary>
    public static DicomTag PlanarConfiguration => new(0x0028_0006);

    /// <summary>Number of Frames (0028,0008).</summary>
    public static DicomTag NumberOfFrames => new(0x0028_0008);

    /// <summary>Frame Increment Pointer (0028,0009).</summary>
    public static DicomTag FrameIncrementPointer => new(0x0028_0009);

    /// <summary>Rows (0028,0010).</summary>
    public static DicomTag Rows => new(0x0028_0010);

    /// <summary>Columns (0028,0011).</summary>
    public static DicomTag Columns => new(0x0028_0011);

    /// <summary>Pixel Spacing (0028,0030).</summary>
    public static DicomTag PixelSpacing => new(0x0028_0030);

    /// <summary>Pixel Aspect Ratio (0028,0034).</summary>
    public static DicomTag PixelAspectRatio => new(0x0028_0034);

    /// <summary>Bits Allocated (0028,0100).</summary>
    public static DicomTag BitsAllocated => new(0x0028_0100);

    /// <summary>Bits Stored (0028,0101).</summary>
    public static DicomTag BitsStored => new(0x0028_0101);

    /// <summary>High Bit (0028,0102).</summary>
    public static DicomTag HighBit => new(0x0028_0102);

    /// <summary>Pixel Representation (0028,0103).</summary>
    public static DicomTag PixelRepresentation => new(0x0028_0103);

    /// <summary>Pixel Padding Value (0028,0120).</summary>
    public static DicomTag PixelPaddingValue => new(0x0028_0120);

    /// <summary>Pixel Padding Range Limit (0028,0121).</summary>
    public static DicomTag PixelPaddingRangeLimit => new(0x0028_0121);

    /// <summary>Float Pixel Padding Value (0028,0122).</summary>
    public static DicomTag FloatPixelPaddingValue => new(0x0028_0122);

    /// <summary>Double Float Pixel Padding Value (0028,0123).</summary>
    public static DicomTag DoubleFloatPixelPaddingValue => new(0x0028_0123);

    /// <summary>Float Pixel Padding Range Limit (0028,0124).</summary>
    public static DicomTag FloatPixelPaddingRangeLimit => new(0x0028_0124);

    /// <summary>Double Float Pixel Padding Range Limit (0028,0125).</summary>
    public static DicomTag DoubleFloatPixelPaddingRangeLimit => new(0x0028_0125);

    /// <summary>Pixel Intensity Relationship (0028,1040).</summary>
    public static DicomTag PixelIntensityRelationship => new(0x0028_1040);

    /// <summary>Window Center (0028,1050).</summary>
    public static DicomTag WindowCenter => new(0x0028_1050);

    /// <summary>Window Width (0028,1051).</summary>
    public static DicomTag WindowWidth => new(0x0028_1051);

    /// <summary>Rescale Intercept (0028,1052).</summary>
    public static DicomTag RescaleIntercept => new(0x0028_1052);

    /// <summary>Rescale Slope (0028,1053).</summary>
    public static DicomTag RescaleSlope => new(0x0028_1053);

    /// <summary>Rescale Type (0028,1054).</summary>
    public static DicomTag RescaleType => new(0x0028_1054);

    /// <summary>Window Center &amp; Width Explanation (0028,1055).</summary>
    public static DicomTag WindowCenterWidthExplanation => new(0x0028_1055);

    /// <summary>VOI LUT Function (0028,1056).</summary>
    public static DicomTag VOILUTFunction => new(0x0028_1056);

    /// <summary>Gray Lookup Table Descriptor (0028,1100); retired.</summary>
    public static DicomTag GrayLookupTableDescriptor => new(0x0028_1100);

    /// <summary>Red Palette Color Lookup Table Descriptor (0028,1101).</summary>
    public static DicomTag RedPaletteColorLookupTableDescriptor => new(0x0028_1101);

    /// <summary>Green Palette Color Lookup Table Descriptor (0028,1102).</summary>
    public static DicomTag GreenPaletteColorLookupTableDescriptor => new(0x0028_1102);

    /// <summary>Blue Palette Color Lookup Table Descriptor (0028,1103).</summary>
    public static DicomTag BluePaletteColorLookupTableDescriptor => new(0x0028_1103);

    /// <summary>Alpha Palette Color Lookup Table Descriptor (0028,1104).</summary>
    public static DicomTag AlphaPaletteColorLookupTableDescriptor => new(0x0028_1104);

    /// <summary>Gray Lookup Table Data (0028,1200); retired.</summary>
    public static DicomTag GrayLookupTableData => new(0x0028_1200);

    /// <summary>Red Palette Color Lookup Table Data (0028,1201).</summary>
    public static DicomTag RedPaletteColorLookupTableData => new(0x0028_1201);

    /// <summary>Green Palette Color Lookup Table Data (0028,1202).</summary>
    public static DicomTag GreenPaletteColorLookupTableData => new(0x0028_1202);

    /// <summary>Blue Palette Color Lookup Table Data (0028,1203).</summary>
    public static DicomTag BluePaletteColorLookupTableData => new(0x0028_1203);

    /// <summary>Segmented Red Palette Color Lookup Table Data (0028,1221).</summary>
    public static DicomTag SegmentedRedPaletteColorLookupTableData => new(0x0028_1221);

    /// <summary>Segmented Green Palette Color Lookup Table Data (0028,1222).</summary>
    public static DicomTag SegmentedGreenPaletteColorLookupTableData => new(0x0028_1222);

    /// <summary>Segmented Blue Palette Color Lookup Table Data (0028,1223).</summary>
    public static DicomTag SegmentedBluePaletteColorLookupTableData => new(0x0028_1223);

    /// <summary>Blending Lookup Table Descriptor (0028,1407).</summary>
    public static DicomTag BlendingLookupTableDescriptor => new(0x0028_1407);

    /// <summary>Lossy Image Compression (0028,2110).</summary>
    public static DicomTag LossyImageCompression => new(0x0028_2110);

    /// <summary>Modality LUT Sequence (0028,3000).</summary>
    public static DicomTag ModalityLUTSequence => new(0x0028_3000);

    /// <summary>LUT Descriptor (0028,3002).</summary>
    public static DicomTag LUTDescriptor => new(0x0028_3002);

    /// <summary>LUT Explanation (0028,3003).</summary>
    public static DicomTag LUTExplanation => new(0x0028_3003);

    /// <summary>Modality LUT Type (0028,3004).</summary>
    public static DicomTag ModalityLUTType => new(0x0028_3004);

    /// <summary>LUT Data (0028,3006).</summary>
    public static DicomTag LUTData => new(0x0028_3006);

    /// <summary>VOI LUT Sequence (0028,3010).</summary>
    public static DicomTag VOILUTSequence => new(0x0028_3010);

    /// <summary>Pixel Data Provider URL (0028,7FE0).</summary>
    public static DicomTag PixelDataProviderURL => new(0x0028_7FE0);

    /// <summary>Pixel Measures Sequence (0028,9110).</summary>
    public static DicomTag PixelMeasuresSequence => new(0x0028_9110);

    /// <summary>Frame VOI LUT Sequence (0028,9132).</summary>
    public static DicomTag FrameVOILUTSequence => new(0x0028_9132);

    /// <summary>Pixel Value Transformation Sequence (0028,9145).</summary>
    public static DicomTag PixelValueTransformationSequence => new(0x0028_9145);

    /// <summary>Units (0054,1001).</summary>
    public static DicomTag Units => new(0x0054_1001);

    /// <summary>Presentation LUT Shape (2050,0020).</summary>
    public static DicomTag PresentationLUTShape => new(0x2050_0020);

    /// <summary>Dose Units (3004,0002).</summary>
    public static DicomTag DoseUnits => new(0x3004_0002);

    /// <summary>Dose Grid Scaling (3004,000E).</summary>
    public static DicomTag DoseGridScaling => new(0x3004_000E);

    /// <summary>Shared Functional Groups Sequence (5200,9229).</summary>
    public static DicomTag SharedFunctionalGroupsSequence => new(0x5200_9229);

    /// <summary>Per-Frame Functional Groups Sequence (5200,9230).</summary>
    public static DicomTag PerFrameFunctionalGroupsSequence => new(0x5200_9230);

    /// <summary>Extended Offset Table (7FE0,0001).</summary>
    public static DicomTag ExtendedOffsetTable => new(0x7FE0_0001);

    /// <summary>Float Pixel Data (7FE0,0008).</summary>
    public static DicomTag FloatPixelData => new(0x7FE0_0008);

    /// <summary>Double Float Pixel Data (7FE0,0009).</summary>
    public static DicomTag DoubleFloatPixelData => new(0x7FE0_0009);

    /// <summary>Pixel Data (7FE0,0010).</summary>
    public static DicomTag PixelData => new(0x7FE0_0010);

    /// <summary>Implementation Class UID (0002,0012).</summary>
    public static DicomTag ImplementationClassUID => new(0x0002_0012);

    /// <summary>Implementation Version Name (0002,0013).</summary>
    public static DicomTag ImplementationVersionName => new(0x0002_0013);

    /// <summary>Media Storage SOP Instance UID (0002,0003).</summary>
    public static DicomTag MediaStorageSOPInstanceUID => new(0x0002_0003);

    /// <summary>File Meta Information Group Length (0002,0000).</summary>
    public static DicomTag FileMetaInformationGroupLength => new(0x0002_0000);

    /// <summary>Directory Record Sequence (0004,1220).</summary>
    public static DicomTag DirectoryRecordSequence => new(0x0004_1220);

    /// <summary>MAC Parameters Sequence (4FFE,0001).</summary>
    public static DicomTag MACParametersSequence => new(0x4FFE_0001);

    /// <summary>Digital Signatures Sequence (FFFA,FFFA).</summary>
    public static DicomTag DigitalSignaturesSequence => new(0xFFFA_FFFA);

    /// <summary>Failed SOP Instance UID List (0008,0058).</summary>
    public static DicomTag FailedSOPInstanceUIDList => new(0x0008_0058);

    /// <summary>Multi-frame Source SOP Instance UID (0008,1167).</summary>
    public static DicomTag MultiFrameSourceSOPInstanceUID => new(0x0008_1167);
}
