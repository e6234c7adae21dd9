using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using PSDicom.Completion;
using PSDicom.Operations;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Reads elements of DICOM files, as one object an element.</summary>
/// <remarks>
/// <para>
/// Without -Tag it gives every element of a file, which prints like a dump. With -Tag it gives those that are named, and reads no further
/// into each file than it has to. An element that a file does not have gives nothing, or with -IncludeMissing an object whose Exists is
/// False. One that is there but empty has Exists True and the Value $null.
/// </para>
/// <para>
/// Value has the type that fits the element; RawValue is the text as it is in the file. TagPath names the element wherever a tag is asked
/// for, also inside sequences. UIDName is the name of a UID that the standard registers. IsMalformed tells a value that is not what the element
/// should hold, such as a date that is none: its Value is text, as in the file.
/// </para>
/// <para>
/// The module DicomTools has a command of this name too. With both loaded, PSDicom\Get-DicomTag is this one, and Get-Command Get-DicomTag
/// -All shows which the name alone is; Import-Module PSDicom last makes it this one.
/// </para>
/// <para>
/// Files that cannot be read are one error each, and the next ones are read. Results come in the order of the input.
/// </para>
/// </remarks>
/// <example>
///   <para>Show all that is in a file's header</para>
///   <code>Get-DicomTag head.dcm</code>
///   <para>Prints tag, VR, keyword and value of every element.</para>
/// </example>
/// <example>
///   <para>Two elements of many files</para>
///   <code>Get-ChildItem *.dcm | Get-DicomTag -Tag PatientID, PixelSpacing</code>
///   <para>One object for each element and file.</para>
/// </example>
/// <example>
///   <para>Find the files that lack an element</para>
///   <code>Get-DicomTag D:\archive -Recurse -Tag AccessionNumber -IncludeMissing | Where-Object Exists -eq $false | Select-Object FullName</code>
///   <para>-IncludeMissing gives an object for each file that has no such element.</para>
/// </example>
/// <example>
///   <para>Find dates that are none</para>
///   <code>Get-DicomTag .\study -Recurse -Tag *Date | Where-Object IsMalformed | Select-Object FullName, Keyword, RawValue</code>
///   <para>Missing and empty elements are not malformed.</para>
/// </example>
/// <example>
///   <para>Look inside sequences</para>
///   <code>Get-DicomTag head.dcm -Tag ReferencedSOPInstanceUID -Nested | Select-Object TagPath, Value</code>
///   <para>Gives the element wherever it is, at any depth.</para>
/// </example>
/// <seealso cref="GetDicomFileCommand"/>
/// <seealso cref="GetDicomFrameCountCommand"/>
/// <seealso>about_PSDicom</seealso>
[Cmdlet(VerbsCommon.Get, "DicomTag", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(DicomTagValue))]
public sealed class GetDicomTagCommand : FileReadingCommand
{
    private TagReadOptions? _options;

    /// <summary>
    /// The elements: keywords (PatientName), with wildcards (Patient*), numbers (0010,0010), private ones ('(0029,xx10)'), paths into
    /// sequences ('ReferencedSeriesSequence[0].SeriesInstanceUID', * for every item). All elements, if not given.
    /// </summary>
    [Parameter(Position = 1)]
    [Alias("Keyword")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "All elements")]
    public string[]? Tag { get; set; }

    /// <summary>Looks inside sequences too, at any depth.</summary>
    [Parameter]
    public SwitchParameter Nested { get; set; }

    /// <summary>Gives an object, with Exists False, for each element that is named and that a file does not have.</summary>
    [Parameter]
    public SwitchParameter IncludeMissing { get; set; }

    private protected override int InputsPerThread =>
        Tag is null ? OrderedReadAhead.LargeResultsPerThread : OrderedReadAhead.SmallResultsPerThread;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _options = new TagReadOptions
        {
            Tags = TagParameter.Parse(this, Tag),
            Nested = Nested,
            IncludeMissing = IncludeMissing,
            CharacterSet = ParsedCharacterSet,
        };
    }

    private protected override FileResult Read(FileRequest request, CancellationToken cancellation)
    {
        // Its texts are decoded as it was read; another character set takes reading it anew, which bytes in memory cannot be.
        if (request.File is { } file && (ParsedCharacterSet is null || file.FullName is null))
            return new FileResult(TagReader.Stream(file, _options!, cancellation, out IReadOnlyList<DicomWarning> more), more);
        IEnumerable<DicomTagValue> rows = TagReader.Stream(request.Path, _options!, cancellation, out IReadOnlyList<DicomWarning> warnings);
        return new FileResult(rows, warnings);
    }

    /// <summary>Writes the rows as they are made: a file may have more of them than memory should be taken for.</summary>
    private protected override void WriteResult(FileRequest request, FileResult result)
    {
        WriteWarnings(request, result.Warnings);
        using IEnumerator<DicomTagValue> rows = ((IEnumerable<DicomTagValue>)result.Output).GetEnumerator();
        while (TryNext(request, rows)) WriteObject(rows.Current);
    }

    private bool TryNext(FileRequest request, IEnumerator<DicomTagValue> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (DicomException exception)
        {
            WriteFailure(request, exception);
            return false;
        }
    }
}
