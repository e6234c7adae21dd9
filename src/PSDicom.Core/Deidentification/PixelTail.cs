using System;
using PSDicom.Frames;
using PSDicom.Pixels;

namespace PSDicom.Deidentification;

/// <summary>The bytes after the last frame of native pixel data: no image has them, and anything can be in them.</summary>
internal static class PixelTail
{
    /// <summary>The length in bytes of the frames in pixel data, padded to an even number.</summary>
    /// <param name="pixelData">Native pixel data.</param>
    /// <returns>By the longest possible layout; the length of the pixel data if they hold less, or if their format is not described.</returns>
    public static long LengthOfFrames(DicomElement pixelData)
    {
        long length = pixelData.ByteLength, longest = 0;
        long declared = new DeclaredFrames(pixelData.Dataset).Number ?? 1;
        foreach (NativeLayout layout in NativeLayout.Of(PixelFormat.Read(pixelData.Dataset), pixelData.Tag))
        {
            if (layout.FrameBits == 0 || layout.LengthOf(declared) > length) continue;
            longest = Math.Max(longest, layout.LengthOf(Math.Max(declared, layout.WholeFrames(length))));
        }

        return longest == 0 ? length : Math.Min(length, longest + (longest & 1));
    }
}
