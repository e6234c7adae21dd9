using System;
using System.Collections.Generic;
using System.Management.Automation;
using PSDicom.Completion;
using PSDicom.Operations.Conversion;
using PSDicom.Operations.Targets;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Converts DICOM files to another transfer syntax: compresses, decompresses, or encodes them in another way.</summary>
/// <remarks>
/// <para>
/// Lossless conversions keep the pixels, the SOP Instance UID and every element: only what the transfer syntax itself demands changes. Each
/// compressed frame is decoded again and compared before the file gets its name. Frames that are legal as they are, are not encoded again.
/// </para>
/// <para>
/// Lossy conversions (JpegLsNearLossless, Jpeg, Jpeg12Bit, Jpeg2000, HTJ2K) make another image: it gets a new SOP Instance UID, computed from the
/// old one and the options, a reference to the old one, and what the standard demands of derived images. They are refused for images that were
/// compressed with loss before, and for values that are no intensities, such as segmentations, doses and palettes.
/// </para>
/// <para>
/// Damaged frames, and pixels that a transfer syntax does not allow, are errors; the file stays as it is. Files without pixels stay as they are
/// when a compression is asked for. The result is one object for each file, with both sizes. See about_PSDicom_Conversion.
/// </para>
/// </remarks>
/// <example>
///   <para>Decompress files for a program that cannot</para>
///   <code>Convert-DicomFile .\study -Recurse -TransferSyntax Native -Destination plain</code>
///   <para>Explicit VR Little Endian, not compressed.</para>
/// </example>
/// <example>
///   <para>Compress an archive without loss, as far as it becomes smaller</para>
///   <code>Convert-DicomFile .\study -Recurse -TransferSyntax JpegLsLossless -IfSmaller -InPlace</code>
///   <para>At any moment there is the old file or the new one.</para>
/// </example>
/// <example>
///   <para>Compare the sizes of two compressions, without keeping the files</para>
///   <code>Convert-DicomFile ct.dcm -TransferSyntax Jpeg2000Lossless -Destination small | Select-Object Ratio, Duration</code>
///   <para>Ratio says how many times smaller the file is.</para>
/// </example>
/// <example>
///   <para>Make small copies for teaching, with loss</para>
///   <code>Convert-DicomFile ct.dcm -TransferSyntax JpegLsNearLossless -NearLossless 2 -Destination teaching</code>
///   <para>No stored value changes by more than 2. The copy is another image, with its own SOP Instance UID.</para>
/// </example>
/// <seealso cref="GetDicomFrameCountCommand"/>
/// <seealso cref="SetDicomTagCommand"/>
/// <seealso>about_PSDicom_Conversion</seealso>
[Cmdlet(VerbsData.Convert, "DicomFile", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DicomConversion), typeof(DicomFile))]
public sealed class ConvertDicomFileCommand : InPlaceWritingCommand<ConversionTarget, DicomConversion>
{
    private FileConversionOptions? _options;

    /// <summary>
    /// The transfer syntax: a short name (Native, JpegLsLossless, ...; Tab completes them), or its name, keyword or UID in the standard.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TransferSyntaxCompleter))]
    public string TransferSyntax { get; set; } = string.Empty;

    /// <summary>The quality of lossy JPEG, JPEG 2000 and HTJ2K: 1 (smallest) to 100 (best).</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [PSDefaultValue(Help = "90")]
    public int? Quality { get; set; }

    /// <summary>For JpegLsNearLossless: the most that a stored value may change; 0 loses nothing.</summary>
    [Parameter]
    [ValidateRange(0, 255)]
    [PSDefaultValue(Help = "2")]
    public int? NearLossless { get; set; }

    /// <summary>For lossy JPEG 2000 and HTJ2K: how many times smaller than the uncompressed pixels each frame becomes.</summary>
    [Parameter]
    [ValidateRange(1.0, 1000.0)]
    [PSDefaultValue(Help = "That of -Quality")]
    public double? Ratio { get; set; }

    /// <summary>Converts only files that become smaller; others are left, or copied as they are.</summary>
    [Parameter]
    public SwitchParameter IfSmaller { get; set; }

    /// <summary>Also compresses images with loss that were compressed with loss before, so that they lose more.</summary>
    [Parameter]
    public SwitchParameter AllowRepeatedLoss { get; set; }

    private protected override DicomFileQueue<FileRequest, ConversionTarget, DicomConversion> CreateQueue(
        Func<FileRequest, ConversionTarget, bool> approve, bool isRehearsal)
    {
        _options = new FileConversionOptions
        {
            TransferSyntax = this.ParseOrTerminate(TransferSyntax, () => WritableSyntaxes.Parse(TransferSyntax)),
            Files = ReadFileOptions(),
            Quality = Quality,
            NearLossless = NearLossless,
            Ratio = Ratio,
            OnlyIfSmaller = IfSmaller,
            AllowsRepeatedLoss = AllowRepeatedLoss,
            KeepsImplementation = KeepImplementation,
        };
        return new FileConversionQueue<FileRequest>(_options, ThrottleLimit, StopToken) { Approve = approve, ChecksUnapproved = isRehearsal };
    }

    private protected override bool Approve(FileRequest request, ConversionTarget target) => ApproveRisk(InPlace && _options!.IsLossy, request, target);

    private protected override string PathOf(DicomConversion result) => result.FullName;

    private protected override string Describe(string source, ConversionTarget? target) => $"convert '{source}' to {_options!.TransferSyntax.Name}";

    private protected override IReadOnlyList<DicomWarning> WarningsOf(DicomConversion result) => result.GetWarnings();
}
