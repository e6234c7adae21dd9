using System;
using System.Management.Automation;

namespace PSDicom.Pipeline;

/// <summary>Takes jpg for JPEG. Of the other formats PowerShell takes the beginning of the name, so tif too.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PictureFormatNamesAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is string text && string.Equals(text, "jpg", StringComparison.OrdinalIgnoreCase) ? PictureFormat.Jpeg : inputData;
}
