using System.Globalization;
using PSDicom.Core.Tests.Frames;
using PSDicom.Frames;
using PSDicom.Operations.Export;
using PSDicom.Operations.Tags;

namespace PSDicom.Core.Tests.Operations;

/// <summary>
/// No file stays open, whether it was read or not. Here on a few thousand openings; <c>PSDICOM_TEST_OPENINGS=100000</c> makes it more.
/// </summary>
public sealed class HandleTests : IDisposable
{
    private static readonly int Openings =
        int.TryParse(Environment.GetEnvironmentVariable("PSDICOM_TEST_OPENINGS"), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : 3000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void No_handle_is_left_by_what_is_read_and_by_what_fails()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux lists what is open.");
        byte[] image = new DatasetBuilder().Describe(1, 2, 16).WithValue(FrameImage.PixelData, "OW", 1, 0, 2, 0).ToFile();
        byte[] rle = new DatasetBuilder().Describe(2, 2, 8).WithFragments(FrameImage.PixelData, [], FrameImage.EncodeRle(1, 2, 3, 4)).ToFile(FrameImage.Rle);
        byte[] wrong = new DatasetBuilder().Describe(1, 2, 7).WithValue(FrameImage.PixelData, "OW", 1, 0, 2, 0).ToFile();
        byte[][] files = [image, rle, wrong, image[..^3], image[..300], image[..140], rle[..^20], [1, 2, 3], []];
        string[] paths = [.. files.Select((bytes, index) => Write(bytes, $"{index}.dcm")), _folder.Combine("missing.dcm"), _folder.Path];
        var options = new FrameExportOptions { Destination = _folder.Combine("out"), Format = PictureFormat.Bmp, Force = true };
        Action<string>[] operations =
        [
            path => _ = DicomFile.Open(path).Dataset.Elements.Select(element => element.Value).ToArray(),
            path => HeaderReader.Read(path, null, null, default),
            path => TagReader.Read(path, new TagReadOptions(), default, out _),
            path => FrameCounter.Count(path, null, default),
            path => Assert.NotEmpty(FrameReader.Read(path, null, null, default).ToArray()),
            path => Export(path, options),
        ];

        int failed = 0;
        for (int i = 0; i < Openings; i++)
        {
            try
            {
                operations[i % operations.Length](paths[i / operations.Length % paths.Length]);
            }
            catch (Exception exception) when (exception is DicomException or IOException or UnauthorizedAccessException)
            {
                failed++;
            }
        }

        Assert.InRange(failed, Openings / 10, Openings - (Openings / 10));
        Assert.Empty(OpenFiles());
        using (FrameFile.Open(paths[0], default)) Assert.Equal([paths[0]], OpenFiles());
    }

    private static void Export(string path, FrameExportOptions options)
    {
        using FrameExport export = FrameExport.Open(path, options, default);
        foreach (PictureTarget target in export.GetPictures()) export.Write(target, default);
    }

    private string Write(byte[] bytes, string name)
    {
        string path = _folder.Combine(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Files of this test alone: others run at the same time.</summary>
    private IEnumerable<string> OpenFiles() => Directory.GetFiles("/proc/self/fd")
        .Select(Target)
        .OfType<string>()
        .Where(path => path.StartsWith(_folder.Path, StringComparison.Ordinal));

    private static string? Target(string descriptor)
    {
        try
        {
            return File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.FullName;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
