using System.Collections.Generic;
using PSDicom.Pictures.Html;

namespace PSDicom.Operations.Pages;

/// <summary>A frame that was made for a page, and what is wrong with it.</summary>
internal sealed record MadeFrame : PageFrame
{
    public IReadOnlyList<DicomWarning> Warnings { get; init; } = [];
}
