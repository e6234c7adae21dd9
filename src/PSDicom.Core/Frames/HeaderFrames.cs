using System.Threading;
using PSDicom.IO;

namespace PSDicom.Frames;

/// <summary>Counts the frames of a file whose header is read, and looks into its pixel data only where the header leaves the number open.</summary>
internal static class HeaderFrames
{
    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => ImagePixels.Tags;

    /// <param name="file">The file, of which at least <see cref="Tags"/> are read.</param>
    /// <param name="open">The same file, if it is held open.</param>
    /// <param name="cancellation">Ends the search for frames.</param>
    public static FrameTally Count(DicomFile file, OpenFile? open, CancellationToken cancellation)
    {
        // Images of one frame, which most files are, do not have the attribute; fragments tell nothing more of them (PS3.3 section C.7.6.6).
        if (ImagePixels.FindPixelData(file.Dataset) is { IsEncapsulated: true })
        {
            var declared = new DeclaredFrames(file.Dataset);
            if (declared.IsAbsent) return FrameTally.Found(declared, 1);
            if (declared.Number == 1) return FrameTally.Declared(declared);
        }

        return new ImagePixels(file, open, cancellation).Tally;
    }
}
