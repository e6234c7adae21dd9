using PSDicom.Pixels;

namespace PSDicom.Pictures;

/// <summary>Writes one file of pictures to a stream, which stays open. It holds no more than a picture in memory.</summary>
internal abstract class ImageWriter
{
    /// <summary>Writes a picture; all of a file have the same size and type.</summary>
    /// <exception cref="DicomException">The format cannot hold it: <see cref="DicomErrorReason.PictureNotSupported"/>.</exception>
    /// <exception cref="System.IO.IOException">The stream cannot be written.</exception>
    public abstract void Add(Picture picture);

    /// <summary>Ends the file, after the last picture.</summary>
    /// <exception cref="System.IO.IOException">The stream cannot be written.</exception>
    public virtual void Complete()
    {
    }
}
