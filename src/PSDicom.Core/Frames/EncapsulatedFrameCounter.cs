using System.Linq;

namespace PSDicom.Frames;

/// <summary>Counts the frames of encapsulated pixel data: by the offset tables, else by the fragments and the images that begin in them.</summary>
internal static class EncapsulatedFrameCounter
{
    /// <summary>For up to this many declared frames, the fragments are not checked: missing frames cost less.</summary>
    private const int FewFrames = 1000;

    private const int MinBytesOfFrame = 3;

    public static FrameTally Count(EncapsulatedPixels pixels, DeclaredFrames declared, DicomTransferSyntax syntax)
    {
        if (syntax.IsCombined)
            return declared.Number is null || !CanContain(pixels, declared.Number.Value) ? FrameTally.Found(declared, 1) : FrameTally.Declared(declared);

        long listed = pixels.Table?.Count ?? 0;
        if (listed > 0 && listed == declared.Number) return FrameTally.Declared(declared);

        int fragments = pixels.Fragments.Count;
        if (fragments == 0) return FrameTally.None("The pixel data are empty.");
        if (fragments == declared.Number || pixels.Items.Count == declared.Number) return FrameTally.Declared(declared);
        if (fragments == 1) return FrameTally.Found(declared, 1);

        // A frame may have several fragments, also with RLE, where it should not (PS3.5 section A.4.2).
        int? begun = pixels.FindStarts()?.Count;
        // Deflated frames begin like nothing: the table and the fragments agree.
        if (begun is null && listed == fragments) return FrameTally.Found(declared, fragments);
        if (declared.Number < fragments && !(begun > declared.Number)) return FrameTally.Declared(declared);
        return FrameTally.Found(declared, begun ?? (listed > 0 && listed < fragments ? listed : fragments));
    }

    /// <summary>Whether there are enough bytes for a number of frames: JPEG 2000 has three for each component.</summary>
    private static bool CanContain(EncapsulatedPixels pixels, long frames) =>
        frames <= FewFrames || frames <= pixels.Fragments.Sum(fragment => fragment.Length) / MinBytesOfFrame;
}
