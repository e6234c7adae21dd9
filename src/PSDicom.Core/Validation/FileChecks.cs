using System.Collections.Generic;
using PSDicom.Validation.Checks;
using PSDicom.Validation.Modules;

namespace PSDicom.Validation;

/// <summary>The checks of each level.</summary>
internal static class FileChecks
{
    private static readonly IFileCheck[] OfFile =
    [
        new ReadingCheck(), new FileMetaCheck(), new IdentityCheck(), new ValueCheck(), new PixelFormatCheck(), new PixelLengthCheck(),
        new OffsetTableCheck(), new CodestreamCheck(), new FileEndCheck(),
    ];

    private static readonly IFileCheck[] OfPixels = [new FrameCheck()];

    private static readonly IFileCheck[] OfModule = [new ModuleCheck(), new ItemCheck()];

    /// <summary>The checks of a level, which are made in this order.</summary>
    public static IReadOnlyList<IFileCheck> Of(DicomTestLevel level) => level switch
    {
        DicomTestLevel.Pixels => OfPixels,
        DicomTestLevel.Module => OfModule,
        _ => OfFile,
    };
}
