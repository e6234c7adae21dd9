namespace PSDicom;

/// <summary>An exported HTML page.</summary>
public sealed class ExportedPage
{
    internal ExportedPage()
    {
    }

    /// <summary>The full path of the page.</summary>
    public required string FullName { get; init; }

    /// <summary>The content of grey frames.</summary>
    public required PageContent Content { get; init; }

    /// <summary>The number of series.</summary>
    public required int SeriesCount { get; init; }

    /// <summary>The number of source files.</summary>
    public required int FileCount { get; init; }

    /// <summary>The number of frames, including failed ones.</summary>
    public required int FrameCount { get; init; }

    /// <summary>The number of frames that could not be decoded or rendered. The page shows the reason in their place.</summary>
    public required int MissingFrameCount { get; init; }

    /// <summary>The size of the page in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The path.</summary>
    public override string ToString() => FullName;
}
