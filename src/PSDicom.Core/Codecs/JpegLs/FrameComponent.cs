namespace PSDicom.Codecs.JpegLs;

/// <summary>A component of the frame: its identifier and sampling factors (ITU-T T.87 C.2.2).</summary>
internal readonly record struct FrameComponent(byte Id, int Horizontal, int Vertical);
