namespace PSDicom.Pixels;

/// <summary>Values of Photometric Interpretation (PS3.3 section C.7.6.3.1.2).</summary>
internal static class PhotometricInterpretations
{
    public const string BlackIsZero = "MONOCHROME2";
    public const string WhiteIsZero = "MONOCHROME1";
    public const string Rgb = "RGB";
    public const string YbrFull = "YBR_FULL";
    public const string YbrPartial = "YBR_PARTIAL_422";
    public const string Hsv = "HSV";
    public const string Palette = "PALETTE COLOR";

    /// <summary>The interpretation after subsampled colour was brought to full resolution.</summary>
    public static string? AtFullResolution(string? interpretation) => interpretation switch
    {
        "YBR_FULL_422" => YbrFull,
        "YBR_PARTIAL_420" => YbrPartial,
        _ => interpretation,
    };

    /// <summary>Whether pixels have one sample, which is also assumed if there is no interpretation.</summary>
    public static bool HasOneSample(string? interpretation) => interpretation is null or WhiteIsZero or BlackIsZero or Palette;

    /// <summary>Whether it is a colour transform of JPEG 2000, which decoding reverses.</summary>
    public static bool IsTransform(string? interpretation) => interpretation is "YBR_ICT" or "YBR_RCT";
}
