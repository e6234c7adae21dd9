namespace PSDicom.Codecs.Jpeg;

/// <summary>Marker codes: the byte after 0xFF (T.81 table B.1).</summary>
internal static class JpegMarker
{
    public const int None = -1;
    public const int TEM = 0x01;
    public const int SOF0 = 0xC0;
    public const int SOF1 = 0xC1;
    public const int SOF2 = 0xC2;
    public const int SOF3 = 0xC3;
    public const int DHT = 0xC4;
    public const int JPG = 0xC8;
    public const int SOF9 = 0xC9;
    public const int DAC = 0xCC;
    public const int SOF15 = 0xCF;
    public const int RST0 = 0xD0;
    public const int RST7 = 0xD7;
    public const int SOI = 0xD8;
    public const int EOI = 0xD9;
    public const int SOS = 0xDA;
    public const int DQT = 0xDB;
    public const int DNL = 0xDC;
    public const int DRI = 0xDD;
    public const int APP0 = 0xE0;
    public const int APP14 = 0xEE;

    public static bool IsRestart(int marker) => marker is >= RST0 and <= RST7;

    /// <summary>SOF0 to SOF15: all of 0xC0 to 0xCF but DHT, JPG and DAC.</summary>
    public static bool IsStartOfFrame(int marker) => marker is >= SOF0 and <= SOF15 && marker is not (DHT or JPG or DAC);

    /// <summary>Whether parameters follow. Reserved codes below SOF0 occur in damaged codestreams only.</summary>
    public static bool HasParameters(int marker) => marker >= SOF0 && marker is not (>= RST0 and <= EOI);
}
