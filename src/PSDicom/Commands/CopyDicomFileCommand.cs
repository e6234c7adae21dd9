using System.Management.Automation;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Copies DICOM files, into folders by patient, study and series if wanted, with other values if wanted.</summary>
/// <remarks>
/// <para>
/// The output is one object per file: Source, FullName, Status and Length. Status is Copied, Linked or AlreadyThere. A file with the same bytes that
/// is already there is not copied again. One with other bytes is an error that names both files, unless -Force is given. So are two files of one
/// call with the same name and different bytes.
/// </para>
/// <para>
/// Without -NameTemplate, files keep their names. Files found with -Recurse also keep their folders below the searched one. With -Recurse, files
/// that are not DICOM are left out, and the destination cannot be in the searched folder.
/// </para>
/// <para>
/// A file is written under a temporary name in its folder and renamed when it is complete, so that an interrupted call leaves only whole files. The
/// same call continues it: what is there is compared and left; with -SkipExisting it is not even compared. The system copies the bytes, on a share
/// often without sending them here. Times and attributes are kept.
/// </para>
/// <para>
/// -Tag with -Value, -Property, -Map, -NewUid and -EncodeAs change the copies, as in Set-DicomTag, and nothing else in them; the sources stay as they
/// are. Names are made of the new values, and a file is already there if it has the bytes that would be written. A file that already has the values
/// is copied as it is. Tags and Changes of the output say what changed. Without these parameters, bytes are never changed.
/// </para>
/// <para>
/// A DICOMDIR is copied with a warning, because it lists files by their places. It cannot be changed.
/// </para>
/// </remarks>
/// <example>
///   <para>A dump, sorted into folders</para>
///   <code>Copy-DicomFile D:\dump -Recurse -Destination sorted -NameTemplate '{PatientID}/{StudyDate}_{StudyInstanceUID}/{SeriesNumber:0000}/{SOPInstanceUID}'</code>
///   <para>Copies each file into a folder of its series, in that of its study, in that of its patient. Missing values become Unknown.</para>
/// </example>
/// <example>
///   <para>What a call would do</para>
///   <code>Copy-DicomFile D:\dump -Recurse -Destination sorted -NameTemplate '{PatientID}/{Modality}_{Count:0000}' -WhatIf</code>
///   <para>Nothing is copied. Count numbers the files of a patient and modality from 1.</para>
/// </example>
/// <example>
///   <para>The CT files of a share, with their folders</para>
///   <code>Copy-DicomFile \\pacs\share -Recurse -Filter *.dcm -Destination ct | Where-Object Status -eq Copied | Measure-Object Length -Sum</code>
///   <para>Keeps names and folders, and adds up the bytes that were copied.</para>
/// </example>
/// <example>
///   <para>A second order without a second copy</para>
///   <code>Copy-DicomFile D:\archive -Recurse -Destination views -NameTemplate '{StudyDate}/{SOPInstanceUID}' -HardLink</code>
///   <para>Gives each file another name by date. It takes no space; where the file system cannot, files are copied.</para>
/// </example>
/// <example>
///   <para>A dump with corrected IDs, sorted by them</para>
///   <code>Copy-DicomFile D:\dump -Recurse -Destination sorted -NameTemplate '{PatientID}/{SOPInstanceUID}' -Tag PatientID -Value { 'H7-' + $_.PatientID }</code>
///   <para>Writes the changed copies in one pass. With -Map ids.csv, the new IDs come from a table.</para>
/// </example>
/// <seealso cref="MoveDicomFileCommand"/>
/// <seealso cref="SetDicomTagCommand"/>
/// <seealso>about_PSDicom_Editing</seealso>
/// <seealso cref="GetDicomFileCommand"/>
/// <seealso cref="GetDicomSeriesCommand"/>
[Cmdlet(VerbsCommon.Copy, "DicomFile", DefaultParameterSetName = PathSet, SupportsShouldProcess = true, HelpUri = HelpPages.Address)]
[OutputType(typeof(DicomFileCopy), typeof(DicomFile))]
public sealed class CopyDicomFileCommand : FileCopyingCommand
{
    /// <summary>
    /// Makes hard links instead of copies, on the same disk: two names of one file, which take no space. A program that changes the file through
    /// one name changes it under both. Where it is not possible, files are copied.
    /// </summary>
    [Parameter]
    public SwitchParameter HardLink { get; set; }

    private protected override bool IsMove => false;

    private protected override bool MakesLinks => HardLink;
}
