using System;
using System.Collections.Generic;
using PSDicom.Operations.Targets;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Text;

namespace PSDicom.Operations.Export;

/// <summary>Which pictures to make of frames, and where they go.</summary>
public sealed class FrameExportOptions
{
    private IReadOnlyList<int>? _frames;
    private RenderOptions _rendering = new();

    /// <summary>
    /// The full path of a folder, which is made when the first picture is written; or, if it has the extension of a picture format, there is
    /// no such folder and no <see cref="NameTemplate"/>, of the one picture that is to be written.
    /// </summary>
    public required string Destination { get; init; }

    /// <summary>The kind of the files; null for that of the destination's extension, or else PNG.</summary>
    public PictureFormat? Format { get; init; }

    /// <summary>
    /// The names of the pictures below the destination; null for the name of the source without its extension, to which the number of the
    /// frame is added if the source has several and they are not combined.
    /// </summary>
    public NameTemplate? NameTemplate { get; init; }

    /// <summary>What the pictures look like. <see cref="PictureFormat.Npy"/>, <see cref="PictureFormat.Raw"/> and rescaled values are not rendered.</summary>
    public RenderOptions Rendering
    {
        get => _rendering;
        init => _rendering = value;
    }

    /// <summary>
    /// Whether the values go into the file that stored values stand for, such as Hounsfield units: in NPY and raw files in the smallest
    /// type that has each of them exactly, in TIFF as 32-bit reals.
    /// </summary>
    public bool Rescaled { get; init; }

    /// <summary>The numbers of the frames, from 1, in the order wanted; null for all.</summary>
    public IReadOnlyList<int>? Frames
    {
        get => _frames;
        init => _frames = value;
    }

    /// <summary>Quality of JPEG, 1 to 100; null for 90.</summary>
    public int? Quality { get; init; }

    /// <summary>Whether JPEG keeps colour at full resolution (4:4:4) and not at half of it (4:2:0).</summary>
    public bool FullChroma { get; init; }

    /// <summary>Whether all frames of a source go into one file: TIFF with pages, an animated GIF, NPY or raw values.</summary>
    public bool Combine { get; init; }

    /// <summary>Whether files that exist are replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether files that exist are passed over, and not an error: to go on with an export that was ended.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>Elements of the header that are written into the pictures as text; null for none, as they may be about a patient.</summary>
    public TagQuery? Text { get; init; }

    /// <summary>The character set of the header's text, instead of the one that the file says; null for that.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>Finds what contradicts itself, or cannot be had in the format.</summary>
    /// <exception cref="ArgumentException">The call is wrong; the message says what of it, in words that fit every user interface.</exception>
    public void Validate() => FrameExportRules.Check(this);

    /// <summary>The same options for other frames.</summary>
    internal FrameExportOptions ForFrames(IReadOnlyList<int>? frames)
    {
        var copy = (FrameExportOptions)MemberwiseClone();
        copy._frames = frames;
        return copy;
    }

    /// <summary>The same options with pictures that look otherwise.</summary>
    internal FrameExportOptions With(RenderOptions rendering)
    {
        var copy = (FrameExportOptions)MemberwiseClone();
        copy._rendering = rendering;
        return copy;
    }
}
