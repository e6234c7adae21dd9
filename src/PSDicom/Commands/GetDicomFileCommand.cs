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
/// Every element of a file is a property of the object, named by its keyword, such as PatientName, StudyDate or Modality. A missing element
/// is $null. Values have a fitting type: dates are DateTime, times TimeSpan, numbers numbers, sequences arrays of data sets. So
/// Where-Object, Select-Object, Sort-Object, Group-Object and Export-Csv do the rest.
/// </para>
/// <para>
/// FullName and PSPath name the file, as in the output of Get-ChildItem: Remove-Item, Copy-Item or Get-FileHash take exactly this file from
/// the pipeline, whatever characters its name has. TransferSyntax and SOPClass compare equal to their name, keyword and UID. An element
/// inside a sequence, or a private one, is a property too: $file.'RequestAttributesSequence[0].ScheduledProcedureStepID',
/// $file.'(0029,1010)'.
/// </para>
/// <para>
/// With -Tag the object lists the file and exactly the named elements, in that order, with $null for missing ones, so every file has the
/// same columns. Other elements are still properties: the file is read again when one is used.
/// </para>
/// <para>
/// The file is read up to the pixel data and not kept open. Bulk values, such as PixelData, are read from the file only when used; they are
/// not listed properties, so Select-Object * and Export-Csv do not read them. A value that can no longer be read, because the file is gone
/// or has changed, is $null and writes an error.
/// </para>
/// <para>
/// A file that cannot be read is one error, and the others are still read. Output is in the order of the input.
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
///   <para>Find studies older than ten years</para>
///   <code>Get-DicomFile .\study -Recurse -Tag StudyDate, PatientID | Where-Object { $_.StudyDate -is [datetime] -and $_.StudyDate -lt (Get-Date).AddYears(-10) }</code>
///   <para>Without -is [datetime], files without a date would match too: in PowerShell, $null is less than any date.</para>
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
    // Not a class: PSDicom.Keywords.Types.ps1xml lists the property names that Tab completes later in the pipeline.
    private const string KeywordsType = "PSDicom.DicomKeywords";

    private TagQuery? _tags;

    /// <summary>
    /// The elements to read, which become the columns of the object: keywords (PatientName), wildcards (Patient*, every keyword that
    /// matches), tag numbers ('0010,0010'), private tags ('(0029,xx10)'), paths into sequences
    /// ('RequestAttributesSequence[0].ScheduledProcedureStepID', [*] for every item). Without -Tag, all elements up to the pixel data.
    /// Fewer elements are read faster.
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
        // A DicomFile from the pipeline is read again, with the parameters of this call; bytes in memory cannot be.
        if (request.File is { FullName: null } inMemory) return new FileResult(inMemory);
        DicomFile file = HeaderReader.Read(request.Path, _tags, ParsedCharacterSet, cancellation);
        return new FileResult(file, file.GetWarnings());
    }
}
