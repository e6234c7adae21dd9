namespace PSDicom.Pixels;

/// <summary>What decoding makes of Photometric Interpretation (PS3.3 section C.7.6.3.1.2).</summary>
internal static class PhotometricInterpretations
{
    public const string Rgb = "RGB";
    public const string YbrFull = "YBR_FULL";
    public const string YbrPartial = "YBR_PARTIAL_422";
    public const string Palette = "PALETTE COLOR";

    /// <summary>Of samples whose colour was brought to full resolution.</summary>
    public static string? AtFullResolution(string? interpretation) => interpretation switch
    {
        "YBR_FULL_422" => YbrFull,
        "YBR_PARTIAL_420" => YbrPartial,
        _ => interpretation,
    };

    /// <summary>Of a decoded codestream, which may contradict the data set.</summary>
    /// <param name="interpretation">What the data set says.</param>
    /// <param name="samplesPerPixel">Samples that were decoded.</param>
    /// <param name="isYbr">Whether they are YCbCr, as the codestream tells; null if it does not tell.</param>
    public static string? Decoded(string? interpretation, int samplesPerPixel, bool? isYbr)
    {
        bool isColour = interpretation is not (null or "MONOCHROME1" or "MONOCHROME2" or Palette);
        if (samplesPerPixel == 1) return isColour ? "MONOCHROME2" : interpretation;
        if (samplesPerPixel != 3) return interpretation;
        if (!isColour) return isYbr == true ? YbrFull : Rgb;

        // The transforms of JPEG 2000 are part of the codestream, and undone with it.
        if (interpretation is "YBR_ICT" or "YBR_RCT") return Rgb;
        return isYbr switch
        {
            true when interpretation == Rgb => YbrFull,
            false => Rgb,
            _ => AtFullResolution(interpretation),
        };
    }
}
