using System.Management.Automation;
using PSDicom.Operations.Search;

namespace PSDicom.Pipeline;

/// <summary>The parameters for the search of folders, common to all cmdlets.</summary>
public abstract class SearchingCommand : PSCmdlet
{
    /// <summary>The parameter set of -Path, the default one.</summary>
    protected const string PathSet = "Path";

    /// <summary>The parameter set of -LiteralPath.</summary>
    protected const string LiteralPathSet = "LiteralPath";

    /// <summary>
    /// Reads the files of folders and their subfolders. Files that are not DICOM are skipped, as are hidden folders and links to folders;
    /// -Verbose names them, and -InformationVariable gives them as objects. Links to files are read.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>
    /// The names of the files to read, with the wildcards * and ?, as in *.dcm; *. means files without an extension. It applies to files in
    /// folders (with -Recurse or -Depth) and to those that a wildcard in -Path matches. Case is ignored.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public string? Filter { get; set; }

    /// <summary>
    /// The names of the files to read, with PowerShell wildcards: *.dcm, IM[0-9]*. A file must match one of them. It applies where -Filter
    /// does.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [PSDefaultValue(Help = "All files")]
    public string[]? Include { get; set; }

    /// <summary>
    /// The names of files not to read, with PowerShell wildcards. It applies where -Filter does. Files in a folder of such a name are still
    /// read, as with Get-ChildItem.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [PSDefaultValue(Help = "None")]
    public string[]? Exclude { get; set; }

    /// <summary>The number of folder levels to search; 0 is only the folder itself. Implies -Recurse.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateRange(0, int.MaxValue)]
    [PSDefaultValue(Help = "No limit")]
    public int? Depth { get; set; }

    /// <summary>
    /// Also searches hidden and system folders: recycle bins such as $RECYCLE.BIN, System Volume Information, snapshots such as .snapshot
    /// and ~snapshot. A folder named in the call is always searched, and hidden files are always read.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter IncludeHidden { get; set; }

    /// <summary>Whether to search folders.</summary>
    private protected bool IsSearch => Recurse || Depth is not null;

    /// <summary>The search options from the parameters.</summary>
    private protected FileSearchOptions ReadSearch() => new()
    {
        Recurse = true,
        Depth = Depth,
        Filter = Filter,
        Include = Include,
        Exclude = Exclude,
        IncludeHidden = IncludeHidden,
        ReportsSkipped = true,
    };
}
