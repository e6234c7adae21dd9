namespace PSDicom.Editing;

/// <summary>Options for rewriting a file.</summary>
internal sealed record RewriteOptions
{
    /// <summary>Whether truncated files are rewritten, as far as they go.</summary>
    public bool AllowTruncated { get; init; }

    /// <summary>Whether an edit of an element that occurs more than once applies to all of them; else it is an error.</summary>
    public bool AllowDuplicates { get; init; }

    /// <summary>Whether the file keeps the name of the implementation that wrote it (0002,0012) and (0002,0013).</summary>
    public bool KeepImplementation { get; init; }

    /// <summary>Whether file meta information is added to a file that has none.</summary>
    public bool AddMeta { get; init; }

    /// <summary>Whether it is an error if a byte moves that does not change.</summary>
    public bool KeepPositions { get; init; }

    /// <summary>The transfer syntax that the file gets, as far as it says how elements are encoded; null to keep that of the file.</summary>
    public DicomTransferSyntax? Target { get; init; }

    /// <summary>The options for rewriting that the options for changes imply.</summary>
    public static RewriteOptions Of(EditOptions options) => new()
    {
        AllowTruncated = options.AllowsTruncated, AllowDuplicates = options.AllowsDuplicates,
        KeepImplementation = options.KeepsImplementation || options.KeepsLength, AddMeta = options.AddsFileMeta, KeepPositions = options.KeepsLength,
    };
}
