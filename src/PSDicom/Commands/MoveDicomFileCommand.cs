using System.Management.Automation;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Moves DICOM files, into folders by patient, study and series if wanted, with other values if wanted.</summary>
/// <remarks>
/// <para>
/// The output is one object per file: Source, FullName, Status and Length. Status is Moved; AlreadyThere if a file with the same bytes was already
/// there, where the source stays; or Copied, with a warning, if the source must stay. An existing file with other bytes is an error that names both
/// files, unless -Force is given. So are two files of one call with the same name and different bytes.
/// </para>
/// <para>
/// On the same disk or share, files are renamed. Otherwise each is copied, written to the disk, compared byte by byte, and only then deleted. At no
/// time is a file incomplete in both places, and the same call continues an interrupted one.
/// </para>
/// <para>
/// -Tag with -Value, -Property, -Map, -NewUid and -EncodeAs change the files on their way, as in Set-DicomTag. Each is then written anew, flushed to the
/// disk, and compared with what was intended, before the source is deleted. A source that cannot be changed so is an error, and stays. Names are made
/// of the new values. A file that already has the values is moved as it is. Without these parameters, bytes are never changed.
/// </para>
/// <para>
/// A DICOMDIR, and files that a DICOMDIR in their folder or above it lists, are copied and not moved: the disk would no longer be readable without
/// them. So are links to files. Without -NameTemplate, files keep their names. Files found with -Recurse also keep their folders below the searched
/// one. Empty folders stay.
/// </para>
/// <para>
/// PowerShell asks before each file. Use -WhatIf to see what would be moved, and -Confirm:$false to move without questions.
/// </para>
/// </remarks>
/// <example>
///   <para>A dump, sorted into folders</para>
///   <code>Move-DicomFile D:\dump -Recurse -Destination sorted -NameTemplate '{PatientID}/{StudyInstanceUID}/{SeriesNumber:0000}/{SOPInstanceUID}' -Confirm:$false</code>
///   <para>Moves each file into a folder of its series, in that of its study, in that of its patient.</para>
/// </example>
/// <example>
///   <para>What a call would do</para>
///   <code>Move-DicomFile D:\dump -Recurse -Destination sorted -NameTemplate '{PatientID}/{SOPInstanceUID}' -WhatIf</code>
///   <para>Nothing is moved, but errors are reported.</para>
/// </example>
/// <example>
///   <para>The files that were already there</para>
///   <code>Move-DicomFile D:\dump -Recurse -Destination sorted -NameTemplate '{SOPInstanceUID}' -Confirm:$false | Where-Object Status -eq AlreadyThere | ForEach-Object Source</code>
///   <para>Lists the sources that stay because their bytes are in the destination.</para>
/// </example>
/// <example>
///   <para>A dump with a corrected ID, moved by it</para>
///   <code>Move-DicomFile D:\dump -Recurse -Destination sorted -NameTemplate '{PatientID}/{SOPInstanceUID}' -Tag PatientID -Value 4711 -Confirm:$false</code>
///   <para>Writes each file with the new ID, verifies it, and deletes the source.</para>
/// </example>
/// <seealso cref="CopyDicomFileCommand"/>
/// <seealso cref="SetDicomTagCommand"/>
/// <seealso>about_PSDicom_Editing</seealso>
/// <seealso cref="GetDicomFileCommand"/>
[Cmdlet(VerbsCommon.Move, "DicomFile", DefaultParameterSetName = PathSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, HelpUri = HelpPages.Address)]
[OutputType(typeof(DicomFileCopy), typeof(DicomFile))]
public sealed class MoveDicomFileCommand : FileCopyingCommand
{
    private protected override bool IsMove => true;
}
