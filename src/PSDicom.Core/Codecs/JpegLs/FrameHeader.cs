using System;
using System.Collections.Generic;

namespace PSDicom.Codecs.JpegLs;

/// <summary>A component of the frame: its identifier and sampling factors (ITU-T T.87 C.2.2).</summary>
internal readonly record struct FrameComponent(byte Id, int Horizontal, int Vertical);

/// <summary>Preset coding parameters as they are in the stream; 0 asks for the default (ITU-T T.87 C.2.4.1.1).</summary>
internal readonly record struct PresetParameters(int MaxValue, int T1, int T2, int T3, int Reset)
{
    /// <summary>Whether the stream leaves a threshold to the defaults.</summary>
    public bool HasDefaultThreshold => T1 == 0 || T2 == 0 || T3 == 0;
}

/// <summary>What the marker segments tell until now.</summary>
internal sealed class FrameHeader
{
    /// <summary>Lines; 0 if the stream does not tell them before the first scan.</summary>
    public int Rows { get; set; }

    /// <summary>Samples of a line.</summary>
    public int Columns { get; set; }

    /// <summary>Bits of a sample.</summary>
    public int Precision { get; set; }

    public FrameComponent[] Components { get; set; } = [];

    public PresetParameters Preset { get; set; }

    /// <summary>Lines of a restart interval; 0 for none.</summary>
    public int RestartInterval { get; set; }

    /// <summary>Mapping tables by their identifier.</summary>
    public Dictionary<byte, MappingTable> MappingTables { get; } = [];

    /// <summary>The colour transform of HP's encoder, 1 to 3; 0 for none.</summary>
    public int ColorTransform { get; set; }

    public int MostHorizontal { get; private set; } = 1;

    public int MostVertical { get; private set; } = 1;

    /// <summary>Whether a component has fewer samples than another.</summary>
    public bool IsSubsampled => Array.Exists(Components, component => component.Horizontal != MostHorizontal || component.Vertical != MostVertical);

    public void SetComponents(FrameComponent[] components)
    {
        Components = components;
        foreach (FrameComponent component in components)
        {
            if (component.Horizontal > MostHorizontal) MostHorizontal = component.Horizontal;
            if (component.Vertical > MostVertical) MostVertical = component.Vertical;
        }
    }
}

/// <summary>A component of a scan: its place in the frame and its mapping table, if it has one.</summary>
internal readonly record struct ScanComponent(int Index, MappingTable? Table);

/// <summary>How the components of a scan are interleaved (ITU-T T.87 C.2.3).</summary>
internal enum InterleaveMode
{
    None = 0,
    Line = 1,
    Sample = 2,
}

/// <summary>A scan header (ITU-T T.87 C.2.3).</summary>
internal sealed record ScanHeader(ScanComponent[] Components, int Near, InterleaveMode Interleave);
