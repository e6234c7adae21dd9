using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering.Colors;

/// <summary>A colour map for grey images: the well-known colour palettes of PS3.6 Annex B, and other common ones.</summary>
public sealed class ColorMap
{
    private const int Last = byte.MaxValue;

    /// <summary>The factor from 8-bit to 16-bit grey: 257.</summary>
    private const int Steps = ushort.MaxValue / byte.MaxValue;

    private static readonly Lazy<ColorMap[]> All = new(() => ColorMapTable.Load((name, colors) => new ColorMap(name, colors)));

    private readonly byte[] _colors;

    private ColorMap(string name, byte[] colors)
    {
        Name = name;
        _colors = colors;
    }

    /// <summary>
    /// The names of all maps: Gray; HotIron, Pet, HotMetalBlue, Pet20Step, Spring, Summer, Fall and Winter of the standard; and others.
    /// </summary>
    public static IReadOnlyList<string> Names => All.Value.Select(map => map.Name).ToArray();

    /// <summary>The name, one of <see cref="Names"/>.</summary>
    public string Name { get; }

    /// <summary>Finds a map by its name. Case, spaces, hyphens and underscores are ignored: <c>HOT_IRON</c> is <c>HotIron</c>.</summary>
    /// <exception cref="DicomException">There is no map of that name (<see cref="DicomErrorReason.UnknownColorMap"/>).</exception>
    public static ColorMap FromName(string name)
    {
        if (name is null) throw new ArgumentNullException(nameof(name));
        return Array.Find(All.Value, map => LooseName.AreSame(map.Name, name)) ??
            throw new DicomException(
                DicomErrorReason.UnknownColorMap, $"There is no colour map '{name}'. The colour maps are {string.Join(", ", Names)}.");
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Applies the map to a picture of one sample per pixel. A picture in colour is returned unchanged.</summary>
    /// <param name="grey">The picture, of bytes or words. Words are interpolated between the 256 colours of the map.</param>
    internal Picture Apply(Picture grey) => grey.SamplesPerPixel != 1
        ? grey
        : grey.Pixels switch
        {
            byte[] samples => grey.With(Apply(samples), 3),
            ushort[] samples => grey.With(Apply(samples), 3),
            _ => throw new ArgumentException("Color maps support pictures of bytes or words only.", nameof(grey)),
        };

    [MethodImpl(Compiled.AtOnce)]
    private byte[] Apply(byte[] greys)
    {
        byte[] colors = _colors, result = new byte[checked(greys.Length * 3)];
        for (int i = 0, target = 0; i < greys.Length; i++, target += 3)
        {
            int color = greys[i] * 3;
            result[target] = colors[color];
            result[target + 1] = colors[color + 1];
            result[target + 2] = colors[color + 2];
        }

        return result;
    }

    [MethodImpl(Compiled.AtOnce)]
    private ushort[] Apply(ushort[] greys)
    {
        byte[] colors = _colors;
        var result = new ushort[checked(greys.Length * 3)];
        for (int i = 0, target = 0; i < greys.Length; i++, target += 3)
        {
            int lower = greys[i] / Steps, part = greys[i] % Steps;
            int a = lower * 3, b = Math.Min(lower + 1, Last) * 3;
            for (int sample = 0; sample < 3; sample++)
                result[target + sample] = (ushort)((colors[a + sample] * (Steps - part)) + (colors[b + sample] * part));
        }

        return result;
    }
}
