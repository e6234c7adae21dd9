using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using PSDicom.Operations.Sets;
using PSDicom.Pipeline;
using PSDicom.Threading;
using PSDicom.Validation;

namespace PSDicom.Commands;

/// <summary>Tests DICOM files: whether each is complete, can be read right, and follows the standard.</summary>
/// <remarks>
/// <para>
/// The result is one object for each finding, with the file, the Severity, the Id (the same for all findings of a kind), the element, the
/// byte position and a message. A file without findings gives nothing. Error means that something cannot be read, or not rightly, or that
/// the identity of the object is lost; Warning, that the standard is violated; Information, that it is worth knowing. Of many findings of a
/// kind in a file the first 20 are listed, and one says how many more there are. about_PSDicom_Findings lists every Id, what it means and
/// what to do.
/// </para>
/// <para>
/// Every file is read to its end, except for pixel data. Files that other cmdlets skip are tested too: empty, cut and zero-filled ones, and
/// with -Recurse all that are found. A found file that is not DICOM is Information, unless it is called .dcm. A file that cannot be opened is
/// an error, not a finding.
/// </para>
/// <para>
/// Messages never contain names, identifiers or dates of a patient; Value is given only where it cannot be one.
/// </para>
/// </remarks>
/// <example>
///   <para>List what is broken on a share in a spreadsheet</para>
///   <code>Test-DicomFile \\pacs\share -Recurse | Where-Object Severity -eq Error | Export-Csv broken.csv</code>
///   <para>Memory does not grow with the number of files; each finding is written as soon as it is known.</para>
/// </example>
/// <example>
///   <para>What came in broken since yesterday?</para>
///   <code>Get-ChildItem D:\in -Recurse -File | Where-Object LastWriteTime -gt (Get-Date).AddDays(-1) | Test-DicomFile | Where-Object Severity -eq Error</code>
///   <para>Only the files that Get-ChildItem passes on are tested, so the next run goes on where this one ended.</para>
/// </example>
/// <example>
///   <para>Is this copy complete?</para>
///   <code>(Test-DicomFile D:\backup -Recurse -Level Pixels -Quiet) -notcontains $false</code>
///   <para>-Quiet gives $true or $false for each file, as Test-Path does for each path; with -Level Pixels every frame is decoded.</para>
/// </example>
/// <example>
///   <para>Test one file in a script</para>
///   <code>if (-not (Test-DicomFile head.dcm -Quiet)) { Write-Warning 'head.dcm has errors.' }</code>
///   <para>A file with warnings only is $true.</para>
/// </example>
/// <example>
///   <para>Which kinds of findings are the most frequent?</para>
///   <code>Test-DicomFile .\study -Recurse | Group-Object Severity, Id | Sort-Object Count -Descending</code>
///   <para>One vendor's device often makes the same mistake in each file.</para>
/// </example>
/// <example>
///   <para>One line for each file</para>
///   <code>Test-DicomFile .\study -Recurse -Summary | Sort-Object Errors -Descending | Select-Object Errors, Warnings, TransferSyntax, FullName</code>
///   <para>Files without findings are listed too.</para>
/// </example>
/// <seealso cref="GetDicomFileCommand"/>
/// <seealso cref="GetDicomSeriesCommand"/>
/// <seealso>about_PSDicom_Findings</seealso>
[Cmdlet(VerbsDiagnostic.Test, "DicomFile", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(DicomFinding))]
[OutputType(typeof(DicomTestResult))]
[OutputType(typeof(bool))]
public sealed class TestDicomFileCommand : FileReadingCommand
{
    private readonly FileSet _files = new();

    /// <summary>Series or stacks of Get-DicomSeries: each of their files is tested once.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StackSet, ValueFromPipeline = true)]
    [Alias("Series")]
    [StackObjects]
    [ValidateNotNullOrEmpty]
    public StackFrames[]? Stack { get; set; }

    /// <summary>
    /// What to test: File, the file as such, which is always tested; Pixels, also that each frame can be decoded; Module, also that the
    /// attributes are there which the SOP class requires. Several are allowed.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "File")]
    public DicomTestLevel[] Level { get; set; } = [DicomTestLevel.File];

    /// <summary>Also reports, as Information, what is retired or merely unusual: elements, group lengths, transfer syntaxes.</summary>
    [Parameter]
    public SwitchParameter Strict { get; set; }

    /// <summary>Gives only $true or $false for each file: whether it has no errors.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Gives one object for each file instead of its findings: how many there are, and the transfer syntax and SOP class.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>
    /// Tests also the files together: copies, unique identifiers that are not unique, patient, study and series attributes that differ within a
    /// study or series, missing slices. These findings come at the end.
    /// </summary>
    [Parameter]
    public SwitchParameter Set { get; set; }

    /// <summary>Few, because at most as many frames as there are processors are decoded at once.</summary>
    private protected override int InputsPerThread => OrderedReadAhead.LargeResultsPerThread;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Quiet && Summary) ThrowTerminatingError(ErrorRecords.ForCall(new ArgumentException("-Quiet and -Summary cannot be combined: one gives $true or $false, the other an object.")));
        if (Set && (Quiet || Summary)) ThrowTerminatingError(ErrorRecords.ForCall(new ArgumentException("-Set gives findings about several files: leave out -Quiet and -Summary.")));
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        UnlessStopped(() =>
        {
            foreach (DicomFinding finding in _files.Test(StopToken)) WriteObject(finding);
        });
    }

    private protected override void WriteResult(FileRequest request, FileResult result)
    {
        if (result.Output is not TestedFile tested)
        {
            base.WriteResult(request, result);
            return;
        }

        WriteObject(tested.Findings, enumerateCollection: true);
        if (tested.File is not null) _files.Add(tested.File);
    }

    private protected override IEnumerable<FileRequest> Requests() => ParameterSetName == StackSet
        ? Stack!.SelectMany(stack => stack.RequestsByFile(null)).GroupBy(request => request.Path).Select(file => new FileRequest(file.Key, FileOrigin.Piped))
        : base.Requests();

    private protected override FileResult Read(FileRequest request, CancellationToken cancellation)
    {
        if (request.File is { FullName: null })
            throw new DicomException(DicomErrorReason.ValueNotAvailable, "A file that was given as bytes cannot be tested: save it first.");
        var options = new DicomTestOptions
        {
            Levels = Level.Distinct().ToArray(),
            IsStrict = Strict,
            IsFound = request.Origin == FileOrigin.Found,
            CharacterSet = ParsedCharacterSet,
            ThrottleLimit = ThrottleLimit,
        };
        if (Set) return new FileResult(new TestedFile(SetTester.Test(request.Path, options, cancellation, out SetFile? file).GetFindings(), file));
        DicomTestResult result = FileTester.Test(request.Path, options, cancellation);
        return new FileResult(Quiet ? result.IsValid : Summary ? result : result.GetFindings());
    }

    /// <summary>A tested file, and what the test of all files together needs of it.</summary>
    private sealed class TestedFile(IReadOnlyList<DicomFinding> findings, SetFile? file)
    {
        public IReadOnlyList<DicomFinding> Findings { get; } = findings;

        public SetFile? File { get; } = file;
    }
}
