using System;
using System.Collections.Generic;
using PSDicom.Operations.Targets;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Text;

namespace PSDicom.Operations.Export;

/// <summary>The options of an export: the frames, their rendering, the format and the destination.</summary>
public sealed record FrameExportOptions
{
    /// <summary>
    /// The full path of a folder, created when the first picture is written. It is the path of a single picture if it has the extension of
    /// a picture format, no such folder exists and there is no <see cref="NameTemplate"/>.
    /// </summary>
    public required string Destination { get; init; }

    /// <summary>The format of the pictures; null for that of the destination's extension, otherwise PNG.</summary>
    public PictureFormat? Format { get; init; }

    /// <summary>
    /// The names of the pictures below the destination; null for the name of the source without its extension, followed by the frame number
    /// if the source has several frames that are not combined.
    /// </summary>
    public NameTemplate? NameTemplate { get; init; }

    /// <summary>
    /// The rendering. <see cref="PictureFormat.Npy"/>, <see cref="PictureFormat.Raw"/> and rescaled values are not rendered.
    /// </summary>
    public RenderOptions Rendering { get; init; } = new();

    /// <summary>
    /// Whether to write real values, such as Hounsfield units: in NPY and raw files with the smallest type that holds them exactly, in TIFF
    /// as 32-bit floating-point numbers.
    /// </summary>
    public bool Rescaled { get; init; }

    /// <summary>The numbers of the frames, from 1, in the order wanted; null for all.</summary>
    public IReadOnlyList<int>? Frames { get; init; }

    /// <summary>JPEG or WebP quality, 1 to 100; null for 90 in JPEG, and for lossless WebP.</summary>
    public int? Quality { get; init; }

    /// <summary>Whether JPEG keeps colour at full resolution (4:4:4) instead of half (4:2:0).</summary>
    public bool FullChroma { get; init; }

    /// <summary>Whether to write all frames of a source into one file: TIFF with pages, an animated GIF, NPY or raw values.</summary>
    public bool Combine { get; init; }

    /// <summary>Whether to replace existing files.</summary>
    public bool Force { get; init; }

    /// <summary>Whether to skip existing files instead of reporting an error, to resume an interrupted export.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>Elements to write into the pictures as text; null for none, because they may identify the patient.</summary>
    public TagQuery? Text { get; init; }

    /// <summary>The character set of text values; null for the one that the file declares.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>Checks that the options are consistent and supported by the format.</summary>
    /// <exception cref="ArgumentException">An option is wrong; the message fits every user interface.</exception>
    public void Validate() => FrameExportRules.Check(this);
}
