using System;
using System.IO;

namespace PSDicom.Pictures.WebP;

/// <summary>
/// The library that encodes WebP, and its dependencies. They are in a separate folder beside this assembly, and are loaded for the first WebP
/// picture.
/// </summary>
internal static partial class WebPLibrary
{
    private const string Folder = "webp";
    private const string Name = "PSDicom.WebP";
    private const string TypeName = "PSDicom.WebP.WebPEncoding";

    private static readonly Lazy<Action<Stream, byte[], int, int, int>> Encoder = new(Load);

    /// <summary>Writes an 8-bit picture; quality 0 is lossless.</summary>
    /// <exception cref="DicomException">The library is missing or incomplete.</exception>
    public static void Write(Stream stream, byte[] samples, int width, int height, int quality) => Encoder.Value(stream, samples, width, height, quality);

    private static Action<Stream, byte[], int, int, int> Load()
    {
        if (Path.GetDirectoryName(OwnPath()) is not { Length: > 0 } own)
            throw Missing("a native program cannot load libraries. Run psdicom with dotnet, or use another format such as PNG.", null);
        string folder = Path.Combine(own, Folder), path = Path.Combine(folder, Name + ".dll");
        if (!File.Exists(path)) throw Missing($"'{path}' is missing. Reinstall PSDicom, or use another format such as PNG.", null);
        try
        {
            return (Action<Stream, byte[], int, int, int>)Delegate.CreateDelegate(typeof(Action<Stream, byte[], int, int, int>), FindMethod(path, folder));
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or TypeLoadException)
        {
            throw Missing($"'{path}' cannot be loaded: {exception.Message}", exception);
        }
    }

    private static DicomException Missing(string why, Exception? cause) =>
        new(DicomErrorReason.PictureNotSupported, "The library for WebP is loaded on demand: " + why, innerException: cause);
}
