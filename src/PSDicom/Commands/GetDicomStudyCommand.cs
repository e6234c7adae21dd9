using System.Collections.Generic;
using System.Management.Automation;
using PSDicom.Operations.Series;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Counts the studies of DICOM files: their series, files, frames, sizes, dates and modalities.</summary>
/// <remarks>
/// <para>
/// One object a study, by Study Instance UID. Series has its series as Get-DicomSeries gives them, Files their files. Length is the size of
/// the files together, FirstDate and LastDate when the first and the last image were taken. Copies of a file, byte for byte, count once.
/// </para>
/// <para>
/// Only headers are read. Nothing comes out until the whole input is read; memory is a few hundred bytes a file or frame.
/// </para>
/// </remarks>
/// <example>
///   <para>The studies of a share</para>
///   <code>Get-DicomStudy \\pacs\share -Recurse</code>
///   <para>Prints a line a study.</para>
/// </example>
/// <example>
///   <para>The largest studies of an archive</para>
///   <code>Get-DicomStudy D:\archive -Recurse | Sort-Object Length -Descending | Select-Object -First 10 PatientID, StudyDate, StudyDescription, FileCount, Length</code>
///   <para>Length is in bytes.</para>
/// </example>
/// <example>
///   <para>How many studies are there of each year?</para>
///   <code>Get-DicomStudy D:\archive -Recurse | Where-Object StudyDate | Group-Object { $_.StudyDate.Year } | Select-Object Name, Count</code>
///   <para>Studies without a date are left out.</para>
/// </example>
/// <seealso cref="GetDicomSeriesCommand"/>
/// <seealso cref="GetDicomFileCommand"/>
/// <seealso>about_PSDicom_Series</seealso>
[Cmdlet(VerbsCommon.Get, "DicomStudy", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(DicomStudy))]
public sealed class GetDicomStudyCommand : SeriesSortingCommand
{
    private protected override void WriteSeries(IEnumerable<DicomSeries> series) => WriteObject(SeriesCollection.Studies(series), enumerateCollection: true);
}
