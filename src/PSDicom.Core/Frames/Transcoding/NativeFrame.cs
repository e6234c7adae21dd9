using System;
using PSDicom.Codecs;
using PSDicom.Pixels;

namespace PSDicom.Frames.Transcoding;

/// <summary>The cells of a frame for native pixel data.</summary>
/// <param name="Cells">The samples, those of a pixel together.</param>
/// <param name="Format">Their format.</param>
internal sealed record NativeFrame(Array Cells, FrameFormat Format)
{
    /// <summary>
    /// Takes the cells of a decoded frame. Colours of DCT-based JPEG become RGB, as their subsampling is not legal elsewhere; others stay what
    /// they are.
    /// </summary>
    /// <exception cref="DicomException">The frame is damaged, or contradicts the data set.</exception>
    public static NativeFrame Of(DecodedFrame frame, ImagePixels image)
    {
        RequireSound(frame);
        FrameFormat format = SampleFormat.OfCells(frame, image.Format);
        if (frame.Codestream is { Color.IsDct: true } && format.PhotometricInterpretation is PhotometricInterpretations.YbrFull or PhotometricInterpretations.YbrPartial)
        {
            DicomFrame rgb = frame.ToFrame(new FrameReadOptions { AsRgb = true });
            return new NativeFrame(rgb.GetPixels(), format with { PhotometricInterpretation = PhotometricInterpretations.Rgb });
        }

        if (format.PhotometricInterpretation == PhotometricInterpretations.YbrPartial)
        {
            throw new DicomException(
                DicomErrorReason.PixelFormatNotAllowed,
                $"The colours ({PhotometricInterpretations.YbrPartial}) have full resolution when they are decompressed, which the standard has no name for.",
                tagPath: "PixelData");
        }

        // Codestreams have no bits above those stored: the sign extends over them.
        if (!format.IsFloat && frame.CellBits < format.BitsAllocated) StoredBits.Extract(frame.Cells, format.BitsStored, 0);
        return new NativeFrame(frame.Cells, format);
    }

    /// <summary>Refuses frames that lack samples.</summary>
    /// <exception cref="DicomException">The frame is damaged.</exception>
    public static void RequireSound(DecodedFrame frame)
    {
        if (frame.Damage is not { } damage) return;
        throw new DicomException(
            DicomErrorReason.FrameDamaged, $"Frame {frame.Index + 1} is damaged, and its conversion would hide that: {damage}", tagPath: "PixelData");
    }
}
