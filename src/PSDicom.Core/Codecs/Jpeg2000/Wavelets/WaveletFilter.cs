namespace PSDicom.Codecs.Jpeg2000.Wavelets;

/// <summary>The parameters of the 9/7 transform (T.800 table F.4).</summary>
internal static class WaveletFilter
{
    public const float Alpha = -1.586134342059924f;
    public const float Beta = -0.052980118572961f;
    public const float Gamma = 0.882911075530934f;
    public const float Delta = 0.443506852043971f;
    public const double K = 1.230174104914001;
}
