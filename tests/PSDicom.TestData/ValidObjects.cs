namespace PSDicom.Core.Tests;

/// <summary>Objects of many SOP classes that conform to the standard, as small as can be.</summary>
internal static class ValidObjects
{
    public const uint PixelData = 0x7FE0_0010;

    private const string Root = "1.2.826.0.1.3680043.9.1234.";

    private static readonly Dictionary<string, Func<ObjectBuilder>> Makers = new()
    {
        ["CR"] = CR, ["CT"] = CT, ["MR"] = MR, ["DX"] = DX, ["MG"] = MG, ["US"] = US, ["USMultiFrame"] = USMultiFrame, ["XA"] = XA, ["NM"] = NM, ["PT"] = PT,
        ["SC"] = SC, ["SCMultiFrame"] = SCMultiFrame, ["VL"] = VL, ["SEG"] = SEG, ["EnhancedCT"] = EnhancedCT, ["RTDOSE"] = RTDose, ["RTSTRUCT"] = RTStruct,
        ["RTPLAN"] = RTPlan, ["SR"] = SR, ["PDF"] = Pdf, ["PR"] = PR,
    };

    /// <summary>The names of the objects.</summary>
    public static IReadOnlyList<string> Names => [.. Makers.Keys];

    /// <summary>Makes an object, which can be changed before it is written.</summary>
    public static ObjectBuilder Of(string name) => Makers[name]();

    private static ObjectBuilder CR() => Image("1.2.840.10008.5.1.4.1.1.1", "CR").WithEmpty(0x0018_0015, "CS").WithEmpty(0x0018_5101, "CS");

    private static ObjectBuilder CT() => Sliced("1.2.840.10008.5.1.4.1.1.2", "CT")
        .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY\AXIAL")
        .WithEmpty(0x0018_0060, "DS")
        .With(0x0018_5100, "CS", "HFS")
        .WithEmpty(0x0020_0012, "IS")
        .With(0x0028_1052, "DS", "-1024")
        .With(0x0028_1053, "DS", "1");

    private static ObjectBuilder MR() => Sliced("1.2.840.10008.5.1.4.1.1.4", "MR")
        .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY\OTHER")
        .With(0x0018_0020, "CS", "SE")
        .With(0x0018_0021, "CS", "NONE")
        .WithEmpty(0x0018_0022, "CS")
        .WithEmpty(0x0018_0023, "CS")
        .With(0x0018_0080, "DS", "500")
        .With(0x0018_0081, "DS", "15")
        .WithEmpty(0x0018_0091, "IS")
        .With(0x0018_5100, "CS", "HFS");

    private static ObjectBuilder DX() => Digital("1.2.840.10008.5.1.4.1.1.1.1", "DX");

    private static ObjectBuilder MG() => Digital("1.2.840.10008.5.1.4.1.1.1.2", "MG")
        .With(0x0018_1508, "CS", "MAMMOGRAPHIC")
        .WithSequence(0x0008_2218, Code("76752008", "SCT", "Breast"))
        .With(0x0020_0062, "CS", "L")
        .With(0x0040_0318, "CS", "BREAST")
        .WithSequence(0x0054_0220, Code("399162004", "SCT", "cranio-caudal").WithSequence(0x0054_0222));

    private static ObjectBuilder US() => Color("1.2.840.10008.5.1.4.1.1.6.1", "US").With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY");

    private static ObjectBuilder USMultiFrame() => Image("1.2.840.10008.5.1.4.1.1.3.1", "US")
        .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY")
        .With(0x0018_1063, "DS", "33")
        .With(0x0028_0008, "IS", "2")
        .With(0x0028_0009, "AT", 0x0018_1063)
        .With(0x0028_0100, "US", 8)
        .With(0x0028_0101, "US", 8)
        .With(0x0028_0102, "US", 7)
        .WithBytes(PixelData, "OW", new byte[32]);

    private static ObjectBuilder XA() => Image("1.2.840.10008.5.1.4.1.1.12.1", "XA")
        .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY\SINGLE PLANE")
        .WithEmpty(0x0018_0060, "DS")
        .WithEmpty(0x0018_1150, "IS")
        .WithEmpty(0x0018_1151, "IS")
        .With(0x0018_1155, "CS", "GR")
        .WithEmpty(0x0018_1500, "CS")
        .WithEmpty(0x0018_1510, "DS")
        .WithEmpty(0x0018_1511, "DS")
        .With(0x0028_1040, "CS", "LIN");

    private static ObjectBuilder NM() => Image("1.2.840.10008.5.1.4.1.1.20", "NM")
        .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY\STATIC\EMISSION")
        .WithEmpty(0x0018_0070, "IS")
        .With(0x0018_1242, "IS", "1000")
        .With(0x0028_0008, "IS", "1")
        .With(0x0028_0009, "AT", 0x0054_0010, 0x0054_0020)
        .With(0x0028_0030, "DS", @"2\2")
        .With(0x0054_0010, "US", 1)
        .With(0x0054_0011, "US", 1)
        .WithEmpty(0x0054_0012, "SQ")
        .WithEmpty(0x0054_0016, "SQ")
        .With(0x0054_0020, "US", 1)
        .With(0x0054_0021, "US", 1)
        .WithEmpty(0x0054_0022, "SQ")
        .WithEmpty(0x0054_0410, "SQ")
        .WithEmpty(0x0054_0414, "SQ");

    private static ObjectBuilder PT() => Sliced("1.2.840.10008.5.1.4.1.1.128", "PT")
        .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY")
        .With(0x0008_0021, "DA", "20240102")
        .With(0x0008_0031, "TM", "101112")
        .WithEmpty(0x0008_0022, "DA")
        .WithEmpty(0x0008_0032, "TM")
        .WithEmpty(0x0018_1181, "CS")
        .WithEmpty(0x0018_1242, "IS")
        .WithEmpty(0x0028_0051, "CS")
        .With(0x0028_1052, "DS", "0")
        .With(0x0028_1053, "DS", "1")
        .WithEmpty(0x0054_0016, "SQ")
        .With(0x0054_0081, "US", 1)
        .WithEmpty(0x0054_0410, "SQ")
        .WithEmpty(0x0054_0414, "SQ")
        .With(0x0054_1000, "CS", @"STATIC\IMAGE")
        .With(0x0054_1001, "CS", "BQML")
        .With(0x0054_1002, "CS", "EMISSION")
        .With(0x0054_1102, "CS", "NONE")
        .With(0x0054_1300, "DS", "0")
        .With(0x0054_1330, "US", 1);

    private static ObjectBuilder SC() => Image("1.2.840.10008.5.1.4.1.1.7", "OT").With(0x0008_0064, "CS", "WSD");

    private static ObjectBuilder SCMultiFrame() => Image("1.2.840.10008.5.1.4.1.1.7.2", "OT")
        .With(0x0008_0064, "CS", "WSD")
        .With(0x0018_2001, "IS", @"1\2")
        .With(0x0028_0008, "IS", "2")
        .With(0x0028_0009, "AT", 0x0018_2001)
        .With(0x0028_0100, "US", 8)
        .With(0x0028_0101, "US", 8)
        .With(0x0028_0102, "US", 7)
        .With(0x0028_0301, "CS", "NO")
        .With(0x0028_1052, "DS", "0")
        .With(0x0028_1053, "DS", "1")
        .With(0x0028_1054, "LO", "US")
        .With(0x2050_0020, "CS", "IDENTITY")
        .WithBytes(PixelData, "OW", new byte[32]);

    private static ObjectBuilder VL() => Color("1.2.840.10008.5.1.4.1.1.77.1.4", "XC").With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY").WithEmpty(0x0028_2110, "CS").WithEmpty(0x0040_0555, "SQ");

    private static ObjectBuilder SEG() => Equipped(Image("1.2.840.10008.5.1.4.1.1.66.4", "SEG"))
        .With(0x0008_0008, "CS", @"DERIVED\PRIMARY")
        .With(0x0008_0023, "DA", "20240102")
        .With(0x0008_0033, "TM", "101112")
        .With(0x0020_0052, "UI", Root + "5")
        .WithEmpty(0x0020_1040, "LO")
        .WithSequence(0x0020_9221, new DatasetBuilder().With(0x0020_9164, "UI", Root + "6"))
        .WithSequence(0x0020_9222, new DatasetBuilder().With(0x0020_9164, "UI", Root + "6").With(0x0020_9165, "AT", 0x0062_000B).With(0x0020_9167, "AT", 0x0062_000A))
        .With(0x0028_0008, "IS", "1")
        .With(0x0028_0100, "US", 1)
        .With(0x0028_0101, "US", 1)
        .With(0x0028_0102, "US", 0)
        .With(0x0028_2110, "CS", "00")
        .With(0x0062_0001, "CS", "BINARY")
        .WithSequence(0x0062_0002, new DatasetBuilder()
            .WithSequence(0x0062_0003, Code("85756007", "SCT", "Tissue"))
            .With(0x0062_0004, "US", 1)
            .With(0x0062_0005, "LO", "All")
            .With(0x0062_0008, "CS", "MANUAL")
            .WithSequence(0x0062_000F, Code("85756007", "SCT", "Tissue")))
        .With(0x0070_0080, "CS", "SEGMENTS")
        .WithEmpty(0x0070_0081, "LO")
        .WithEmpty(0x0070_0084, "PN")
        .WithSequence(0x5200_9229, Plane())
        .WithSequence(0x5200_9230, new DatasetBuilder()
            .WithSequence(0x0020_9111, new DatasetBuilder().With(0x0020_9157, "UL", 1))
            .WithSequence(0x0020_9113, new DatasetBuilder().With(0x0020_0032, "DS", @"0\0\0"))
            .WithSequence(0x0062_000A, new DatasetBuilder().With(0x0062_000B, "US", 1)))
        .WithBytes(PixelData, "OB", 0xFF, 0xFF);

    private static ObjectBuilder EnhancedCT() => Equipped(Image("1.2.840.10008.5.1.4.1.1.2.1", "CT"))
        .With(0x0008_0008, "CS", @"DERIVED\PRIMARY\VOLUME\NONE")
        .With(0x0008_0023, "DA", "20240102")
        .With(0x0008_0033, "TM", "101112")
        .With(0x0008_9205, "CS", "MONOCHROME")
        .With(0x0008_9206, "CS", "VOLUME")
        .With(0x0008_9207, "CS", "NONE")
        .With(0x0018_5100, "CS", "HFS")
        .With(0x0018_9004, "CS", "RESEARCH")
        .With(0x0020_0052, "UI", Root + "5")
        .WithEmpty(0x0020_1040, "LO")
        .WithSequence(0x0020_9221, new DatasetBuilder().With(0x0020_9164, "UI", Root + "6"))
        .WithSequence(0x0020_9222, new DatasetBuilder().With(0x0020_9164, "UI", Root + "6").With(0x0020_9165, "AT", 0x0020_9057).With(0x0020_9167, "AT", 0x0020_9111))
        .With(0x0028_0008, "IS", "1")
        .With(0x0028_0301, "CS", "NO")
        .With(0x0028_2110, "CS", "00")
        .WithEmpty(0x0040_0555, "SQ")
        .With(0x2050_0020, "CS", "IDENTITY")
        .WithSequence(0x5200_9229, Plane()
            .WithSequence(0x0028_9132, new DatasetBuilder().With(0x0028_1050, "DS", "40").With(0x0028_1051, "DS", "400"))
            .WithSequence(0x0028_9145, new DatasetBuilder().With(0x0028_1052, "DS", "-1024").With(0x0028_1053, "DS", "1").With(0x0028_1054, "LO", "HU")))
        .WithSequence(0x5200_9230, new DatasetBuilder()
            .WithSequence(0x0018_9329, new DatasetBuilder()
                .With(0x0008_9007, "CS", @"DERIVED\PRIMARY\VOLUME\NONE")
                .With(0x0008_9205, "CS", "MONOCHROME")
                .With(0x0008_9206, "CS", "VOLUME")
                .With(0x0008_9207, "CS", "NONE"))
            .WithSequence(0x0018_9477, new DatasetBuilder().With(0x0008_3010, "UI", Root + "10"))
            .WithSequence(0x0020_9071, new DatasetBuilder().WithSequence(0x0008_2218, Code("69536005", "SCT", "Head")).With(0x0020_9072, "CS", "U"))
            .WithSequence(0x0020_9111, new DatasetBuilder().With(0x0020_9056, "SH", "1").With(0x0020_9057, "UL", 1).With(0x0020_9157, "UL", 1))
            .WithSequence(0x0020_9113, new DatasetBuilder().With(0x0020_0032, "DS", @"0\0\0")));

    private static ObjectBuilder RTDose() => Image("1.2.840.10008.5.1.4.1.1.481.2", "RTDOSE")
        .WithEmpty(0x0008_1070, "PN")
        .With(0x0020_0032, "DS", @"0\0\0")
        .With(0x0020_0037, "DS", @"1\0\0\0\1\0")
        .With(0x0020_0052, "UI", Root + "5")
        .WithEmpty(0x0020_1040, "LO")
        .WithEmpty(0x0018_0050, "DS")
        .With(0x0028_0008, "IS", "2")
        .With(0x0028_0009, "AT", 0x3004_000C)
        .With(0x0028_0030, "DS", @"2\2")
        .With(0x3004_0002, "CS", "GY")
        .With(0x3004_0004, "CS", "PHYSICAL")
        .With(0x3004_000A, "CS", "PLAN")
        .With(0x3004_000C, "DS", @"0\2")
        .With(0x3004_000E, "DS", "0.001")
        .WithSequence(0x300C_0002, Reference("1.2.840.10008.5.1.4.1.1.481.5", Root + "7"))
        .WithBytes(PixelData, "OW", new byte[64]);

    private static ObjectBuilder RTStruct() => Object("1.2.840.10008.5.1.4.1.1.481.3", "RTSTRUCT")
        .WithEmpty(0x0008_1070, "PN")
        .With(0x0020_0052, "UI", Root + "5")
        .WithEmpty(0x0020_1040, "LO")
        .With(0x3006_0002, "SH", "Structures")
        .WithEmpty(0x3006_0008, "DA")
        .WithEmpty(0x3006_0009, "TM")
        .WithSequence(0x3006_0020, new DatasetBuilder().With(0x3006_0022, "IS", "1").With(0x3006_0024, "UI", Root + "5").WithEmpty(0x3006_0026, "LO").WithEmpty(0x3006_0036, "CS"))
        .WithSequence(0x3006_0039, new DatasetBuilder().With(0x3006_0084, "IS", "1"))
        .WithSequence(0x3006_0080, new DatasetBuilder().With(0x3006_0082, "IS", "1").With(0x3006_0084, "IS", "1").WithEmpty(0x3006_00A4, "CS").WithEmpty(0x3006_00A6, "PN"));

    private static ObjectBuilder RTPlan() => Object("1.2.840.10008.5.1.4.1.1.481.5", "RTPLAN")
        .WithEmpty(0x0008_1070, "PN")
        .With(0x300A_0002, "SH", "Plan")
        .WithEmpty(0x300A_0006, "DA")
        .WithEmpty(0x300A_0007, "TM")
        .With(0x300A_000C, "CS", "TREATMENT_DEVICE");

    private static ObjectBuilder SR() => Object("1.2.840.10008.5.1.4.1.1.88.11", "SR")
        .With(0x0008_0023, "DA", "20240102")
        .With(0x0008_0033, "TM", "101112")
        .WithEmpty(0x0008_1111, "SQ")
        .With(0x0020_0013, "IS", "1")
        .With(0x0040_A040, "CS", "CONTAINER")
        .WithSequence(0x0040_A043, Code("18748-4", "LN", "Diagnostic imaging report"))
        .With(0x0040_A050, "CS", "SEPARATE")
        .WithEmpty(0x0040_A372, "SQ")
        .With(0x0040_A491, "CS", "COMPLETE")
        .With(0x0040_A493, "CS", "UNVERIFIED");

    private static ObjectBuilder Pdf() => Object("1.2.840.10008.5.1.4.1.1.104.1", "DOC")
        .WithEmpty(0x0008_0023, "DA")
        .WithEmpty(0x0008_002A, "DT")
        .WithEmpty(0x0008_0033, "TM")
        .With(0x0008_0064, "CS", "WSD")
        .With(0x0020_0013, "IS", "1")
        .With(0x0028_0301, "CS", "NO")
        .WithEmpty(0x0040_A043, "SQ")
        .WithEmpty(0x0042_0010, "ST")
        .WithBytes(0x0042_0011, "OB", [.. "%PDF-1.4"u8])
        .With(0x0042_0012, "LO", "application/pdf");

    private static ObjectBuilder PR() => Object("1.2.840.10008.5.1.4.1.1.11.1", "PR")
        .WithSequence(0x0008_1115, new DatasetBuilder()
            .WithSequence(0x0008_1140, Reference("1.2.840.10008.5.1.4.1.1.1", Root + "8"))
            .With(0x0020_000E, "UI", Root + "9"))
        .With(0x0020_0013, "IS", "1")
        .WithSequence(0x0070_005A, new DatasetBuilder()
            .With(0x0070_0052, "SL", 1, 1)
            .With(0x0070_0053, "SL", 4, 4)
            .With(0x0070_0100, "CS", "SCALE TO FIT")
            .With(0x0070_0102, "IS", @"1\1"))
        .With(0x0070_0080, "CS", "STATE")
        .WithEmpty(0x0070_0081, "LO")
        .With(0x0070_0082, "DA", "20240102")
        .With(0x0070_0083, "TM", "101112")
        .WithEmpty(0x0070_0084, "PN")
        .With(0x2050_0020, "CS", "IDENTITY");

    /// <summary>What all objects have: patient, study, series, equipment.</summary>
    private static ObjectBuilder Object(string sopClass, string modality) => new ObjectBuilder(sopClass, Root + "1")
        .With(0x0008_0005, "CS", "ISO_IR 100")
        .With(0x0008_0016, "UI", sopClass)
        .With(0x0008_0018, "UI", Root + "1")
        .With(0x0008_0020, "DA", "20240102")
        .With(0x0008_0030, "TM", "101112")
        .WithEmpty(0x0008_0050, "SH")
        .With(0x0008_0060, "CS", modality)
        .With(0x0008_0070, "LO", "Maker")
        .WithEmpty(0x0008_0090, "PN")
        .With(0x0010_0010, "PN", "Doe^Jane")
        .With(0x0010_0020, "LO", "P1")
        .WithEmpty(0x0010_0030, "DA")
        .WithEmpty(0x0010_0040, "CS")
        .With(0x0020_000D, "UI", Root + "2")
        .With(0x0020_000E, "UI", Root + "3")
        .WithEmpty(0x0020_0010, "SH")
        .With(0x0020_0011, "IS", "1");

    /// <summary>A grey image of 4 x 4 pixels of 16 bits.</summary>
    private static ObjectBuilder Image(string sopClass, string modality) => Object(sopClass, modality)
        .With(0x0020_0013, "IS", "1")
        .With(0x0020_0020, "CS", @"L\F")
        .With(0x0028_0002, "US", 1)
        .With(0x0028_0004, "CS", "MONOCHROME2")
        .With(0x0028_0010, "US", 4)
        .With(0x0028_0011, "US", 4)
        .With(0x0028_0100, "US", 16)
        .With(0x0028_0101, "US", 16)
        .With(0x0028_0102, "US", 15)
        .With(0x0028_0103, "US", 0)
        .WithBytes(PixelData, "OW", new byte[32]);

    /// <summary>A colour image of 4 x 4 pixels.</summary>
    private static ObjectBuilder Color(string sopClass, string modality) => Image(sopClass, modality)
        .With(0x0028_0002, "US", 3)
        .With(0x0028_0004, "CS", "RGB")
        .With(0x0028_0006, "US", 0)
        .With(0x0028_0100, "US", 8)
        .With(0x0028_0101, "US", 8)
        .With(0x0028_0102, "US", 7)
        .WithBytes(PixelData, "OW", new byte[48]);

    /// <summary>An image with a place in the patient.</summary>
    private static ObjectBuilder Sliced(string sopClass, string modality) => Image(sopClass, modality)
        .With(0x0018_0050, "DS", "1")
        .With(0x0020_0032, "DS", @"0\0\0")
        .With(0x0020_0037, "DS", @"1\0\0\0\1\0")
        .With(0x0020_0052, "UI", Root + "5")
        .WithEmpty(0x0020_1040, "LO")
        .With(0x0028_0030, "DS", @"1\1");

    /// <summary>A digital X-ray image for presentation.</summary>
    private static ObjectBuilder Digital(string sopClass, string modality) => Image(sopClass, modality)
        .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY")
        .With(0x0008_0068, "CS", "FOR PRESENTATION")
        .WithSequence(0x0008_2218, Code("51185008", "SCT", "Chest"))
        .WithEmpty(0x0018_1508, "CS")
        .With(0x0018_1164, "DS", @"0.1\0.1")
        .WithEmpty(0x0018_7004, "CS")
        .With(0x0020_0062, "CS", "U")
        .With(0x0028_0101, "US", 12)
        .With(0x0028_0102, "US", 11)
        .With(0x0028_0301, "CS", "NO")
        .With(0x0028_1040, "CS", "LOG")
        .With(0x0028_1041, "SS", -1)
        .With(0x0028_1050, "DS", "2048")
        .With(0x0028_1051, "DS", "4096")
        .With(0x0028_1052, "DS", "0")
        .With(0x0028_1053, "DS", "1")
        .With(0x0028_1054, "LO", "US")
        .With(0x0028_2110, "CS", "00")
        .WithEmpty(0x0040_0555, "SQ")
        .With(0x2050_0020, "CS", "IDENTITY");

    private static ObjectBuilder Equipped(ObjectBuilder builder) => builder
        .With(0x0008_1090, "LO", "Model")
        .With(0x0018_1000, "LO", "1")
        .With(0x0018_1020, "LO", "1.0");

    private static DatasetBuilder Plane() => new DatasetBuilder()
        .WithSequence(0x0020_9116, new DatasetBuilder().With(0x0020_0037, "DS", @"1\0\0\0\1\0"))
        .WithSequence(0x0028_9110, new DatasetBuilder().With(0x0018_0050, "DS", "1").With(0x0028_0030, "DS", @"1\1"));

    private static DatasetBuilder Code(string value, string scheme, string meaning) =>
        new DatasetBuilder().With(0x0008_0100, "SH", value).With(0x0008_0102, "SH", scheme).With(0x0008_0104, "LO", meaning);

    private static DatasetBuilder Reference(string sopClass, string instance) =>
        new DatasetBuilder().With(0x0008_1150, "UI", sopClass).With(0x0008_1155, "UI", instance);
}
