using System;

namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>The code-block style (T.800 table A.19, T.814 table A.5).</summary>
[Flags]
internal enum BlockStyle
{
    None = 0,
    Bypass = 0x01,
    ResetContexts = 0x02,
    TerminateEachPass = 0x04,
    VerticallyCausal = 0x08,
    PredictableTermination = 0x10,
    SegmentationSymbols = 0x20,
    HighThroughput = 0x40,
    Mixed = 0x80,
}
