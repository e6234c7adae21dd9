using System;
using System.Collections.Generic;

namespace PSDicom.Codecs.JpegLs;

/// <summary>A component of the frame: its identifier and sampling factors (ITU-T T.87 C.2.2).</summary>
internal readonly record struct FrameComponent(byte Id, int Horizontal, int Vertical);

/// <summary>Preset coding parameters of the stream; 0 for the default (ITU-T T.87 C.2.4.1.1).</summary>
internal readonly record struct PresetParameters(int MaxValue, int T1, int T2, int T3, int Reset)
{
    /// <summary>Whether a threshold has its default.</summary>
    public bool HasDefaultThreshold => T1 == 0 || T2 == 0 || T3 == 0;
}

/// <summary>The parameters of the marker segments so far.</summary>
internal sealed class FrameHeader
{
    /// <summary>Lines; 0 if the stream does not declare them before the first scan.</summary>
    public int Rows { get; set; }

    /// <summary>Samples per line.</summary>
    public int Columns { get; set; }

    /// <summary>Bits per sample.</summary>
    public int Precision { get; set; }

    public FrameComponent[] Components { get; set; } = [];

    public PresetParameters Preset { get; set; }

    /// <summary>Lines per restart interval; 0 for none.</summary>
    public int RestartInterval { get; set; }

    /// <summary>Mapping tables by their identifier.</summary>
    public Dictionary<byte, MappingTable> MappingTables { get; } = [];

    /// <summary>The colour transform of HP's encoder, 1 to 3; 0 for none.</summary>
    public int ColorTransform { get; set; }

    public int MaxHorizontal { get; private set; } = 1;

    public int MaxVertical { get; private set; } = 1;

    /// <summary>Whether a component has fewer samples than another.</summary>
    public bool IsSubsampled => Array.Exists(Components, component => component.Horizontal != MaxHorizontal || component.Vertical != MaxVertical);

    public void SetComponents(FrameComponent[] components)
    {
        Components = components;
        foreach (FrameComponent component in components)
        {
            if (component.Horizontal > MaxHorizontal) MaxHorizontal = component.Horizontal;
            if (component.Vertical > MaxVertical) MaxVertical = component.Vertical;
        }
    }
}

/// <summary>A component of a scan: its index in the frame, and its mapping table, if any.</summary>
internal readonly record struct ScanComponent(int Index, MappingTable? Table);

/// <summary>The interleave mode of the components of a scan (ITU-T T.87 C.2.3).</summary>
internal enum InterleaveMode
{
    None = 0,
    Line = 1,
    Sample = 2,
}

/// <summary>A scan header (ITU-T T.87 C.2.3).</summary>
internal sealed record ScanHeader(ScanComponent[] Components, int Near, InterleaveMode Interleave);
