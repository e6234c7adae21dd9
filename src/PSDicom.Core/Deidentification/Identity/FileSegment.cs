using PSDicom.Query;

namespace PSDicom.Deidentification.Identity;

/// <summary>A range of a file that is searched by itself: a value, or what is between values.</summary>
/// <param name="Offset">Its position.</param>
/// <param name="Length">Its number of bytes.</param>
/// <param name="Place">What it is.</param>
/// <param name="Tag">The element; none for what is between values.</param>
/// <param name="VR">The value representation in the file; <see cref="DicomVR.UN"/> for what is between values.</param>
/// <param name="Item">The item of the element; null outside of sequences.</param>
internal sealed record FileSegment(long Offset, long Length, IdentityPlace Place, DicomTag Tag, DicomVR VR, ItemPlace? Item)
{
    /// <summary>Whether it is the pixels of an image, which are not searched.</summary>
    public bool IsPixels => Tag.IsPixelData;

    /// <summary>Whether it is numbers, which can look like short words by chance.</summary>
    public bool IsNumbers => VR.Kind == DicomVRKind.Number || (VR.Kind == DicomVRKind.Binary && VR != DicomVR.OB && VR != DicomVR.UN && !Tag.IsPrivate);
}
