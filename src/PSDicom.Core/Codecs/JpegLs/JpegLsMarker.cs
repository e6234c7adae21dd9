namespace PSDicom.Codecs.JpegLs;

/// <summary>Marker codes of a JPEG-LS stream: the byte after 0xFF (ITU-T T.87 C.1.1).</summary>
internal static class JpegLsMarker
{
    public const byte RST0 = 0xD0;
    public const byte RST7 = 0xD7;
    public const byte SOI = 0xD8;
    public const byte EOI = 0xD9;
    public const byte SOS = 0xDA;
    public const byte DNL = 0xDC;
    public const byte DRI = 0xDD;
    public const byte APP8 = 0xE8;
    public const byte SOF55 = 0xF7;
    public const byte LSE = 0xF8;

    public static bool IsRestart(byte marker) => marker is >= RST0 and <= RST7;

    /// <summary>Whether the marker begins a frame of another JPEG process (ITU-T T.81 table B.1).</summary>
    public static bool IsOtherFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
