using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using PSDicom.Completion;
using PSDicom.Text;

namespace PSDicom.Pipeline;

/// <summary>The parameters that name files, as every cmdlet has them.</summary>
public abstract class PathCommand : SearchingCommand
{
    private const string InputObjectSet = "InputObject";

    private bool _isPathPiped;
    private bool _isLiteralPathPiped;
    private PathResolver? _resolver;

    /// <summary>
    /// The files, or with -Recurse folders. Wildcards are allowed; but a name with brackets that exists, such as scan[1].dcm, is that file, and
    /// so is any name from the pipeline that exists.
    /// </summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = PathSet,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ComputerNames]
    public string[]? Path { get; set; }

    /// <summary>
    /// The files, or with -Recurse folders, by names that are taken exactly as they are. What Get-ChildItem gives binds here.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "LP", "File", "FilePath")]
    [ValidateNotNullOrEmpty]
    [ComputerNames]
    public string[]? LiteralPath { get; set; }

    /// <summary>
    /// Files that <c>Get-DicomFile</c> gave. What was not read of one, as with -Tag, is read when it is needed; a file that has changed
    /// meanwhile is an error.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public DicomFile[]? InputObject { get; set; }

    /// <summary>
    /// The character set of the texts, for files that declare a wrong one or none: a term of DICOM such as ISO_IR 144, several of them
    /// separated by \, or an encoding's name such as windows-1251.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CharacterSetCompleter))]
    [PSDefaultValue(Help = "The one that the file declares")]
    public string? CharacterSet { get; set; }

    /// <summary><see cref="CharacterSet"/> as it was understood.</summary>
    private protected CharacterSet? ParsedCharacterSet { get; private set; }

    /// <summary>Reads the parameters that are the same for every file.</summary>
    private protected void ReadParameters(CancellationToken cancellation)
    {
        // What is bound already does not come from the pipeline.
        _isPathPiped = Path is null;
        _isLiteralPathPiped = LiteralPath is null;
        try
        {
            _resolver = new PathResolver(this, ReadSearch(), IsSearch, cancellation);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.ForCall(exception));
        }

        if (CharacterSet is null) return;
        try
        {
            ParsedCharacterSet = Text.CharacterSet.FromName(CharacterSet);
        }
        catch (DicomException exception)
        {
            ThrowTerminatingError(ErrorRecords.ForCall(exception, CharacterSet));
        }
    }

    /// <summary>The full path of what a parameter names to be written, be it there or not. Ends the cmdlet if it is no path.</summary>
    private protected string ResolveTarget(string path)
    {
        string? location = _resolver!.Locate(path, out ErrorRecord? error);
        if (location is null) ThrowTerminatingError(error!);
        return location!;
    }

    /// <summary>The files that the parameters of this call, or of this object of the pipeline, name.</summary>
    private protected virtual IEnumerable<FileRequest> Requests()
    {
        PathResolver resolver = _resolver!;
        return ParameterSetName switch
        {
            InputObjectSet => InputObject!.Select(file => new FileRequest(file)),
            LiteralPathSet => LiteralPath!.SelectMany(path =>
                RefusalOf(ref path) ?? resolver.ResolveLiteral(path, _isLiteralPathPiped ? FileOrigin.Piped : FileOrigin.Named)),
            _ => Path!.SelectMany(path => RefusalOf(ref path) ?? resolver.Resolve(path, _isPathPiped)),
        };
    }

    /// <summary>The error that a path of another computer is. Null if it is of this one, which may be marked where it comes from another one.</summary>
    private static FileRequest[]? RefusalOf(ref string path)
    {
        if (!OtherComputer.IsMarked(path, out string computer, out string pathThere)) return null;
        path = pathThere;
        return OtherComputer.Has(computer, path) ? [new FileRequest(ErrorRecords.ForOtherComputer(computer, path))] : null;
    }
}
