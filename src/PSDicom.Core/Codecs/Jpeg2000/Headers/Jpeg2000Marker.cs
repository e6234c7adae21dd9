namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>The markers of a codestream (T.800 table A.2, T.814 annex A, and those of T.801 that affect samples).</summary>
internal static class Jpeg2000Marker
{
    public const int StartOfCodestream = 0xFF4F;
    public const int ExtendedCapabilities = 0xFF50;
    public const int Size = 0xFF51;
    public const int CodingStyleDefault = 0xFF52;
    public const int CodingStyleComponent = 0xFF53;
    public const int TilePartLengths = 0xFF55;
    public const int PackedPacketHeadersMain = 0xFF60;
    public const int PackedPacketHeadersTile = 0xFF61;
    public const int QuantizationDefault = 0xFF5C;
    public const int QuantizationComponent = 0xFF5D;
    public const int RegionOfInterest = 0xFF5E;
    public const int ProgressionOrderChange = 0xFF5F;
    public const int StartOfTilePart = 0xFF90;
    public const int StartOfPacket = 0xFF91;
    public const int EndOfPacketHeader = 0xFF92;
    public const int StartOfData = 0xFF93;
    public const int EndOfCodestream = 0xFFD9;

    /// <summary>Whether a marker has no segment (T.800 A.1.1).</summary>
    public static bool IsAlone(int marker) => marker is >= 0xFF30 and <= 0xFF3F;

    /// <summary>The name of an extension of part 2 (T.801) that is required to decode samples; null for other markers.</summary>
    public static string? ExtensionName(int marker) => marker switch
    {
        0xFF70 => "variable DC offset (DCO)",
        0xFF71 => "visual masking (VMS)",
        0xFF72 => "downsampling factor styles (DFS)",
        0xFF73 => "arbitrary decomposition styles (ADS)",
        0xFF74 => "multiple component transforms (MCT)",
        0xFF75 => "multiple component transform collections (MCC)",
        0xFF76 => "nonlinear transforms (NLT)",
        0xFF77 => "multiple component transform ordering (MCO)",
        0xFF78 => "component bit depths (CBD)",
        0xFF79 => "arbitrary transform kernels (ATK)",
        _ => null,
    };
}
