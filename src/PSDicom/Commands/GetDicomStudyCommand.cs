using System.Collections.Generic;
using System.Management.Automation;
using PSDicom.Operations.Series;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Groups DICOM files into studies, with the number of series, files and frames, size, dates and modalities.</summary>
/// <remarks>
/// <para>
/// The output is one object per study, by Study Instance UID. Series has the series as from Get-DicomSeries, and Files their files. Length is the
/// total size of the files. FirstDate and LastDate are the acquisition times of the first and the last image. Copies of a file, byte for byte,
/// count once.
/// </para>
/// <para>
/// Only headers are read. Output starts when the whole input has been read. Each file or frame takes a few hundred bytes of memory.
/// </para>
/// </remarks>
/// <example>
///   <para>The studies of a share</para>
///   <code>Get-DicomStudy \\pacs\share -Recurse</code>
///   <para>Prints a line for each study.</para>
/// </example>
/// <example>
///   <para>The largest studies of an archive</para>
///   <code>Get-DicomStudy D:\archive -Recurse | Sort-Object Length -Descending | Select-Object -First 10 PatientID, StudyDate, StudyDescription, FileCount, Length</code>
///   <para>Length is in bytes.</para>
/// </example>
/// <example>
///   <para>The number of studies per year</para>
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
