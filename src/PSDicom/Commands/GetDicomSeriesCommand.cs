using System.Collections.Generic;
using System.Management.Automation;
using PSDicom.Operations.Series;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Sorts DICOM files into series, and their images into volumes by position in the patient, and reports problems.</summary>
/// <remarks>
/// <para>
/// The output is one object per series. Files lists each file once, and Frames each image, in the order of the slices in the patient. That order
/// follows Image Position and Image Orientation, not file names or instance numbers. Images that do not belong together in space, such as
/// localizers, other sizes, other echoes, or phase and magnitude, are separate Stacks. With -ByStack, the output is one object per stack, with
/// size, spacing, origin and orientation. Several volumes at one position, such as the times of a functional MR, are one stack.
/// </para>
/// <para>
/// Problem lists the problems of a series or stack, such as MissingSlices, UnevenSpacing or DuplicateFiles. Without problems it is None, which is
/// $false in a condition. about_PSDicom_Series describes each problem, and how files become volumes.
/// </para>
/// <para>
/// Only headers are read. Files are compared byte by byte only if they have the same SOP Instance UID and length. Output starts when the whole
/// input has been read, because the last file may belong to the first series. Each file or frame takes a few hundred bytes of memory. A file
/// that cannot be read is one error, and the others are still sorted.
/// </para>
/// <para>
/// Series and stacks can be piped to commands that take files, such as Get-DicomFile, Copy-Item or Get-FileHash, which then get the files in
/// order. This also works for series and stacks from a job or Import-Clixml. Export-DicomFrame -Combine writes a stack as one file.
/// </para>
/// </remarks>
/// <example>
///   <para>The series of a folder</para>
///   <code>Get-DicomSeries .\study -Recurse</code>
///   <para>Prints a line for each series: number, description, number of files and frames, size of the largest stack, and problems.</para>
/// </example>
/// <example>
///   <para>The series of an archive that have problems</para>
///   <code>Get-DicomSeries D:\archive -Recurse | Where-Object { $_.Problem } | Export-Csv problems.csv</code>
///   <para>The column Problem lists them, as in "MissingSlices, DuplicateFiles".</para>
/// </example>
/// <example>
///   <para>Volumes with their spacing and orientation</para>
///   <code>Get-DicomSeries .\study -Recurse -ByStack | Where-Object Kind -eq Volume | Select-Object SeriesDescription, Size, Spacing, Orientation, GantryTilt</code>
///   <para>Spacing is in mm: along a row, along a column, and from slice to slice.</para>
/// </example>
/// <example>
///   <para>The files of one series, copied</para>
///   <code>Get-DicomSeries .\study -Recurse | Where-Object Modality -eq CT | Select-Object -ExpandProperty Files | Copy-Item -Destination out</code>
///   <para>Each file is copied once; duplicates are left out.</para>
/// </example>
/// <seealso cref="GetDicomStudyCommand"/>
/// <seealso cref="GetDicomFileCommand"/>
/// <seealso cref="ExportDicomFrameCommand"/>
/// <seealso>about_PSDicom_Series</seealso>
[Cmdlet(VerbsCommon.Get, "DicomSeries", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(DicomSeries), typeof(DicomStack))]
public sealed class GetDicomSeriesCommand : SeriesSortingCommand
{
    /// <summary>Returns one object per stack instead of one per series.</summary>
    [Parameter]
    public SwitchParameter ByStack { get; set; }

    /// <summary>The largest distance in mm between slice positions that count as one position.</summary>
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
