using System;

namespace PSDicom.Operations;

/// <summary>Finds mistakes in the options of an export.</summary>
internal static class FrameExportRules
{
    public static void Check(FrameExportOptions options) => throw new NotSupportedException(options.Destination);
}
