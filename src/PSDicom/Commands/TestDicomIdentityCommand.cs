using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using PSDicom.Deidentification;
using PSDicom.Operations.Protection;
using PSDicom.Pipeline;
using PSDicom.Threading;

namespace PSDicom.Commands;

/// <summary>Searches de-identified files for the identity of their sources: whether names, identifiers, dates or other values are left.</summary>
/// <remarks>
/// <para>
/// The values of the sources are those of attributes that table E.1-1 of PS3.15 protects, and of names, dates, unique identifiers and text that it
/// does not list and that are not technical, at every depth. They are looked for as whole words of four letters or digits or more, also each
/// component of a name, in any case: in all elements, also private and unknown ones, in the file meta information, before, between and after the
/// elements, in the names of the files and of the folders that they are in. Text is read in the character sets of both files, in UTF-8 and in UTF-16;
/// dates are found in usual forms too. Pixel data are not searched. A file that is not DICOM, such as a table beside the copies, is searched as a whole.
/// </para>
/// <para>
/// Terms of the standard in coded values are no finding, even if a patient is called so, nor are short numbers in numeric values, nor a description
/// that the source has also in an attribute that stays.
/// </para>
/// <para>
/// Each file is searched for the values of all references at once, so that two folders can be compared in a time that grows with their sizes only.
/// Copies that Protect-DicomFile gives are compared each with its source. With -Retain, -Clean and -AllowUnlisted as for Protect-DicomFile, what the
/// copies may have is no finding.
/// </para>
/// <para>The result is one object for each file; Found has what was found and where, never the value itself. See about_PSDicom_Deidentification.</para>
/// </remarks>
/// <example>
///   <para>Is anything left?</para>
///   <code>Test-DicomIdentity .\study -Reference head.dcm -Recurse | Where-Object Clean -eq $false</code>
///   <para>All files of the folder are searched for all values of the source.</para>
/// </example>
/// <example>
///   <para>Check each copy as it is made</para>
///   <code>Protect-DicomFile head.dcm -Destination protected -AllowBurnedIn | Test-DicomIdentity</code>
///   <para>The copy is compared with its own source.</para>
/// </example>
/// <example>
///   <para>What was found where?</para>
///   <code>(Test-DicomIdentity head.dcm -Reference head.dcm).Found | Format-Table Kind, ReferenceTag, TagPath</code>
///   <para>A file has all values of its own.</para>
/// </example>
/// <example>
///   <para>Copies with dates that were moved</para>
///   <code>Test-DicomIdentity .\study -Reference head.dcm -Recurse -Retain ModifiedDates, PatientCharacteristics -Clean Descriptors -Quiet</code>
///   <para>Gives $true or $false for each file. What these options keep is no finding.</para>
/// </example>
/// <seealso cref="ProtectDicomFileCommand"/>
/// <seealso cref="TestDicomFileCommand"/>
/// <seealso>about_PSDicom_Deidentification</seealso>
[Cmdlet(VerbsDiagnostic.Test, "DicomIdentity", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(IdentityTestResult))]
[OutputType(typeof(bool))]
public sealed class TestDicomIdentityCommand : FileReadingCommand
{
    private IdentityTestOptions? _options;
    private IdentityTester? _tester;

    /// <summary>
    /// The sources: files, with -Recurse also folders. Wildcards are allowed. A table (.csv) of identifiers with the column PatientID or id_old, such
    /// as those of Protect-DicomFile -SaveMap, is a source too. From the pipeline, it is the source of that file only.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Source")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Reference { get; set; }

    /// <summary>What the files may retain, as for Protect-DicomFile.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "Nothing")]
    public Retention[]? Retain { get; set; }

    /// <summary>What the files may have after cleaning, as for Protect-DicomFile. Words of the identity are still found there.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "Nothing")]
    public Cleaning[]? Clean { get; set; }

    /// <summary>The files may have text that the table of the standard does not list, as with -KeepUnlisted of Protect-DicomFile.</summary>
    [Parameter]
    public SwitchParameter AllowUnlisted { get; set; }

    /// <summary>Gives only $true or $false for each file: whether nothing was found.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override int InputsPerThread => OrderedReadAhead.LargeResultsPerThread;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _options = new IdentityTestOptions
        {
            Retained = (Retain ?? []).Aggregate(Retention.None, (all, what) => all | what),
            Cleaned = (Clean ?? []).Aggregate(Cleaning.None, (all, what) => all | what),
            AllowsUnlisted = AllowUnlisted,
            CharacterSet = ParsedCharacterSet,
        };

        // Now they are not from the pipeline.
        if (Reference is not null) UnlessStopped(() => _tester = ReadReferences(Reference));
    }

    private protected override IEnumerable<FileRequest> Requests()
    {
        if (_tester is not null) return base.Requests();
        if (Reference is not { Length: 1 })
            return [new FileRequest(ErrorRecords.ForCall(new ArgumentException("A file from the pipeline has one source. Name the references of all files with -Reference.")))];
        string source = ResolveTarget(Reference[0]);
        return base.Requests().Select(request => new FileRequest(request, source));
    }

    private protected override FileResult Read(FileRequest request, CancellationToken cancellation)
    {
        if (request.File is { FullName: null })
            throw new DicomException(DicomErrorReason.ValueNotAvailable, "A file that was given as bytes cannot be searched: save it first.");
        string path = request.File?.FullName ?? request.Path;
        IdentityTestResult result = request.Reference is { } reference
            ? IdentityTester.Test(reference, path, _options!, cancellation)
            : _tester!.Test(path, request.Root, cancellation);
        return new FileResult(Quiet ? result.Clean : result);
    }

    private IdentityTester ReadReferences(string[] paths)
    {
        var tester = new IdentityTester(_options!);
        using var ahead = new OrderedReadAhead<FileRequest, bool>(
            (request, stop) =>
            {
                if (request.Error is null && request.Skipped is null) tester.Add(request.Path, stop);
                return true;
            },
            ThrottleLimit,
            OrderedReadAhead.LargeResultsPerThread,
            StopToken);
        ahead.Run(Resolve(paths), result =>
        {
            if (result.Input.Error is { } error) WriteError(error);
            else if (result.Input.Skipped is { } skipped) WriteSkipped(skipped);
            else if (result.Error is { } failure) WriteFailure(result.Input, failure);
            return true;
        });
        if (tester.ReferenceCount == 0)
            ThrowTerminatingError(ErrorRecords.ForCall(new ArgumentException("No reference could be read, so that there is nothing to look for. Name DICOM files, or folders with -Recurse.")));
        return tester;
    }
}
