using System.Collections.Generic;

namespace PSDicom.Pictures.Html;

/// <summary>A frame of a page, or the placeholder of a frame that failed.</summary>
internal record PageFrame
{
    /// <summary>The encoding of <see cref="Data"/>; null if the frame failed.</summary>
    public PageEncoding? Encoding { get; init; }

    /// <summary>The reason why the frame failed; null if it did not.</summary>
    public string? Missing { get; init; }

    /// <summary>The JSON object of the frame; <see cref="HtmlPageWriter"/> adds members of the page.</summary>
    public PageJson Json { get; init; } = new();

    /// <summary>The encoded frame, as text of <see cref="AsciiBytes"/>.</summary>
    public byte[] Data { get; init; } = [];

    /// <summary>The modality LUT: the value of each index, as text of <see cref="AsciiBytes"/>; null for a linear transform.</summary>
    public byte[]? ValueTable { get; init; }

    /// <summary>The VOI LUT: the grey of each index, not reversed and then reversed, as text of <see cref="AsciiBytes"/>; null for a window.</summary>
    public byte[]? GreyTable { get; init; }

    /// <summary>Header text: names and values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Text { get; init; } = [];
}
