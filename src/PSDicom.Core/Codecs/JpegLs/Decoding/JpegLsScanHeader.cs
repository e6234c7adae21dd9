namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>A scan header (ITU-T T.87 C.2.3).</summary>
internal sealed record JpegLsScanHeader(ScanComponent[] Components, int Near, InterleaveMode Interleave);
