using PSDicom.Core.Tests.Deidentification;
using PSDicom.Deidentification;
using PSDicom.Operations.Protection;
using PSDicom.Operations.Targets;

namespace PSDicom.Core.Tests.Operations.Protection;

/// <summary>Writes copies of files with cleaned pixels, for tests.</summary>
internal static class CleaningPixels
{
    public const string Ultrasound = "1.2.840.10008.5.1.4.1.1.6.1";

    /// <summary>Rules that clean pixels, with rectangles of the user.</summary>
    public static ProtectionRules Rules(params string[] regions) =>
        new(Protecting.Key) { Cleaned = Cleaning.PixelData, Regions = [.. regions.Select(FrameRegion.Parse)] };

    /// <summary>The start of an ultrasound image.</summary>
    public static DatasetBuilder Start() => Protecting.Start(Ultrasound).With(0x0008_0060, "CS", "US");

    /// <summary>An item of the ultrasound regions, by its corners.</summary>
    public static DatasetBuilder Region(uint left, uint top, uint right, uint bottom) => new DatasetBuilder()
        .WithValue(0x0018_6018, "UL", BitConverter.GetBytes(left)).WithValue(0x0018_601A, "UL", BitConverter.GetBytes(top))
        .WithValue(0x0018_601C, "UL", BitConverter.GetBytes(right)).WithValue(0x0018_601E, "UL", BitConverter.GetBytes(bottom));

    /// <summary>The result for a file, with the bytes of its copy.</summary>
    public static (ProtectedFile Result, byte[] Bytes) Apply(byte[] file, ProtectionRules rules)
    {
        WriteResult<string, ProtectionTarget, ProtectedFile> result = Try(file, rules, out byte[] bytes);
        if (result.Error is not null) throw result.Error;
        return (result.Written!, bytes);
    }

    /// <summary>The error of a file that is refused.</summary>
    public static DicomException RefusalOf(byte[] file, ProtectionRules rules) => Assert.IsType<DicomException>(Try(file, rules, out _).Error);

    private static WriteResult<string, ProtectionTarget, ProtectedFile> Try(byte[] file, ProtectionRules rules, out byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Combine("in"));
        string path = folder.Combine("in", "a.dcm");
        File.WriteAllBytes(path, file);
        using var queue = new FileProtectionQueue<string>(new FileProtectionOptions { Destination = folder.Combine("out"), Rules = rules }, 2, default);
        Assert.Null(queue.TryAdd(path, path));
        WriteResult<string, ProtectionTarget, ProtectedFile> result = queue.Take();
        Assert.Equal(file, File.ReadAllBytes(path));
        bytes = result.Written is { } written ? File.ReadAllBytes(written.FullName) : [];
        queue.Dispose();

        // Nothing is left but the copy.
        Assert.Equal(result.Written is null ? 1 : 2, Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length);
        return result;
    }
}
