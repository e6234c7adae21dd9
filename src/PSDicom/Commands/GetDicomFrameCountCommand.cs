using System.Management.Automation;
using System.Threading;
using PSDicom.Frames;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Counts the frames of DICOM files, and gives their size and kind.</summary>
/// <remarks>
/// <para>
/// A frame is one image of a file; ultrasound clips and newer CT and MR files have many. Every file with pixel data is counted, even when
/// the header has no number of frames, has 0, or contradicts the data. Source says how: Declared (by the header), Counted (in the pixel
/// data) or Single (the header has no number, and the data hold one frame). A file without pixel data, such as a report, has 0 frames,
/// which is not an error.
/// </para>
/// <para>
/// Pixel data are not read; only if fragments must be counted, their headers are.
/// </para>
/// </remarks>
/// <example>
///   <para>Which files hold more than one image?</para>
///   <code>Get-ChildItem D:\us -Recurse | Get-DicomFrameCount | Where-Object FrameCount -gt 1</code>
///   <para>Prints the number of frames, their size and kind, and the path.</para>
/// </example>
/// <example>
///   <para>Add up the frames of an archive</para>
///   <code>Get-DicomFrameCount D:\archive -Recurse | Measure-Object FrameCount -Sum</code>
///   <para>With -Recurse, files that are not DICOM are skipped.</para>
/// </example>
/// <example>
///   <para>Find the files whose header is wrong about its frames</para>
///   <code>Get-DicomFrameCount .\study -Recurse | Where-Object Warning | Select-Object FullName, NumberOfFrames, FrameCount, Warning</code>
///   <para>NumberOfFrames is the number in the header, FrameCount the actual one.</para>
/// </example>
/// <seealso cref="GetDicomFileCommand"/>
/// <seealso cref="GetDicomTagCommand"/>
/// <seealso>about_PSDicom</seealso>
[Cmdlet(VerbsCommon.Get, "DicomFrameCount", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(DicomFrameCount))]
public sealed class GetDicomFrameCountCommand : FileReadingCommand
{
    private protected override FileResult Read(FileRequest request, CancellationToken cancellation)
    {
        DicomFrameCount count = request.File is not null
            ? FrameCounter.Count(request.File, cancellation)
            : FrameCounter.Count(request.Path, ParsedCharacterSet, cancellation);
        return new FileResult(count, count.Warning is null ? [] : [new DicomWarning(count.Warning)]);
    }
}
