namespace PSDicom.Codecs.JpegLs;

/// <summary>Preset coding parameters of the stream; 0 for the default (ITU-T T.87 C.2.4.1.1).</summary>
internal readonly record struct PresetParameters(int MaxValue, int T1, int T2, int T3, int Reset)
{
    /// <summary>Whether a threshold has its default.</summary>
    public bool HasDefaultThreshold => T1 == 0 || T2 == 0 || T3 == 0;
}
