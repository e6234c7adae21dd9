using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using PSDicom.Completion;
using PSDicom.Operations.Tags;
using PSDicom.Pipeline;
using PSDicom.Threading;

namespace PSDicom.Commands;

/// <summary>Reads elements of DICOM files, as one object per element.</summary>
/// <remarks>
/// <para>
/// Without -Tag it gives every element of a file, which prints like a dump. With -Tag it gives the named elements, and reads no more of
/// each file than it has to. A missing element gives nothing, or with -IncludeMissing an object whose Exists is False. An empty element has
/// Exists True and the Value $null.
/// </para>
/// <para>
/// Value has a type that fits the element; RawValue is the text as stored in the file. TagPath names the element, also inside sequences, in
/// the form that every -Tag takes. UIDName is the name of a UID that the standard registers. IsMalformed marks a value that is not valid
/// for its VR, such as a date that does not exist: its Value is the text of the file.
/// </para>
/// <para>
/// The module DicomTools has a command of the same name. With both loaded, PSDicom\Get-DicomTag is this one. The name alone means the
/// command of the module imported last; Get-Command Get-DicomTag -All lists both.
/// </para>
/// <para>
/// A file that cannot be read is one error, and the others are still read. Output is in the order of the input.
/// </para>
/// </remarks>
/// <example>
///   <para>Show the whole header of a file</para>
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
///   <para>Find invalid dates</para>
///   <code>Get-DicomTag .\study -Recurse -Tag *Date | Where-Object IsMalformed | Select-Object FullName, Keyword, RawValue</code>
///   <para>Missing and empty elements are not malformed.</para>
/// </example>
/// <example>
///   <para>Look inside sequences</para>
///   <code>Get-DicomTag head.dcm -Tag ReferencedSOPInstanceUID -Nested | Select-Object TagPath, Value</code>
///   <para>Gives the element at any depth.</para>
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
    /// The elements: keywords (PatientName), wildcards (Patient*), tag numbers ('0010,0010'), private tags ('(0029,xx10)'), paths into
    /// sequences ('ReferencedSeriesSequence[0].SeriesInstanceUID', [*] for every item).
    /// </summary>
    [Parameter(Position = 1)]
    [Alias("Keyword")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "All elements")]
    public string[]? Tag { get; set; }

    /// <summary>Also searches inside sequences, at any depth.</summary>
    [Parameter]
    public SwitchParameter Nested { get; set; }

    /// <summary>Gives an object, with Exists False, for each named element that a file does not have.</summary>
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
        // Texts are decoded as the file was read; another character set needs reading it again, which bytes in memory cannot be.
        if (request.File is { } file && (ParsedCharacterSet is null || file.FullName is null))
            return new FileResult(TagReader.Stream(file, _options!, cancellation, out IReadOnlyList<DicomWarning> more), more);
        IEnumerable<DicomTagValue> rows = TagReader.Stream(request.Path, _options!, cancellation, out IReadOnlyList<DicomWarning> warnings);
        return new FileResult(rows, warnings);
    }

    /// <summary>Writes rows as they are made: a file may have too many to hold in memory.</summary>
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
