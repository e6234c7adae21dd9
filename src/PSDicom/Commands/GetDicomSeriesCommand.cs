using System.Collections.Generic;
using System.Management.Automation;
using PSDicom.Operations.Series;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Sorts DICOM files into series, and their images into volumes by where they lie in the patient, and tells what is wrong with them.</summary>
/// <remarks>
/// <para>
/// One object a series, with its files in the order in which they lie in the patient: Files has each file once, Frames each image of each
/// file. Names of files and instance numbers do not count for that order, only Image Position and Image Orientation. What does not belong
/// together in space - localizers, other sizes, other echoes, phase and magnitude - comes apart into Stacks; -ByStack gives one object a stack,
/// with its size, spacing, origin and orientation. Several volumes at one place, such as the times of a functional MR, are one stack.
/// </para>
/// <para>
/// Problem says what is wrong: MissingSlices, UnevenSpacing, DuplicateFiles and others, of which there may be several; it is None, and $false in
/// a condition, where nothing was found. about_PSDicom_Series tells what each means, and how files become volumes.
/// </para>
/// <para>
/// Only headers are read, and files are compared byte by byte only where their SOP Instance UID and their length are the same. Nothing comes out
/// until the whole input is read, as the last file may belong to the first series; memory is a few hundred bytes a file or frame. A file that
/// cannot be read is one error, and the others are sorted.
/// </para>
/// <para>
/// A series or a stack pipes into what takes files, which then come in their order: Get-DicomFile, Copy-Item, Get-FileHash; also when it
/// comes out of a job or of Import-Clixml. Export-DicomFrame -Combine writes a stack as one file.
/// </para>
/// </remarks>
/// <example>
///   <para>What is in a folder</para>
///   <code>Get-DicomSeries .\study -Recurse</code>
///   <para>Prints a line a series: number, description, how many files and frames, the size of its largest stack, and problems.</para>
/// </example>
/// <example>
///   <para>Which series of an archive are not what they should be?</para>
///   <code>Get-DicomSeries D:\archive -Recurse | Where-Object { $_.Problem } | Export-Csv problems.csv</code>
///   <para>The column Problem names them, as in "MissingSlices, DuplicateFiles".</para>
/// </example>
/// <example>
///   <para>Volumes with their spacing and orientation</para>
///   <code>Get-DicomSeries .\study -Recurse -ByStack | Where-Object Kind -eq Volume | Select-Object SeriesDescription, Size, Spacing, Orientation, GantryTilt</code>
///   <para>Spacing is in mm: along a row, along a column, and from slice to slice.</para>
/// </example>
/// <example>
///   <para>The files of one series, copied</para>
///   <code>Get-DicomSeries .\study -Recurse | Where-Object Modality -eq CT | Select-Object -ExpandProperty Files | Copy-Item -Destination out</code>
///   <para>Each file once, without copies of the same bytes.</para>
/// </example>
/// <seealso cref="GetDicomStudyCommand"/>
/// <seealso cref="GetDicomFileCommand"/>
/// <seealso cref="ExportDicomFrameCommand"/>
/// <seealso>about_PSDicom_Series</seealso>
[Cmdlet(VerbsCommon.Get, "DicomSeries", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(DicomSeries), typeof(DicomStack))]
public sealed class GetDicomSeriesCommand : SeriesSortingCommand
{
    /// <summary>Gives one object a stack, and not one a series.</summary>
    [Parameter]
    public SwitchParameter ByStack { get; set; }

    /// <summary>How near positions of slices are, in mm, to count as one position.</summary>
    [Parameter]
    [ValidateRange(0.0, 1000.0)]
    [PSDefaultValue(Value = SeriesCollection.DefaultTolerance)]
    public double Tolerance { get; set; } = SeriesCollection.DefaultTolerance;

    private protected override double PositionTolerance => Tolerance;

    private protected override void WriteSeries(IEnumerable<DicomSeries> series)
    {
        foreach (DicomSeries one in series)
        {
            if (ByStack) WriteObject(one.Stacks, enumerateCollection: true);
            else WriteObject(one);
        }
    }
}
