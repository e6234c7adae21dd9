using System;
using System.Threading;
using PSDicom.Frames;

namespace PSDicom.Validation.Checks;

/// <summary>The header of the first compressed frame against the data set and the transfer syntax.</summary>
internal sealed class CodestreamCheck : IFileCheck
{
    public void Check(CheckedFile file, FindingList findings, CancellationToken cancellation)
    {
        if (ImagePixels.FindPixelData(file.Dataset) is not { IsEncapsulated: true } pixelData || file.Image.Tally.Count == 0) return;
        FrameHeader? header = null;
        try
        {
            header = FrameDecoding.Of(file.Image).Inspect(0);
        }
        catch (DicomException exception) when (RuleOf(exception.Reason) is { } rule)
        {
            findings.Add(rule, exception.Detail, null, pixelData.Tag, pixelData.Offset);
        }
        catch (DicomException exception) when (exception.Reason == DicomErrorReason.UnsupportedTransferSyntax)
        {
            // The file may be right: it is only not decoded here.
        }

        CheckEmpty(file, pixelData, findings);
        if (header is not null) Check(file, pixelData, header, findings);
    }

    private static FindingRule? RuleOf(DicomErrorReason reason) => reason switch
    {
        DicomErrorReason.FramesNotSeparable or DicomErrorReason.InvalidPixelData => PixelFindings.FramesNotSeparable,
        DicomErrorReason.InvalidCodestream => PixelFindings.CodestreamUnreadable,
        _ => null,
    };

    private static void CheckEmpty(CheckedFile file, DicomElement pixelData, FindingList findings)
    {
        if (file.Image.Encapsulated is not { } encapsulated || encapsulated.Items.Count != file.Image.Tally.Count) return;
        for (int i = 0; i < encapsulated.Items.Count; i++)
        {
            if (encapsulated.Items[i].Length == 0)
                findings.Add(PixelFindings.FrameEmpty, FormattableString.Invariant($"Frame {i + 1} has no bytes."), null, pixelData.Tag, encapsulated.Items[i].Offset);
        }
    }

    private static void Check(CheckedFile file, DicomElement pixelData, FrameHeader header, FindingList findings)
    {
        foreach (DicomWarning warning in CodestreamContradictions.Find(file.Image.Format, header.Info, file.Image.IsDeclaredLossy))
            findings.Add(FindingRules.Of(warning.Kind)!, warning.Detail, null, pixelData.Tag, header.Offset);
        DicomTransferSyntax syntax = file.File.TransferSyntax;
        string? declared = syntax.Codec;
        if (declared is not null && declared != header.Codec)
            findings.Add(PixelFindings.CodestreamOther, $"The transfer syntax is {syntax.Name}, but the frame is {header.Codec}.", null, pixelData.Tag, header.Offset);
        else if (declared is not null && !syntax.IsLossy && !header.Info.IsLossless)
            findings.Add(PixelFindings.CodestreamOther, $"The transfer syntax {syntax.Name} is lossless, but the frame was compressed with loss.", null, pixelData.Tag, header.Offset);

        // Of the codestreams, only JPEG 2000 has a sign.
        if (header.Info.Color.IsJpeg2000 && file.Dataset.GetInteger(DicomTag.PixelRepresentation) is { } sign && sign == 1 != header.Info.IsSigned)
            findings.Add(PixelFindings.CodestreamSign, $"Pixel Representation is {(sign == 1 ? "signed" : "unsigned")}, the compressed image is not.", null, pixelData.Tag, header.Offset);
    }
}
