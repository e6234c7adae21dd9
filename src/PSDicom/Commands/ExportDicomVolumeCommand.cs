using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PSDicom.Completion;
using PSDicom.Operations.Series;
using PSDicom.Operations.Targets;
using PSDicom.Operations.Volumes;
using PSDicom.Pipeline;
using PSDicom.Threading;

namespace PSDicom.Commands;

/// <summary>Writes the images of series as volumes: NIfTI, NRRD, MetaImage, or arrays for NumPy.</summary>
/// <remarks>
/// <para>
/// Files are sorted into series and stacks by the positions of their images, as by Get-DicomSeries, and each stack becomes one file: one volume,
/// or several that follow each other in time. Series and stacks from Get-DicomSeries can be piped in and are exported immediately; files and
/// folders are sorted first, after all headers are read. Series and stacks from a job or a file are exported by their files, completely.
/// </para>
/// <para>
/// Nothing is interpolated. NIfTI and NRRD store the exact geometry of the files, including a gantry tilt; MetaImage cannot store a tilt, which is an
/// error. Missing and unevenly spaced slices are an error that lists them; -FillMissing inserts blank slices for missing ones, and -AllowIrregular
/// writes the slices with an even spacing. Images without a position are an error; Export-DicomFrame exports them.
/// </para>
/// <para>
/// NIfTI stores the stored values with slope and intercept, if these are the same for all frames. If they differ, as in PET, it stores rescaled
/// 32-bit floating-point values. The other formats store rescaled values, such as Hounsfield units, as integers if these are exact. If only some
/// frames have a slope, that is an error. Color images stay in color.
/// </para>
/// <para>
/// Files contain no patient data, but their names have the series description, or the values that -NameTemplate inserts. Existing files are
/// replaced only with -Force, and no partial files remain. Slices are decoded on all processors and written one by one, so that memory does not
/// grow with the volume.
/// </para>
/// </remarks>
/// <example>
///   <para>A series as NIfTI</para>
///   <code>Export-DicomVolume slice-1.dcm, slice-2.dcm -Destination head.nii.gz</code>
///   <para>The order of the files does not matter. With a folder as the destination, the name has the number and the description of the series.</para>
/// </example>
/// <example>
///   <para>Only CT volumes, with their geometry and units</para>
///   <code>Get-DicomSeries .\study -Recurse | Where-Object Modality -eq CT | Export-DicomVolume -Format Nrrd -Compress -Destination ct</code>
///   <para>The values in NRRD are Hounsfield units, in 16 bits.</para>
/// </example>
/// <example>
///   <para>A folder for each patient and study</para>
///   <code>Get-DicomSeries D:\archive -Recurse -ByStack | Where-Object Kind -eq Volume |
///     Export-DicomVolume -Destination volumes -NameTemplate '{PatientID}/{StudyDate:yyyy-MM-dd}/{SeriesNumber:0000}_{Stack}' -SkipExisting</code>
///   <para>Images without a position, such as ultrasound, are left out. -SkipExisting resumes an interrupted export.</para>
/// </example>
/// <example>
///   <para>A series in which slices are missing</para>
///   <code>Get-DicomSeries .\study -Recurse | Where-Object Problem -match MissingSlices | Export-DicomVolume -FillMissing -Sidecar -Destination volumes</code>
///   <para>Blank slices keep the positions of the others. The JSON file lists them.</para>
/// </example>
/// <example>
///   <para>A preview without writing</para>
///   <code>Get-DicomSeries .\study -Recurse -ByStack | Where-Object IsRegular | Export-DicomVolume -Destination volumes -WhatIf</code>
///   <para>Writes nothing, not even the folder, and reports names that are taken.</para>
/// </example>
/// <seealso cref="GetDicomSeriesCommand"/>
/// <seealso cref="ExportDicomFrameCommand"/>
/// <seealso>about_PSDicom_Series</seealso>
[Cmdlet(VerbsData.Export, "DicomVolume", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address, SupportsShouldProcess = true)]
[OutputType(typeof(ExportedVolume))]
public sealed class ExportDicomVolumeCommand : FileWritingCommand<VolumeTarget, ExportedVolume>
{
    private const string SeriesSet = "Series";
    private VolumeExportQueue<FileRequest>? _queue;
    private OrderedReadAhead<FileRequest, FileResult>? _headers;
    private SeriesCollection? _files;

    /// <summary>Series from Get-DicomSeries. Each of their stacks becomes a file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SeriesSet, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public DicomSeries[]? Series { get; set; }

    /// <summary>Stacks from Get-DicomSeries -ByStack, or from the Stacks property of a series.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StackSet, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public DicomStack[]? Stack { get; set; }

    /// <summary>
    /// The folder for the files; it is created if it does not exist. Or the path of the only file, such as head.nii.gz; its extension then selects
    /// the format.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "The current location")]
    public string Destination { get; set; } = ".";

    /// <summary>
    /// The format. Nifti and NiftiGz (compressed) contain stored values with slope and intercept. Nrrd, MetaImage (.mha) and Npy, for NumPy, contain
    /// rescaled values.
    /// </summary>
    [Parameter]
    [PSDefaultValue(Help = "By the extension of -Destination, or else Nifti")]
    public VolumeFormat? Format { get; set; }

    /// <summary>
    /// The names of the files below the destination, without extension: {PatientID}/{SeriesNumber:0000}_{Stack}. Slashes make folders. Braces
    /// hold keywords, tags, Stack (the number of the stack in its series), or BaseName and Folder (of the first file); a .NET format for numbers,
    /// dates or times may follow after a colon. Invalid characters of values become _, and missing values become Unknown.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameTemplateCompleter))]
    [PSDefaultValue(Help = "{SeriesNumber:0000}_{SeriesDescription}, and _{Stack} if a series has several")]
    public string? NameTemplate { get; set; }

    /// <summary>
    /// Inserts blank slices, of stored value 0, for missing ones, so that the others keep their positions.
    /// </summary>
    [Parameter]
    public SwitchParameter FillMissing { get; set; }

    /// <summary>
    /// Allows missing, unevenly spaced and shifted slices. They are written with an even spacing between the first and the last. A warning gives
    /// the largest position error. With -FillMissing, missing slices are filled.
    /// </summary>
    [Parameter]
    public SwitchParameter AllowIrregular { get; set; }

    /// <summary>
    /// Writes a JSON file of the same name for each volume, with geometry, times of the volumes, b-values, echo time and other values that the
    /// format may not store. It does not identify the patient and has no dates.
    /// </summary>
    [Parameter]
    public SwitchParameter Sidecar { get; set; }

    /// <summary>Compresses the voxels of Nrrd with gzip. NiftiGz is always compressed, the other formats never.</summary>
    [Parameter]
    public SwitchParameter Compress { get; set; }

    /// <summary>
    /// Replaces existing files, except DICOM files and input files. Two volumes of one call never get the same name.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Parts => "volumes";

    private protected override OrderedWriter<FileRequest, VolumeTarget, ExportedVolume> Writer => _queue!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _files = new SeriesCollection(StopToken);
        _headers = new((request, stop) => SeriesRequest.Read(request, ParsedCharacterSet, stop), ThrottleLimit, OrderedReadAhead.SmallResultsPerThread, StopToken);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        UnlessStopped(() =>
        {
            while (_headers!.Count > 0) Sort(_headers.Take());
            foreach (FileRequest request in _files!.Sort().SelectMany(RequestsOf)) AddStack(request);
        });
        base.EndProcessing();
    }

    private protected override IEnumerable<FileRequest> Requests() => ParameterSetName switch
    {
        SeriesSet => Series!.SelectMany(RequestsOf),
        StackSet => Stack!.Select(stack => new FileRequest(stack)),
        _ => base.Requests(),
    };

    private protected override void CreateWriter(Func<FileRequest, VolumeTarget, bool> approve, bool isRehearsal) =>
        _queue = new VolumeExportQueue<FileRequest>(ReadOptions(), ThrottleLimit, StopToken) { Approve = approve, ChecksUnapproved = isRehearsal };

    private protected override void Queue(FileRequest request)
    {
        if (request.Stack is not null)
        {
            _queue!.Add(request, request.Stack);
            return;
        }

        while (_headers!.IsFull) Sort(_headers.Take());
        _headers.Add(request);
        while (_headers.TryTakeThrottled(out ReadAheadResult<FileRequest, FileResult> result)) Sort(result);
    }

    private protected override string Describe(string source, VolumeTarget? target) => $"export the volume of '{source}'";

    private protected override IReadOnlyList<DicomWarning> WarningsOf(ExportedVolume result) => result.GetWarnings();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _headers?.Dispose();
            _queue?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static IEnumerable<FileRequest> RequestsOf(DicomSeries series) => series.Stacks.Select(stack => new FileRequest(stack));

    private void AddStack(FileRequest request)
    {
        while (IsFull) WriteNext();
        Queue(request);
        while (TryWriteNext())
        {
        }
    }

    /// <summary>Adds the header of a file to sort.</summary>
    private void Sort(in ReadAheadResult<FileRequest, FileResult> read)
    {
        FileRequest request = read.Input;
        if (read.Error is not null)
        {
            WriteFailure(request, read.Error);
            return;
        }

        if (read.Result.Output is DicomSeriesFile file) _files!.Add(file);
        if (read.Result.Output is DicomSeriesFile || request.Origin == FileOrigin.Named) WriteWarnings(request, read.Result.Warnings);
    }

    private VolumeExportOptions ReadOptions() => new()
    {
        Destination = ResolveTarget(Destination),
        Format = Format,
        NameTemplate = NameTemplate is { } template ? this.ParseOrTerminate(template, () => Operations.Targets.NameTemplate.Parse(template)) : null,
        FillMissing = FillMissing,
        AllowIrregular = AllowIrregular,
        Sidecar = Sidecar,
        Compress = Compress,
        Force = Force,
        SkipExisting = SkipExisting,
        CharacterSet = ParsedCharacterSet,
    };
}
