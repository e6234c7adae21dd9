using System.Collections.Generic;
using PSDicom.Pictures.Html;

namespace PSDicom.Operations.Pages;

/// <summary>An encoded frame of a page with its warnings.</summary>
internal sealed record MadeFrame : PageFrame
{
    public IReadOnlyList<DicomWarning> Warnings { get; init; } = [];
}
