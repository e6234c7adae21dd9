using System.Collections.Generic;

namespace PSDicom.Pictures.Html;

/// <summary>A frame as it goes into a page, or the place of one that cannot be shown.</summary>
internal record PageFrame
{
    /// <summary>How the script decodes <see cref="Data"/>; null if the frame cannot be shown.</summary>
    public PageEncoding? Encoding { get; init; }

    /// <summary>Why the frame cannot be shown; null if it can.</summary>
    public string? Missing { get; init; }

    /// <summary>The frame's own members of its JSON object: <see cref="HtmlPageWriter"/> adds what is of the page.</summary>
    public PageJson Json { get; init; } = new();

    /// <summary>The frame, as text of <see cref="AsciiBytes"/>.</summary>
    public byte[] Data { get; init; } = [];

    /// <summary>What stored values stand for, as text, where that is not linear; null if it is.</summary>
    public byte[]? ValueTable { get; init; }

    /// <summary>The greys of stored values at first view, twice: with black and with white for the lowest; null where a window makes them.</summary>
    public byte[]? GreyTable { get; init; }

    /// <summary>Names and values to show beside the frame.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Text { get; init; } = [];
}
