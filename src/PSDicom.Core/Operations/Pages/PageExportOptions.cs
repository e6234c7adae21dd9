using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;
using PSDicom.Text;

namespace PSDicom.Operations.Pages;

/// <summary>The options of a page.</summary>
public sealed class PageExportOptions
{
    /// <summary>The largest page without <see cref="AllowLarge"/>, in bytes. Browsers load larger ones slowly and need much memory.</summary>
    public const long MaxLength = 256L << 20;

    /// <summary>The largest total size of decoded frames, in bytes, for which the default of <see cref="Content"/> is <see cref="PageContent.Values"/>.</summary>
    public const long MaxValues = 64L << 20;

    private static readonly string[] Extensions = [".html", ".htm"];

    /// <summary>The full path of the page, with the extension .html or .htm.</summary>
    public required string Destination { get; init; }

    /// <summary>
    /// The content of grey frames; null for values, or for pictures if the decoded frames exceed <see cref="MaxValues"/> or if
    /// <see cref="Rendering"/> is more than a window.
    /// </summary>
    public PageContent? Content { get; init; }

    /// <summary>
    /// The rendering: the initial window, for pictures the only one. Color map, overlays, inversion, rotation and mirroring are only for pictures;
    /// the browser does the scaling.
    /// </summary>
    public RenderOptions Rendering { get; init; } = new();

    /// <summary>The frame numbers of each file, from 1, in output order; null for all.</summary>
    public IReadOnlyList<int>? Frames { get; init; }

    /// <summary>The JPEG quality of pictures, 1 to 100; null for lossless PNG.</summary>
    public int? Quality { get; init; }

    /// <summary>The header elements that the page shows; null for none, as they may identify a patient.</summary>
    public TagQuery? Text { get; init; }

    /// <summary>The character set of text values; null for the one that the file declares.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>Whether the page may be larger than <see cref="MaxLength"/>.</summary>
    public bool AllowLarge { get; init; }

    /// <summary>Whether an existing file is replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether the rendering needs pictures: it is more than a window, which is all that the browser can change.</summary>
    internal bool NeedsPictures => Rendering.ColorMap is not null || Rendering.Overlay || Rendering.Invert || Rendering.Rotate != 0 || Rendering.Flip != PictureFlip.None;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">An option is invalid, or options contradict each other.</exception>
    public void Validate()
    {
        Require(!string.IsNullOrWhiteSpace(Destination), "The destination is empty.");
        Require(
            !Directory.Exists(Destination) && Extensions.Contains(Path.GetExtension(Destination), StringComparer.OrdinalIgnoreCase),
            $"The destination '{Destination}' is not the path of a page: the extension must be .html or .htm.");
        Require(Frames is not { Count: 0 } && Frames?.Min() is not < 1, "Frame numbers start at 1; leave them out for all frames.");
        Require(Quality is null or (>= 1 and <= 100), "The quality must be from 1 to 100.");
        Require(Rendering.Rotate is 0 or 90 or 180 or 270, "The rotation must be 90, 180 or 270 degrees.");
        Require(
            Content != PageContent.Values || !NeedsPictures,
            "A color map, overlays, inversion, rotation and mirroring are drawn into pictures: choose the content Display.");
        Require(Rendering.Windowing.Kind != WindowingKind.None, "A page needs a window: choose one other than None, such as MinMax.");
    }

    private static void Require(bool isRight, string message)
    {
        if (!isRight) throw new ArgumentException(message);
    }
}
