namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>A component of a scan: its index in the frame, and its mapping table, if any.</summary>
internal readonly record struct ScanComponent(int Index, MappingTable? Table);
