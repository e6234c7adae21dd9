using System.Linq;
using PSDicom.Codecs;
using PSDicom.Pixels;

namespace PSDicom.Operations;

/// <summary>Counts the frames of encapsulated pixel data: by the offset tables, else by the fragments and by what begins in them.</summary>
internal static class EncapsulatedFrameCounter
{
    /// <summary>So many frames that are not there cost less than a look at the fragments.</summary>
    private const int FewFrames = 1000;

    private const int LeastBytesOfFrame = 3;

    private const string Jpeg2000MultiComponent = "1.2.840.10008.1.2.4.92";
    private const string Jpeg2000MultiComponentLossy = "1.2.840.10008.1.2.4.93";

    public static FrameTally Count(EncapsulatedPixels pixels, DeclaredFrames declared, DicomTransferSyntax syntax)
    {
        if (HoldsFramesTogether(syntax))
            return declared.Number is null || !MayHold(pixels, declared.Number.Value) ? FrameTally.Found(declared, 1) : FrameTally.Declared(declared);

        long listed = pixels.Table?.Count ?? 0;
        if (listed > 0 && listed == declared.Number) return FrameTally.Declared(declared);

        int fragments = pixels.Fragments.Count;
        if (fragments == 0) return FrameTally.None("The pixel data are empty.");
        if (fragments == declared.Number || pixels.Items.Count == declared.Number) return FrameTally.Declared(declared);
        if (fragments == 1) return FrameTally.Found(declared, 1);

        // A frame may have several fragments, also with RLE, where it should not (PS3.5 section A.4.2).
        int? begun = pixels.FindStarts()?.Count;
        if (declared.Number < fragments && !(begun > declared.Number)) return FrameTally.Declared(declared);
        return FrameTally.Found(declared, begun ?? (listed > 0 && listed < fragments ? listed : fragments));
    }

    /// <summary>Whether there are bytes for so many frames: JPEG 2000 describes each component with three.</summary>
    private static bool MayHold(EncapsulatedPixels pixels, long frames) =>
        frames <= FewFrames || frames <= pixels.Fragments.Sum(fragment => fragment.Length) / LeastBytesOfFrame;

    /// <summary>Whether all frames are one stream: video, JPEG 2000 with frames as components.</summary>
    private static bool HoldsFramesTogether(DicomTransferSyntax syntax) =>
        DecoderRegistry.IsVideo(syntax) || syntax.UID is Jpeg2000MultiComponent or Jpeg2000MultiComponentLossy;
}
