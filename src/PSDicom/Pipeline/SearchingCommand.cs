using System.Management.Automation;
using PSDicom.Operations.Search;

namespace PSDicom.Pipeline;

/// <summary>The parameters that say how folders are searched for files, as every cmdlet has them.</summary>
public abstract class SearchingCommand : PSCmdlet
{
    /// <summary>The parameter set of -Path, the default one.</summary>
    protected const string PathSet = "Path";

    /// <summary>The parameter set of -LiteralPath.</summary>
    protected const string LiteralPathSet = "LiteralPath";

    /// <summary>
    /// Reads the files of folders and of the folders in them. Files in them that are not DICOM are passed over, as are hidden folders and
    /// links to folders; -Verbose names them, and -InformationVariable gives them as objects. A link to a file is read.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>
    /// Which files to read, by their names, with the wildcards * and ?, as in *.dcm; *. is the files without an extension. It counts for
    /// the files of folders (with -Recurse or -Depth), and for those that a wildcard in -Path matches. Upper and lower case are the same.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public string? Filter { get; set; }

    /// <summary>
    /// Which files to read, by their names, with the wildcards of PowerShell: *.dcm, IM[0-9]*. A file that matches one of them is read. It
    /// counts where -Filter does.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [PSDefaultValue(Help = "All files")]
    public string[]? Include { get; set; }

    /// <summary>
    /// Which files not to read, by their names, with the wildcards of PowerShell. It counts where -Filter does. The files of a folder of
    /// such a name are read nevertheless, as with Get-ChildItem.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [PSDefaultValue(Help = "None")]
    public string[]? Exclude { get; set; }

    /// <summary>How many folders deep to look, 0 being only the folder itself. Implies -Recurse.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateRange(0, int.MaxValue)]
    [PSDefaultValue(Help = "No limit")]
    public int? Depth { get; set; }

    /// <summary>
    /// Also searches hidden folders, and those of the system: wastebaskets such as $RECYCLE.BIN, System Volume Information, snapshots such
    /// as .snapshot and ~snapshot. A folder that is named itself is searched in any case, and hidden files are always read.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter IncludeHidden { get; set; }

    /// <summary>Whether folders are searched for files.</summary>
    private protected bool IsSearch => Recurse || Depth is not null;

    /// <summary>What the parameters say.</summary>
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
