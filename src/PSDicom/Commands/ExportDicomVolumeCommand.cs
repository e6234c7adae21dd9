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
/// Files are sorted into series and stacks as Get-DicomSeries does, by where their images lie in the patient, and each stack becomes one file:
/// one volume, or several that follow each other in time or in another way. Series and stacks that Get-DicomSeries gave can be piped in, and are
/// exported as they come; of files and folders, all headers are read first.
/// </para>
/// <para>
/// Nothing is interpolated. Voxels lie where the files say: NIfTI and NRRD have the exact geometry, also that of a tilted gantry; MetaImage has
/// no place for a tilt, which is an error. Slices that are missing or not evenly spaced are an error that says which; -FillMissing puts
/// blank slices where some are missing, and -AllowIrregular writes those that are there as if they were evenly spaced. Images without a position
/// form no volume; Export-DicomFrame writes them.
/// </para>
/// <para>
/// NIfTI has the stored values with their slope and intercept, if these are the same for all frames. If they differ, as in PET, it has what the
/// values stand for as 32-bit reals. The other formats have what the values stand for, such as Hounsfield units, as whole numbers where these
/// are exact. If only some frames have a slope, it is an error. Colour stays colour.
/// </para>
/// <para>
/// Nothing about the patient goes into a file, except what -NameTemplate puts into its name: the description of the series, by default. No file
/// is written over one that exists, unless with -Force, and none is ever left half written. Slices are decoded on all processors and
/// written one by one, so that memory does not grow with the volume.
/// </para>
/// </remarks>
/// <example>
///   <para>A series as NIfTI</para>
///   <code>Export-DicomVolume slice-1.dcm, slice-2.dcm -Destination head.nii.gz</code>
///   <para>The order of the files does not count. With a folder as the destination, the name is made of the number and the description of the series.</para>
/// </example>
/// <example>
///   <para>Only CT volumes, with their geometry and units</para>
///   <code>Get-DicomSeries .\study -Recurse | Where-Object Modality -eq CT | Export-DicomVolume -Format Nrrd -Compress -Destination ct</code>
///   <para>NRRD has Hounsfield units, in 16 bits.</para>
/// </example>
/// <example>
///   <para>A folder for each patient and study</para>
///   <code>Get-DicomSeries D:\archive -Recurse -ByStack | Where-Object Kind -eq Volume |
///     Export-DicomVolume -Destination volumes -NameTemplate '{PatientID}/{StudyDate:yyyy-MM-dd}/{SeriesNumber:0000}_{Stack}' -SkipExisting</code>
///   <para>Images without a position, such as ultrasound, would be errors: they are no volumes. -SkipExisting goes on where an earlier call was ended.</para>
/// </example>
/// <example>
///   <para>A series in which slices are missing</para>
///   <code>Get-DicomSeries .\study -Recurse | Where-Object Problem -match MissingSlices | Export-DicomVolume -FillMissing -Sidecar -Destination volumes</code>
///   <para>Blank slices keep the others where they lie. The JSON file beside the volume tells which they are.</para>
/// </example>
/// <example>
///   <para>See first what would be written</para>
///   <code>Get-DicomSeries .\study -Recurse -ByStack | Where-Object IsRegular | Export-DicomVolume -Destination volumes -WhatIf</code>
///   <para>Writes nothing, not even the folder, and tells of names that are taken.</para>
/// </example>
/// <seealso cref="GetDicomSeriesCommand"/>
/// <seealso cref="ExportDicomFrameCommand"/>
/// <seealso>about_PSDicom_Series</seealso>
[Cmdlet(VerbsData.Export, "DicomVolume", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address, SupportsShouldProcess = true)]
[OutputType(typeof(ExportedVolume))]
public sealed class ExportDicomVolumeCommand : FileWritingCommand<VolumeTarget, ExportedVolume>
{
    private const string SeriesSet = "Series";
    private const string StackSet = "Stack";

    private VolumeExportQueue<FileRequest>? _queue;
    private OrderedReadAhead<FileRequest, FileResult>? _headers;
    private SeriesCollection? _files;

    /// <summary>Series that Get-DicomSeries gave, each of whose stacks becomes a file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SeriesSet, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public DicomSeries[]? Series { get; set; }

    /// <summary>Stacks that Get-DicomSeries -ByStack gave, or that are the Stacks of a series.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StackSet, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public DicomStack[]? Stack { get; set; }

    /// <summary>
    /// The folder for the files; it is made if it is not there. Or the path of the one file that is to be written, by its extension, such as
    /// head.nii.gz; it settles the format too.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "The current location")]
    public string Destination { get; set; } = ".";

    /// <summary>
    /// The kind of the files. Nifti, and NiftiGz that is compressed, have stored values with slope and intercept; Nrrd, MetaImage (.mha)
    /// and Npy, for NumPy, have what the values stand for.
    /// </summary>
    [Parameter]
    [PSDefaultValue(Help = "That of the extension of -Destination, or else Nifti")]
    public VolumeFormat? Format { get; set; }

    /// <summary>
    /// The names of the files below the destination, without extension: {PatientID}/{SeriesNumber:0000}_{Stack}. Slashes make folders. In
    /// braces stand keywords, tags, Stack (the number of the stack in its series), or BaseName and Folder (of the first file); behind a
    /// colon a format of .NET for numbers, dates or times. In values, characters that file names must not have become _; what a file does not have is
    /// Unknown.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameTemplateCompleter))]
    [PSDefaultValue(Help = "{SeriesNumber:0000}_{SeriesDescription}, and _{Stack} if a series has several")]
    public string? NameTemplate { get; set; }

    /// <summary>
    /// Puts blank slices where slices are missing, so that all others lie where they are. They have the stored value 0.
    /// </summary>
    [Parameter]
    public SwitchParameter FillMissing { get; set; }

    /// <summary>
    /// Writes slices that are missing, not evenly spaced or shifted as if they were evenly spaced, the first and the last where they are. A
    /// warning tells how far the others are from where they lie. With -FillMissing, it counts for what cannot be filled.
    /// </summary>
    [Parameter]
    public SwitchParameter AllowIrregular { get; set; }

    /// <summary>
    /// Writes a JSON file beside each volume, of the same name: geometry, times of the volumes, b-values, echo time and other things that
    /// the format may have no place for. It does not tell who the patient is, or when.
    /// </summary>
    [Parameter]
    public SwitchParameter Sidecar { get; set; }

    /// <summary>Compresses the voxels of Nrrd by gzip. NiftiGz always is compressed, and the other formats are not.</summary>
    [Parameter]
    public SwitchParameter Compress { get; set; }

    /// <summary>
    /// Replaces files that exist, but no DICOM file, and no file that is input. Two volumes of one call still never get the same name.
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

    /// <summary>Takes the header of a file that is to be sorted.</summary>
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
        NameTemplate = NameTemplate is { } template ? ParseOrTerminate(template, () => Operations.Targets.NameTemplate.Parse(template)) : null,
        FillMissing = FillMissing,
        AllowIrregular = AllowIrregular,
        Sidecar = Sidecar,
        Compress = Compress,
        Force = Force,
        SkipExisting = SkipExisting,
        CharacterSet = ParsedCharacterSet,
    };
}
