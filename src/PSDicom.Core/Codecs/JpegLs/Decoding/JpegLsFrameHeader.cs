using System;
using System.Collections.Generic;

namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>The parameters of the marker segments so far.</summary>
internal sealed class JpegLsFrameHeader
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
