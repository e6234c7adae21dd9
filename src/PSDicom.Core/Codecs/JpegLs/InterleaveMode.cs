namespace PSDicom.Codecs.JpegLs;

/// <summary>The interleave mode of the components of a scan (ITU-T T.87 C.2.3).</summary>
internal enum InterleaveMode
{
    None = 0,
    Line = 1,
    Sample = 2,
}
