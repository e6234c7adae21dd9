using PSDicom.Pictures;
using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures;

/// <summary>A folder of pictures that is deleted after the test.</summary>
internal sealed class PictureFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("psdicom-pictures").FullName;
    private readonly List<string> _files = [];

    /// <summary>The files, in the order in which they were written.</summary>
    public IReadOnlyList<string> Files => _files;

    public string Add(PictureFormat format, IEnumerable<Picture> pictures, ImageWriteOptions? options = null)
    {
        string file = Path.Combine(_path, _files.Count + ImageFormats.Find(format).Extensions[0]);
        File.WriteAllBytes(file, Write(format, pictures, options));
        _files.Add(file);
        return file;
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);

    public static byte[] Write(PictureFormat format, IEnumerable<Picture> pictures, ImageWriteOptions? options = null)
    {
        var stream = new MemoryStream();
        Write(stream, format, pictures, options);
        return stream.ToArray();
    }

    public static void Write(Stream stream, PictureFormat format, IEnumerable<Picture> pictures, ImageWriteOptions? options = null)
    {
        ImageWriter writer = ImageFormats.Find(format).Create(stream, options ?? new ImageWriteOptions());
        foreach (Picture picture in pictures) writer.Add(picture);
        writer.Complete();
    }
}
