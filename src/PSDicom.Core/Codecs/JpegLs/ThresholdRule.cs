namespace PSDicom.Codecs.JpegLs;

/// <summary>The rule for default thresholds by the largest sample value.</summary>
internal enum ThresholdRule
{
    /// <summary>The rule of the standard.</summary>
    Standard,

    /// <summary>The rule of Java Advanced Imaging for more than 12 bits: the largest value is not limited to 4095.</summary>
    Unlimited,

    /// <summary>The rule of old CharLS for fewer than 8 bits: the formula for 8 bits and more. It matters for 6 and 7 bits.</summary>
    NeverScaledDown,
}
