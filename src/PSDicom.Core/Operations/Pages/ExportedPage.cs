namespace PSDicom;

/// <summary>A page for browsers that was written.</summary>
public sealed class ExportedPage
{
    internal ExportedPage()
    {
    }

    /// <summary>The full path of the page.</summary>
    public required string FullName { get; init; }

    /// <summary>What it keeps of grey frames.</summary>
    public required PageContent Content { get; init; }

    /// <summary>How many series are in it.</summary>
    public required int SeriesCount { get; init; }

    /// <summary>How many files its frames are of.</summary>
    public required int FileCount { get; init; }

    /// <summary>How many frames are in it, those included that cannot be shown.</summary>
    public required int FrameCount { get; init; }

    /// <summary>How many of its frames cannot be shown: in their place the page says why.</summary>
    public required int MissingFrameCount { get; init; }

    /// <summary>The size of the page in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The path.</summary>
    public override string ToString() => FullName;
}
