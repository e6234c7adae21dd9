using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering.Colors;

/// <summary>Colours that greys become: the well-known palettes of PS3.6 Annex B, and others that are common.</summary>
public sealed class ColorMap
{
    private const int Last = byte.MaxValue;

    /// <summary>16 bits of grey are 257 times 8 bits of it.</summary>
    private const int Steps = ushort.MaxValue / byte.MaxValue;

    private static readonly Lazy<ColorMap[]> All = new(() => ColorMapTable.Load((name, colors) => new ColorMap(name, colors)));

    private readonly byte[] _colors;

    private ColorMap(string name, byte[] colors)
    {
        Name = name;
        _colors = colors;
    }

    /// <summary>
    /// The names: Gray; HotIron, Pet, HotMetalBlue, Pet20Step, Spring, Summer, Fall and Winter of the standard; and others.
    /// </summary>
    public static IReadOnlyList<string> Names => All.Value.Select(map => map.Name).ToArray();

    /// <summary>The name, one of <see cref="Names"/>.</summary>
    public string Name { get; }

    /// <summary>The map of a name, in any case; spaces, hyphens and underscores do not count: <c>HOT_IRON</c> is <c>HotIron</c>.</summary>
    /// <exception cref="DicomException">There is no such map (<see cref="DicomErrorReason.UnknownColorMap"/>).</exception>
    public static ColorMap FromName(string name)
    {
        if (name is null) throw new ArgumentNullException(nameof(name));
        return Array.Find(All.Value, map => LooseName.AreSame(map.Name, name)) ??
            throw new DicomException(
                DicomErrorReason.UnknownColorMap, $"There is no colour map '{name}'. The colour maps are {string.Join(", ", Names)}.");
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Makes a picture of three samples from one of one; a picture that has colour is given back as it is.</summary>
    /// <param name="grey">Of bytes or words. Words between two of the map's 256 colours get what is between these.</param>
    internal Picture Apply(Picture grey) => grey.SamplesPerPixel != 1
        ? grey
        : grey.Pixels switch
        {
            byte[] samples => grey.With(Apply(samples), 3),
            ushort[] samples => grey.With(Apply(samples), 3),
            _ => throw new ArgumentException("Colour maps are for bytes or words.", nameof(grey)),
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
