namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>The result of decoding a scan.</summary>
/// <param name="End">The position of the marker after the scan.</param>
/// <param name="DecodedLines">The number of complete lines.</param>
/// <param name="LostLines">The number of missing or incomplete lines.</param>
/// <param name="HasUnusedBytes">Whether surplus bytes are left.</param>
internal readonly record struct ScanResult(int End, int DecodedLines, int LostLines, bool HasUnusedBytes);
