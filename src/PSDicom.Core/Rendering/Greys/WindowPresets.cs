using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Rendering.Greys;

/// <summary>Common windows for CT, in Hounsfield units.</summary>
internal static class WindowPresets
{
    // Common values of textbooks. Viewers differ slightly.
    private static readonly (string Name, double Center, double Width)[] Presets =
    [
        ("Abdomen", 60, 400),
        ("Angio", 300, 600),
        ("Bone", 400, 1800),
        ("Brain", 40, 80),
        ("Liver", 30, 150),
        ("Lung", -600, 1500),
        ("Mediastinum", 50, 350),
        ("SoftTissue", 40, 400),
        ("Spine", 50, 250),
        ("Stroke", 40, 40),
        ("Subdural", 80, 200),
        ("TemporalBone", 600, 2800),
    ];

    /// <summary>The presets, by name.</summary>
    public static IReadOnlyList<(string Name, double Center, double Width)> All => Presets;

    public static IReadOnlyList<string> Names { get; } = Presets.Select(preset => preset.Name).ToArray();

    /// <summary>The window of a name; null if there is none.</summary>
    public static VoiWindow? Find(string name)
    {
        int index = Array.FindIndex(Presets, preset => LooseName.AreSame(preset.Name, name));
        return index < 0 ? null : new VoiWindow { Center = Presets[index].Center, Width = Presets[index].Width };
    }
}
