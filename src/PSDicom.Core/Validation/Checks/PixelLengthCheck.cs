using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Frames;

namespace PSDicom.Validation.Checks;

/// <summary>The length of native pixel data, and the number of frames (PS3.5 section 8, PS3.3 section C.7.6.6).</summary>
internal sealed class PixelLengthCheck : IFileCheck
{
    public void Check(CheckedFile file, FindingList findings, CancellationToken cancellation)
    {
        if (ImagePixels.FindPixelData(file.Dataset) is not { } pixelData) return;
        ImagePixels image = file.Image;
        if (image.Tally.Count == 0)
        {
            findings.Add(PixelFindings.PixelDataShort, image.Tally.Warning ?? "The pixel data are empty.", null, pixelData.Tag, pixelData.Offset);
            return;
        }

        if (file.Dataset[DicomTag.NumberOfFrames] is { IsEmpty: false } declared && image.Declared.Number is null)
            findings.Add(PixelFindings.FrameCountWrong, $"{image.Declared}.", null, declared.Tag, declared.Offset);
        else if (pixelData.IsEncapsulated) CheckCount(image, findings);
        else if (!file.File.TransferSyntax.IsEncapsulated) CheckLength(image, pixelData, findings);
    }

    private static void CheckCount(ImagePixels image, FindingList findings)
    {
        if (image.Tally.Source == FrameCountSource.Counted && image.Tally.Count != (image.Declared.Number ?? 1))
            findings.Add(PixelFindings.FrameCountWrong, image.Tally.Warning ?? $"{image.Declared}.", null, DicomTag.NumberOfFrames, null);
    }

    private static void CheckLength(ImagePixels image, DicomElement pixelData, FindingList findings)
    {
        IReadOnlyList<NativeLayout> layouts = NativeLayout.Of(image.Format, pixelData.Tag);
        if (layouts.Count == 0) return;
        long frames = image.Declared.Number ?? 1, length = pixelData.ByteLength, needed = layouts[0].LengthOf(frames);
        if (layouts[0].Fits(frames, length)) return;
        string sizes = FormattableString.Invariant($"The pixel data have {length} bytes; {frames} {(frames == 1 ? "frame" : "frames")} of this format have {needed}.");
        long whole = layouts[0].WholeFrames(length);
        if (length < needed && pixelData.Length > length)
            findings.Add(PixelFindings.PixelDataShort, $"{sizes} The file is cut.", null, pixelData.Tag, pixelData.Offset);
        else if (whole > 0 && whole != frames && layouts[0].Fits(whole, length))
            findings.Add(PixelFindings.FrameCountWrong, FormattableString.Invariant($"{sizes} There are {whole} frames."), null, DicomTag.NumberOfFrames, pixelData.Offset);
        else if (length < needed)
            findings.Add(PixelFindings.PixelDataShort, sizes, null, pixelData.Tag, pixelData.Offset);
        else
            findings.Add(PixelFindings.PixelDataLong, sizes, null, pixelData.Tag, pixelData.Offset);
    }
}
