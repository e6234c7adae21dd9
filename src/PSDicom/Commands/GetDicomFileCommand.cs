using System.Management.Automation;
using System.Threading;
using PSDicom.Completion;
using PSDicom.Operations.Tags;
using PSDicom.Pipeline;
using PSDicom.Query;
using PSDicom.Threading;

namespace PSDicom.Commands;

/// <summary>Reads the headers of DICOM files, as objects whose properties are the elements.</summary>
/// <remarks>
/// <para>
/// Every element of a file is a property of the object, under its keyword, such as PatientName, StudyDate or Modality. An element that the
/// file does not have is $null. Values have the type that fits: dates are DateTime, times TimeSpan, numbers numbers, sequences arrays of
/// data sets. So Where-Object, Select-Object, Sort-Object, Group-Object and Export-Csv do the rest.
/// </para>
/// <para>
/// FullName and PSPath lead to the file, as those that Get-ChildItem gives do: Remove-Item, Copy-Item or Get-FileHash take exactly this file
/// from the pipeline, whatever characters its name has. TransferSyntax and SOPClass equal the name, the keyword and the UID that they are known
/// by. An element inside a sequence, or a private one, is a property too: $file.'RequestAttributesSequence[0].ScheduledProcedureStepID',
/// $file.'(0029,1010)'.
/// </para>
/// <para>
/// With -Tag the object lists the file and exactly what is named, in that order, $null where the file does not have it, so that every file has
/// the same columns. What is not named is still a property: the file is read again when it is asked for.
/// </para>
/// <para>
/// The file is read up to the pixel data and not kept open. Values in bulk, such as PixelData, stay in the file until they are asked for;
/// they are no listed properties, so that Select-Object * and Export-Csv do not read them. A value that could not be read, because the file is
/// gone or has changed, is an error in $Error and on the screen, and $null.
/// </para>
/// <para>
/// Files that cannot be read are one error each, and the next ones are read. Results come in the order of the input.
/// </para>
/// </remarks>
/// <example>
///   <para>List the CT images of a share in a spreadsheet</para>
///   <code>Get-DicomFile \\pacs\share -Recurse | Where-Object Modality -eq CT | Select-Object PatientName, StudyDate, FullName | Export-Csv ct.csv</code>
///   <para>Reads every DICOM file below the share. Memory does not grow with the number of files.</para>
/// </example>
/// <example>
///   <para>Look into one file</para>
///   <code>(Get-DicomFile head.dcm).StudyDate</code>
///   <para>The study's date, as a DateTime.</para>
/// </example>
/// <example>
///   <para>Count the images of each series</para>
///   <code>Get-DicomFile .\study -Recurse -Tag SeriesInstanceUID, SeriesDescription | Group-Object SeriesInstanceUID | Select-Object Count, Name</code>
///   <para>With -Tag only the two elements are read, which is faster.</para>
/// </example>
/// <example>
///   <para>Studies that are older than ten years</para>
///   <code>Get-DicomFile .\study -Recurse -Tag StudyDate, PatientID | Where-Object { $_.StudyDate -is [datetime] -and $_.StudyDate -lt (Get-Date).AddYears(-10) }</code>
///   <para>Without the guard -is [datetime], files without a date would match too: PowerShell takes $null for less than any date.</para>
/// </example>
/// <example>
///   <para>Show all dates of a file</para>
///   <code>Get-DicomFile head.dcm | Select-Object *Date*</code>
///   <para>Wildcards select among the elements that the file has.</para>
/// </example>
/// <seealso cref="GetDicomTagCommand"/>
/// <seealso cref="GetDicomFrameCountCommand"/>
/// <seealso>about_PSDicom</seealso>
[Cmdlet(VerbsCommon.Get, "DicomFile", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(DicomFile))]
[OutputType(KeywordsType)]
public sealed class GetDicomFileCommand : FileReadingCommand
{
    // Not a type of its own, but in PSDicom.Keywords.Types.ps1xml: the names that Tab completes in the commands behind this one.
    private const string KeywordsType = "PSDicom.DicomKeywords";

    private TagQuery? _tags;

    /// <summary>
    /// The elements to read, which become the columns of the object: keywords (PatientName), with wildcards (Patient*, every keyword that
    /// matches), numbers (0010,0010), private ones ('(0029,xx10)'), paths into sequences
    /// ('RequestAttributesSequence[0].ScheduledProcedureStepID', * for every item). All up to the pixel data, if not given. Fewer elements are
    /// read faster.
    /// </summary>
    [Parameter(Position = 1)]
    [Alias("Keyword")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "All elements")]
    public string[]? Tag { get; set; }

    private protected override int InputsPerThread =>
        Tag is null ? OrderedReadAhead.LargeResultsPerThread : OrderedReadAhead.SmallResultsPerThread;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _tags = TagParameter.ParseColumns(this, Tag);
        base.BeginProcessing();
    }

    private protected override FileResult Read(FileRequest request, CancellationToken cancellation)
    {
        // A file that is read already is read anew, with the parameters of this call; bytes in memory cannot be.
        if (request.File is { FullName: null } inMemory) return new FileResult(inMemory);
        DicomFile file = HeaderReader.Read(request.Path, _tags, ParsedCharacterSet, cancellation);
        return new FileResult(file, file.GetWarnings());
    }
}
