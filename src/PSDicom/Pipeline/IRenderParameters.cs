using System.Management.Automation;

namespace PSDicom.Pipeline;

/// <summary>The parameters for the rendering of pictures, shared by all cmdlets that make pictures.</summary>
internal interface IRenderParameters
{
    string? Window { get; }

    double? WindowCenter { get; }

    double? WindowWidth { get; }

    double? Minimum { get; }

    double? Maximum { get; }

    string? ColorMap { get; }

    SwitchParameter Invert { get; }

    SwitchParameter Overlay { get; }

    int Rotate { get; }

    PictureFlip Flip { get; }
}
