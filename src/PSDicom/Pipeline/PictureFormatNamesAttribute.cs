using System;
using System.Management.Automation;

namespace PSDicom.Pipeline;

/// <summary>Accepts jpg for Jpeg. PowerShell itself accepts the beginning of a name, such as tif.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PictureFormatNamesAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is string text && string.Equals(text, "jpg", StringComparison.OrdinalIgnoreCase) ? PictureFormat.Jpeg : inputData;
}
