using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PSDicom.Query;
using PSDicom.Rendering.Greys;
using PSDicom.Text;

namespace PSDicom.Operations.Pages;

/// <summary>Which frames go into a page, and how.</summary>
public sealed class PageExportOptions
{
    /// <summary>The size of a page, in bytes, beyond which it is refused without <see cref="AllowLarge"/>: browsers take long, and much memory.</summary>
    public const long MaxLength = 256L << 20;

    /// <summary>The size of decoded frames, in bytes, beyond which a page keeps pictures if <see cref="Content"/> leaves it open.</summary>
    public const long MaxValues = 64L << 20;

    private static readonly string[] Extensions = [".html", ".htm"];

    /// <summary>The full path of the page, which ends in .html or .htm.</summary>
    public required string Destination { get; init; }

    /// <summary>What the page keeps of grey frames; null for values, or for pictures if decoded frames are more than <see cref="MaxValues"/>.</summary>
    public PageContent? Content { get; init; }

    /// <summary>The window at first view; of pictures, the only one.</summary>
    public Windowing Windowing { get; init; } = Windowing.Default;

    /// <summary>The numbers of the frames of each file, from 1, in the order wanted; null for all.</summary>
    public IReadOnlyList<int>? Frames { get; init; }

    /// <summary>Quality of pictures as JPEG, 1 to 100; null for PNG, which loses nothing.</summary>
    public int? Quality { get; init; }

    /// <summary>Elements of the header that the page shows; null for none, as they may be about a patient.</summary>
    public TagQuery? Text { get; init; }

    /// <summary>The character set of the header's text, instead of the one that the file says; null for that.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>Whether the page may be larger than <see cref="MaxLength"/>.</summary>
    public bool AllowLarge { get; init; }

    /// <summary>Whether a file that exists is replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Finds what contradicts itself.</summary>
    /// <exception cref="ArgumentException">The call is wrong; the message says what of it, in words that fit every user interface.</exception>
    public void Validate()
    {
        Require(!string.IsNullOrWhiteSpace(Destination), "The destination is empty.");
        Require(
            !Directory.Exists(Destination) && Extensions.Contains(Path.GetExtension(Destination), StringComparer.OrdinalIgnoreCase),
            $"The destination '{Destination}' is not the path of a page: it ends in .html or .htm.");
        Require(Frames is not { Count: 0 } && Frames?.Min() is not < 1, "Frames are counted from 1; leave them out for all.");
        Require(Quality is null or (>= 1 and <= 100), "Quality is from 1 to 100.");
        Require(Windowing.Kind != WindowingKind.None, "A page shows greys by a window: choose another than None, such as MinMax.");
    }

    private static void Require(bool isRight, string message)
    {
        if (!isRight) throw new ArgumentException(message);
    }
}
