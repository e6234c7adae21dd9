using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security;
using PSDicom.Completion;
using PSDicom.Deidentification;
using PSDicom.Operations.Protection;
using PSDicom.Operations.Targets;
using PSDicom.Pipeline;
using PSDicom.Text;
using PSDicom.Threading;

namespace PSDicom.Commands;

/// <summary>Writes de-identified copies of DICOM files, by the Basic Application Level Confidentiality Profile of PS3.15 Annex E.</summary>
/// <remarks>
/// <para>
/// Every element is treated as table E.1-1 of the standard says, at every depth, also in private sequences. What the table does not list is treated
/// by its value representation: names are emptied, dates and unique identifiers follow the options, text that is not technical is removed and
/// reported. Private elements are removed, the file meta information is made anew. The files themselves stay as they are, and copies never lie in a
/// folder that is searched.
/// </para>
/// <para>
/// Unique identifiers, pseudonyms and date shifts are computed from the old values and a secret key, so that files of a study, and references
/// between files, fit together in every run with the same key. Without a key a random one is used, and the result says so: IsReproducible is False.
/// </para>
/// <para>
/// Files that the chosen options cannot make free of identities are errors, each kind with an id of its own: structured reports, presentation states,
/// documents, objects of vendors, and images that may have text in their pixels, such as ultrasound and secondary captures. Faces in scans of the head
/// are not removed.
/// </para>
/// <para>
/// -Clean PixelData makes pixels black in all frames: outside of the regions that an ultrasound image declares, in the rectangles of -Region, and
/// where known devices write text. All other pixels keep their values; the copy has the transfer syntax of the file, or the lossless one of its
/// family. An image at risk that none of these covers is still an error. Nothing looks at the pixels for text: -Review lists the images, and
/// -ContactSheet shows them, to look at before.
/// </para>
/// <para>The result is one object for each copy, with the numbers of elements by what happened to them. See about_PSDicom_Deidentification.</para>
/// </remarks>
/// <example>
///   <para>De-identify a study</para>
///   <code>Protect-DicomFile .\study -Recurse -Destination protected -Clean StructuredContent -AllowBurnedIn</code>
///   <para>The copies are named by their new identifiers. Without a key, no other run gives the same ones.</para>
/// </example>
/// <example>
///   <para>The same pseudonyms in every run</para>
///   <code>Protect-DicomFile head.dcm -Destination protected -Key (ConvertTo-SecureString 'the long secret of a project' -AsPlainText -Force) -AllowBurnedIn</code>
///   <para>A scheduled script rather reads the key from a file that only its account may read, with -KeyPath.</para>
/// </example>
/// <example>
///   <para>Keep intervals and what research needs</para>
///   <code>Protect-DicomFile head.dcm -Destination protected -Retain ModifiedDates, PatientCharacteristics -Clean Descriptors -AllowBurnedIn</code>
///   <para>All dates of a patient move by the same number of days. Descriptions stay, without the names and numbers of the patient.</para>
/// </example>
/// <example>
///   <para>Names of one's own</para>
///   <code>Protect-DicomFile head.dcm -Destination protected -NameTemplate '{PatientID}/{SeriesInstanceUID}/{InstanceNumber:D4}' -AllowBurnedIn</code>
///   <para>The template has the new values: PatientID is the pseudonym. The name and the folder of the file cannot be used.</para>
/// </example>
/// <example>
///   <para>Look at the images that may have text in their pixels, before anything is written</para>
///   <code>Protect-DicomFile .\study -Recurse -Review -Clean PixelData -ContactSheet review.html | Format-List FullName, Risk, Result, BlackedBy</code>
///   <para>The page shows the first frame of each with what would become black. It may name patients: keep it like the files.</para>
/// </example>
/// <example>
///   <para>Make the top of screens black</para>
///   <code>Protect-DicomFile head.dcm -Destination protected -Clean PixelData -Region '0,0,64,8', '0,56,64,8'</code>
///   <para>The rectangles become black in every image that is given, whether it is at risk or not.</para>
/// </example>
/// <example>
///   <para>See what would be refused</para>
///   <code>Protect-DicomFile .\study -Recurse -Destination protected -WhatIf -ErrorAction SilentlyContinue -ErrorVariable refused; $refused.TargetObject</code>
///   <para>Writes nothing, and lists the files that would be errors; $refused has the reasons.</para>
/// </example>
/// <seealso cref="SetDicomTagCommand"/>
/// <seealso cref="GetDicomTagCommand"/>
/// <seealso>about_PSDicom_Deidentification</seealso>
[Cmdlet(VerbsSecurity.Protect, "DicomFile", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address, SupportsShouldProcess = true)]
[OutputType(typeof(ProtectedFile), typeof(ReviewedImage), typeof(DicomFile))]
public sealed partial class ProtectDicomFileCommand : DicomWritingCommand<ProtectionTarget, ProtectedFile>
{
    private OrderedReadAhead<FileRequest, ImageReview?>? _review;
    private readonly ProtectionFiles _run = new();

    /// <summary>
    /// The folder for the copies, created if it does not exist. It is outside of the folders that are searched. Only -Review needs none.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None; needed unless -Review is used")]
    public string? Destination { get; set; }

    /// <summary>
    /// The names of the copies, with fields of their new values: '{PatientID}/{Modality}/{SOPInstanceUID}'. Neither the name nor the folder of the
    /// file can be used, as they may name the patient.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameTemplateCompleter))]
    [PSDefaultValue(Help = "{StudyInstanceUID}/{SeriesInstanceUID}/{SOPInstanceUID}")]
    public string? NameTemplate { get; set; }

    /// <summary>
    /// What stays, by the options of the standard: FullDates or ModifiedDates (moved by whole days, 1 to 3650, the same for a patient; times of day
    /// stay), Uids, PatientCharacteristics (ages above 89 become 90 years), DeviceIdentity, InstitutionIdentity, SafePrivate (private elements that
    /// the standard or the file declares safe).
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "Nothing")]
    public Retention[]? Retain { get; set; }

    /// <summary>
    /// What stays after cleaning: Descriptors (descriptions without the words of the patient's identity, dates, long numbers and addresses),
    /// Graphics (presentation states without their text), StructuredContent (structured reports without text and names), PixelData (images that may
    /// have text in their pixels, with black where it is known to be).
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "Nothing")]
    public Cleaning[]? Clean { get; set; }

    /// <summary>
    /// Rectangles that become black, each as 'x,y,width,height', with column and row counted from 0 at the top left. They are for every image of the
    /// call; what lies outside of an image has no effect. Needs -Clean PixelData.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    public string[]? Region { get; set; }

    /// <summary>
    /// A CSV file of further devices and where they write text, with the columns Name, Modality, Manufacturer, Model, Rows, Columns, Other (such as
    /// SeriesDescription=Dose;SoftwareVersions=3.1) and Boxes ("0,0,640,40 0,440,640,40"). What is empty does not count; texts are parts of the
    /// attribute's value. Needs -Clean PixelData.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None; about 100 are known")]
    public string? RegionTable { get; set; }

    /// <summary>The secret key, 16 characters or more. The same key gives the same copies in every run and on every machine.</summary>
    [Parameter]
    [ValidateNotNull]
    [PSDefaultValue(Help = "A random one")]
    public SecureString? Key { get; set; }

    /// <summary>A file with the secret key, 16 bytes or more; line ends after it do not count.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "A random key")]
    public string? KeyPath { get; set; }

    /// <summary>A CSV file of the new patient IDs, with the columns PatientID and NewPatientID. A patient that it does not have is an error.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "IDs are computed with the key")]
    public string? PatientMap { get; set; }

    /// <summary>
    /// A folder for the tables patients.csv and uids.csv, which lead from the new values back to the old ones, outside of the destination. Only their
    /// owner may read them. Keep them secret: who has them knows the patients.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    public string? SaveMap { get; set; }

    /// <summary>
    /// A CSV file for the record of the run, which has nothing of the sources: each copy with what happened to its elements, and each file that was
    /// refused with the reason.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    public string? Report { get; set; }

    /// <summary>Keeps text that the table of the standard does not list, unless it has words of the patient's identity; without it, it is removed.</summary>
    [Parameter]
    public SwitchParameter KeepUnlisted { get; set; }

    /// <summary>
    /// Elements to keep wherever they are: keywords, tags, wildcards, private tags with their creator ('ACME|(0029,xx10)'). If the profile protects
    /// one of them, the copy does not say that the patient's identity has been removed.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "None")]
    public string[]? KeepTag { get; set; }

    /// <summary>Elements to remove wherever they are.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "None")]
    public string[]? RemoveTag { get; set; }

    /// <summary>Elements to set to the same value in all copies, outside of sequences: @{ ClinicalTrialProtocolID = 'T-12' }.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2227", Justification = "PowerShell sets parameters.")]
    public IDictionary? SetTag { get; set; }

    /// <summary>
    /// A file with the policy of a site, which the parameters add to: a PowerShell data file (.psd1) with the keys Retain, Clean, Region, KeepTag,
    /// RemoveTag, SetTag, KeepUnlisted and AllowBurnedIn, or a CSV file with the columns Rule, Name and Value.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    public string? RuleFile { get; set; }

    /// <summary>Copies images that may have text in their pixels, and are not cleaned, as they are, with a warning; without it they are errors.</summary>
    [Parameter]
    public SwitchParameter AllowBurnedIn { get; set; }

    /// <summary>
    /// Writes no DICOM files, but lists the images that may have text in their pixels, or whose pixels would become black: why, which rectangles, by
    /// which rule, and whether the file would be cleaned, copied or refused.
    /// </summary>
    [Parameter]
    public SwitchParameter Review { get; set; }

    /// <summary>
    /// With -Review, an HTML page with a picture of each image and the rectangles drawn. Only its owner may read it, as the pictures may name patients.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    public string? ContactSheet { get; set; }

    /// <summary>Replaces existing files in the destination; never an input file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsFull => _review?.IsFull ?? base.IsFull;

    private protected override bool HasMore => _review is { } review ? review.Count > 0 : base.HasMore;

    private protected override void CreateWriter(Func<FileRequest, ProtectionTarget, bool> approve, bool isRehearsal)
    {
        if (Review == (Destination is not null))
            throw new ArgumentException(Review ? "-Review writes no copies: leave out -Destination." : "Say where the copies go, with -Destination; or use -Review to see which images may have text in their pixels.");
        if (ContactSheet is not null && !Review) throw new ArgumentException("-ContactSheet is for -Review.");
        if (Review && (Report ?? SaveMap) is not null) throw new ArgumentException("-Review writes no copies, and so neither -Report nor -SaveMap: leave them out, and pipe what it lists to a file.");
        if (Review) StartReview();
        else base.CreateWriter(approve, isRehearsal);
        foreach (string path in new[] { KeyPath, PatientMap, RuleFile, RegionTable }.OfType<string>()) _run.Protect(ResolveTarget(path));
        CheckRun();
    }

    private protected override DicomFileQueue<FileRequest, ProtectionTarget, ProtectedFile> CreateQueue(
        Func<FileRequest, ProtectionTarget, bool> approve, bool isRehearsal)
    {
        if (Key is not null && KeyPath is not null) throw new ArgumentException("There is one key: use only one of -Key and -KeyPath.");
        if (SkipExisting && Key is null && KeyPath is null) throw new ArgumentException("-SkipExisting needs a key: without one, no run gives the names of another.");
        ProtectionPolicy policy = ReadPolicy();
        Crosswalk? crosswalk = SaveMap is null || isRehearsal ? null : this.ParseOrTerminate(SaveMap, () => new Crosswalk(ResolveTarget(SaveMap), Force));
        crosswalk?.RequireOutside(ResolveTarget(Destination!));
        ProtectionReport? report = Report is null || isRehearsal ? null : this.ParseOrTerminate(Report, () => new ProtectionReport(ResolveTarget(Report), Force));
        byte[]? key = Key is not null ? SecretText.BytesOf(Key) : KeyPath is not null ? Read(KeyPath, KeyFile.Read) : null;
        var options = new FileProtectionOptions
        {
            Destination = ResolveTarget(Destination!),
            Names = NameTemplate is null ? null : this.ParseOrTerminate(NameTemplate, () => Operations.Targets.NameTemplate.Parse(NameTemplate)),
            Rules = policy.ToRules(key, ReadPatients(), crosswalk),
            Report = report,
            Force = Force,
            SkipExisting = SkipExisting,
            CharacterSet = ParsedCharacterSet,
        };
        var queue = new FileProtectionQueue<FileRequest>(options, ThrottleLimit, StopToken) { Approve = approve, ChecksUnapproved = isRehearsal };

        // From now on they are saved at the end, also after an interruption.
        _run.Crosswalk = crosswalk;
        _run.Report = report;
        return queue;
    }

    private void StartReview()
    {
        ProtectionRules rules = ReadPolicy().ToRules(null, ReadPatients(), null);
        if (ContactSheet is not null)
        {
            string path = ResolveTarget(ContactSheet);
            if (ShouldProcess(PlainText.Of(path), "Write the contact sheet")) _run.Sheet = this.ParseOrTerminate(path, () => new ContactSheet(path, Force));
        }

        bool makesPictures = _run.Sheet is not null;
        _review = new OrderedReadAhead<FileRequest, ImageReview?>(
            (request, stop) => request.Error is null ? ImageReview.Read(SourceOf(request), rules, ParsedCharacterSet, makesPictures, stop) : null, ThrottleLimit, StopToken);
    }

    private protected override void Announce(IReadOnlyList<FileRequest> requests)
    {
        if (_review is null) base.Announce(requests);
        foreach (FileRequest request in requests) ProtectFromRun(request);
        CheckRun();
    }

    /// <summary>Terminates the call if a file of the whole run would replace one that it must not replace.</summary>
    private void CheckRun() => this.ParseOrTerminate(Report ?? SaveMap ?? ContactSheet, () =>
    {
        _run.Check();
        return true;
    });

    private void ProtectFromRun(FileRequest request)
    {
        if (request.Error is null && request.Skipped is null && request.Origin != FileOrigin.Found) _run.Protect(request.Path);
    }

    private protected override void Add(FileRequest request)
    {
        ProtectFromRun(request);
        if (_review is null) base.Add(request);
        else _review.Add(request);
    }

    private protected override void WriteNext()
    {
        if (_review is null) base.WriteNext();
        else Write(_review.Take());
    }

    private protected override bool TryWriteNext()
    {
        if (_review is null) return base.TryWriteNext();
        if (!_review.TryTake(out ReadAheadResult<FileRequest, ImageReview?> result)) return false;
        Write(result);
        return true;
    }

    private void Write(ReadAheadResult<FileRequest, ImageReview?> result)
    {
        FileRequest request = result.Input;
        if (request.Error is not null) WriteError(request.Error);
        else if (result.Error is not null) WriteFailure(request, result.Error);
        else if (result.Result is { } review) Write(review);
        Progress.Add(request.Path);
    }

    private void Write(ImageReview review)
    {
        _run.Sheet?.Add(review);
        WriteObject(review.Image);
    }

    private static string SourceOf(FileRequest request) => request.File is not { } file ? request.Path
        : file.FullName ?? throw new DicomException(DicomErrorReason.ValueNotAvailable, "A file that was given as bytes has no path: save it first.");

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        SaveCrosswalk();
        SaveSheet();
        SaveReport();
    }

    private protected override string Describe(string source, ProtectionTarget? target) => $"de-identify '{source}'";

    private protected override string PathOf(ProtectedFile result) => result.FullName;

    private protected override IReadOnlyList<DicomWarning> WarningsOf(ProtectedFile result) => result.GetWarnings();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _review?.Dispose();
            _run.Sheet?.Dispose();
        }

        base.Dispose(disposing);
        if (disposing) _run.SaveTables();
    }

    private void SaveReport()
    {
        if (_run.Report is not { } report) return;
        _run.Report = null;
        Save(Report!, report.Save);
    }

    private void SaveCrosswalk()
    {
        if (_run.Crosswalk is not { } crosswalk) return;
        _run.Crosswalk = null;
        Save(SaveMap!, () =>
        {
            crosswalk.Save();
            WriteWarningOfComputer("The tables of -SaveMap lead back to the patients: keep them secret.");
        });
    }

    private void SaveSheet()
    {
        if (_run.Sheet is { } sheet) Save(sheet.FullName, sheet.Save);
    }

    private void Save(string path, Action save)
    {
        try
        {
            save();
        }
        catch (Exception exception) when (exception is DicomException or IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.ForFile(exception, path));
        }
    }
}
