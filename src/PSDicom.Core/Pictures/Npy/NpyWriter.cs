using System.IO;
using PSDicom.Pictures.Raw;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Npy;

/// <summary>Writes NPY 1.0, the file format of NumPy: values of any type with their shape.</summary>
internal sealed class NpyWriter(Stream stream, ImageWriteOptions options) : ImageWriter
{
    private readonly RawWriter _values = new(stream);
    private bool _hasHeader;

    /// <inheritdoc/>
    public override void Add(Picture picture)
    {
        if (!_hasHeader) stream.WriteBytes(NpyHeader.Make(picture, options.Pages));
        _hasHeader = true;
        _values.Add(picture);
    }
}
