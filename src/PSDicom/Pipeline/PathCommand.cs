using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using PSDicom.Completion;
using PSDicom.Text;

namespace PSDicom.Pipeline;

/// <summary>The parameters that name files, common to all cmdlets.</summary>
public abstract class PathCommand : SearchingCommand
{
    private const string InputObjectSet = "InputObject";

    /// <summary>The parameter set of cmdlets that accept series and stacks.</summary>
    private protected const string StackSet = "Stack";

    private bool _isPathPiped;
    private bool _isLiteralPathPiped;
    private PathResolver? _resolver;

    /// <summary>
    /// The files, or with -Recurse folders. Wildcards are allowed. A name that exists is taken literally if it has brackets, such as
    /// scan[1].dcm, or comes from the pipeline.
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

    /// <summary>The files, or with -Recurse folders, by literal names without wildcards. Output of Get-ChildItem binds here.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "LP", "File", "FilePath")]
    [ValidateNotNullOrEmpty]
    [ComputerNames]
    public string[]? LiteralPath { get; set; }

    /// <summary>
    /// Output of <c>Get-DicomFile</c>. Elements that were not read, as with -Tag, are read when needed; a file that has changed since is an
    /// error.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public DicomFile[]? InputObject { get; set; }

    /// <summary>
    /// The character set of text values, for files that declare a wrong one or none: a DICOM term such as ISO_IR 144, several separated by
    /// \, or the name of an encoding such as windows-1251.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CharacterSetCompleter))]
    [PSDefaultValue(Help = "The one that the file declares")]
    public string? CharacterSet { get; set; }

    /// <summary>The parsed <see cref="CharacterSet"/>.</summary>
    private protected CharacterSet? ParsedCharacterSet { get; private set; }

    /// <summary>Reads the parameters that are the same for every file.</summary>
    private protected void ReadParameters(CancellationToken cancellation)
    {
        // A parameter that is bound now does not come from the pipeline.
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

    /// <summary>The full path of an output, whether it exists or not. Terminates the cmdlet if it is not a path.</summary>
    internal string ResolveTarget(string path)
    {
        string? location = _resolver!.Locate(path, out ErrorRecord? error);
        if (location is null) ThrowTerminatingError(error!);
        return location!;
    }

    /// <summary>The files that the parameters, or the current pipeline object, name.</summary>
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

    /// <summary>The files that other paths of this call name, found as those of -Path are.</summary>
    private protected IEnumerable<FileRequest> Resolve(IEnumerable<string> paths) => paths.SelectMany(path => _resolver!.Resolve(path, isPiped: false));

    /// <summary>The error for a path of another computer. Null, and the path without its mark, if it is of this one.</summary>
    private static FileRequest[]? RefusalOf(ref string path)
    {
        if (!OtherComputer.IsMarked(path, out string computer, out string pathThere)) return null;
        path = pathThere;
        return OtherComputer.Has(computer, path) ? [new FileRequest(ErrorRecords.ForOtherComputer(computer, path))] : null;
    }
}
