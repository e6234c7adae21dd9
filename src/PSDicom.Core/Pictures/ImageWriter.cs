using PSDicom.Pixels;

namespace PSDicom.Pictures;

/// <summary>Writes one file of pictures to a stream, which stays open. At most one picture is in memory.</summary>
internal abstract class ImageWriter
{
    /// <summary>Writes a picture. All pictures of a file have the same size and sample type.</summary>
    /// <exception cref="DicomException">The format does not support it: <see cref="DicomErrorReason.PictureNotSupported"/>.</exception>
    /// <exception cref="System.IO.IOException">The stream cannot be written.</exception>
    public abstract void Add(Picture picture);

    /// <summary>Completes the file after the last picture.</summary>
    /// <exception cref="System.IO.IOException">The stream cannot be written.</exception>
    public virtual void Complete()
    {
    }
}
