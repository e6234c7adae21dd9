using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using PSDicom.Completion;
using PSDicom.Editing;
using PSDicom.Operations.Rewriting;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Sets elements of DICOM files, in the files themselves or in copies.</summary>
/// <remarks>
/// <para>
/// What is not named stays identical to the byte: pixel data, private elements, padding, odd encodings. Only lengths that enclose a change
/// follow it, and the file meta information, which names this module as the last writer and repeats a changed SOP Instance UID.
/// </para>
/// <para>
/// Values are checked before anything is written: value representation, number of values, length, characters, dates, unique identifiers. A
/// file whose value is wrong is one error and stays as it is. Text is written in the character set of the file; if that does not have the
/// characters, -EncodeAs 'ISO_IR 192' changes the file to UTF-8.
/// </para>
/// <para>
/// A missing element is added; a missing item is added only if its number is named and is the next one. Private elements are named with
/// their creator, 'ACME|(0029,xx10)', whose block is reserved if it is missing. A DICOMDIR is never changed.
/// </para>
/// <para>
/// The result is one object for each file, with the changed elements, their old and their new values. A file that already has the values is
/// not written, and its IsChanged is False. See about_PSDicom_Editing.
/// </para>
/// </remarks>
/// <example>
///   <para>Correct a patient's ID</para>
///   <code>Set-DicomTag head.dcm -Tag PatientID -Value 4711 -InPlace</code>
///   <para>Changes the file itself. With -Backup the old file is kept as head.dcm.~bak.</para>
/// </example>
/// <example>
///   <para>Several elements, also in sequences, in copies</para>
///   <code>Set-DicomTag .\study -Recurse -Property @{ PatientName = 'Doe^Jane'; 'RequestAttributesSequence[*].RequestedProcedureID' = '' } -Destination corrected</code>
///   <para>An empty value empties the element; [*] is every item. The files in .\study stay as they are.</para>
/// </example>
/// <example>
///   <para>Values that depend on the file</para>
///   <code>Set-DicomTag .\study -Recurse -Tag StudyDescription -Value { "$($_.Modality) $($_.StudyDate.Year)" } -Destination described</code>
///   <para>The script block gets each file as $_, as Get-DicomFile gives it.</para>
/// </example>
/// <example>
///   <para>New unique identifiers for a copy of a study</para>
///   <code>Set-DicomTag .\study -Recurse -NewUid Study, Series, Instance -Destination copy</code>
///   <para>The same identifier becomes the same new one in all files of the call, and in their references to each other.</para>
/// </example>
/// <example>
///   <para>Preview what would be changed</para>
///   <code>Set-DicomTag .\study -Recurse -Tag InstitutionName -Value 'General Hospital' -InPlace -WhatIf</code>
///   <para>Writes nothing, and reports files that could not be changed.</para>
/// </example>
/// <seealso cref="RemoveDicomTagCommand"/>
/// <seealso cref="GetDicomTagCommand"/>
/// <seealso>about_PSDicom_Editing</seealso>
[Cmdlet(VerbsCommon.Set, "DicomTag", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address, SupportsShouldProcess = true)]
[OutputType(typeof(DicomChange), typeof(DicomFile))]
public sealed class SetDicomTagCommand : FileRewritingCommand, ITagSettingParameters
{
    private readonly TagSetting<SetDicomTagCommand> _setting;

    /// <summary>Creates the cmdlet.</summary>
    public SetDicomTagCommand() => _setting = new TagSetting<SetDicomTagCommand>(this);

    /// <summary>
    /// The elements to set to -Value: keywords (PatientID), tag numbers ('0010,0020'), private tags with their creator ('ACME|(0029,xx10)'),
    /// paths into sequences ('RequestAttributesSequence[0].ScheduledProcedureStepID', [*] for every item), one of several values
    /// ('ImageType[2]', from 0). A wildcard (*Date) sets those that exist.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "None")]
    public string[]? Tag { get; set; }

    /// <summary>
    /// The value: text, a number, a date, a time span, bytes, or an array for several values; a hashtable, or an array of them, for items of
    /// a sequence. In text, a backslash separates values. $null or '' empties the element. A script block computes it for each file, which it
    /// gets as $_.
    /// </summary>
    [Parameter(Position = 2)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Value { get; set; }

    /// <summary>Several elements with their values: @{ PatientID = '4711'; PatientName = 'Doe^Jane' }.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2227", Justification = "PowerShell sets parameters.")]
    public IDictionary? Property { get; set; }

    /// <summary>
    /// A table of values, a CSV file. The row of a file is the one whose column -MapKey has the file's value; the other columns are named by
    /// the elements they set, and New before the key sets the key itself: a table with the columns PatientID and NewPatientID corrects IDs.
    /// Empty fields set nothing.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    public string? Map { get; set; }

    /// <summary>The element, and the column of -Map, that finds the row of a file.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "PatientID")]
    public string MapKey { get; set; } = "PatientID";

    /// <summary>Skips files for which -Map has no row; without it they are errors.</summary>
    [Parameter]
    public SwitchParameter SkipUnmapped { get; set; }

    /// <summary>
    /// Replaces unique identifiers by new ones: of studies, series and instances (images). The same identifier becomes the same new one
    /// everywhere in a call, also in references. References to files outside of the call change too.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    public UidKinds[]? NewUid { get; set; }

    /// <summary>Also sets the elements wherever they are in sequences, at any depth.</summary>
    [Parameter]
    public SwitchParameter Nested { get; set; }

    /// <summary>Sets elements only where they exist.</summary>
    [Parameter]
    public SwitchParameter IfExists { get; set; }

    /// <summary>Sets elements only where they are missing.</summary>
    [Parameter]
    public SwitchParameter IfMissing { get; set; }

    /// <summary>The value representation, such as LO, of elements that are in no dictionary.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "That of the file or the dictionary")]
    public string? VR { get; set; }

    /// <summary>
    /// The character set of all text in the changed files, such as 'ISO_IR 192' for UTF-8. Text that cannot be read or written in it without
    /// a guess is an error.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CharacterSetCompleter))]
    [PSDefaultValue(Help = "That of the file")]
    public string? EncodeAs { get; set; }

    /// <summary>Writes values that do not conform to the standard, such as one that is too long.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>
    /// Adds file meta information, with preamble and prefix, to files that have none. Its transfer syntax is the encoding that the file has; a file
    /// with compressed pixel data is an error, because it does not say how it is compressed.
    /// </summary>
    [Parameter]
    public SwitchParameter AddFileMeta { get; set; }

    /// <summary>
    /// Keeps the length of the file and the place of every byte: shorter text is padded with blanks, which mean nothing at its end, and the name of
    /// the software that wrote the file stays. A value that is longer than the old one, or cannot be padded, and an element that is missing are errors.
    /// A large file on a share is then copied by the server.
    /// </summary>
    [Parameter]
    public SwitchParameter KeepLength { get; set; }

    private protected override EditOptions ReadEdit() =>
        _setting.Complete(base.ReadEdit()) with { SkipsValidation = SkipValidation, AddsFileMeta = AddFileMeta, KeepsLength = KeepLength };

    private protected override FileChanges ReadChanges(EditOptions edit) => _setting.IsAsked || AddFileMeta
        ? _setting.Read(edit, VR)
        : throw new ArgumentException("Say what to set: -Tag with -Value, -Property, -Map, -NewUid, -EncodeAs or -AddFileMeta.");

    private protected override string DescribeChanges(RewriteTarget? target) =>
        "set " + ElementNames.Of([.. target?.Changes.Count > 0 ? target.Changes.Select(change => change.Path) : Changes.Paths, .. _setting.FurtherNames(), .. AddFileMeta ? ["file meta information"] : (string[])[]]);
}
