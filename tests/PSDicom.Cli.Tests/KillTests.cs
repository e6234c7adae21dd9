using System.Diagnostics;
using System.Globalization;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

/// <summary>
/// A killed export, as after a crash or a power failure, leaves only complete pictures and temporary files. Runs a few times;
/// <c>PSDICOM_TEST_KILLS=500</c> makes it more.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Frames = 120;
    private const int Size = 256;

    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("PSDICOM_TEST_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_with_its_final_name_is_complete_whenever_the_export_is_killed(bool combine)
    {
        string source = WriteClip();
        byte[] sourceBytes = File.ReadAllBytes(source);
        string whole = _folder.Combine("whole"), broken = _folder.Combine("broken");
        string[] Arguments(string folder) => combine
            ? ["export", source, "--force", "--combine", "--bit-depth", "16", "-o", folder, "--format", "tiff"]
            : ["export", source, "--force", "--bit-depth", "16", "-o", folder];
        Psdicom.Outcome outcome = Psdicom.Run(Arguments(whole));
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Dictionary<string, byte[]> expected = Directory.GetFiles(whole).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);
        Assert.Equal(combine ? 1 : Frames, expected.Count);

        var random = new Random(11);
        int killed = 0, temporary = 0;
        for (int i = 0; i < (combine ? Kills / 2 : Kills); i++)
        {
            if (Directory.Exists(broken)) Directory.Delete(broken, recursive: true);
            if (KillInTheMiddle(Arguments(broken), broken, random)) killed++;
            foreach (string path in Directory.GetFiles(broken))
            {
                if (IsTemporary(path)) temporary++;
                else Assert.Equal(expected[Path.GetFileName(path)], File.ReadAllBytes(path));
            }

            Assert.Equal(sourceBytes, File.ReadAllBytes(source));
        }

        // Otherwise nothing was tested.
        Assert.True(killed > 0 && temporary > 0, $"{killed} killed, {temporary} temporary files");

        // The next export is not affected.
        Assert.Equal(0, Psdicom.Run(Arguments(broken)).ExitCode);
        Assert.Equal(expected.Keys.Order(), Directory.GetFiles(broken).Where(path => !IsTemporary(path)).Select(Path.GetFileName).Order());
        Assert.All(expected, picture => Assert.Equal(picture.Value, File.ReadAllBytes(Path.Combine(broken, picture.Key))));
    }

    private static bool IsTemporary(string path) =>
        Path.GetFileName(path).StartsWith(".~", StringComparison.Ordinal) && path.EndsWith(".tmp", StringComparison.Ordinal);

    /// <summary>Kills an export at some moment after it has begun to write.</summary>
    /// <returns>Whether it had not ended yet.</returns>
    private static bool KillInTheMiddle(string[] arguments, string folder, Random random)
    {
        using Process process = Psdicom.Start(null, arguments);
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        SpinWait.SpinUntil(() => process.HasExited || (Directory.Exists(folder) && Directory.EnumerateFiles(folder).Any()));
        Thread.Sleep(random.Next(150));
        process.Kill();
        process.WaitForExit();
        return process.ExitCode != 0;
    }

    private string WriteClip()
    {
        byte[] pixels = new byte[Frames * Size * Size * 2];
        new Random(3).NextBytes(pixels);
        string path = _folder.Combine("clip.dcm");
        DatasetBuilder clip = new DatasetBuilder()
            .With(0x0028_0002, "US", 1)
            .With(0x0028_0004, "CS", "MONOCHROME2")
            .With(0x0028_0008, "IS", Frames)
            .With(0x0028_0010, "US", Size)
            .With(0x0028_0011, "US", Size)
            .With(0x0028_0100, "US", 16)
            .With(0x0028_0101, "US", 16)
            .With(0x0028_0102, "US", 15)
            .With(0x0028_0103, "US", 0)
            .WithValue(0x7FE0_0010, "OW", pixels);
        File.WriteAllBytes(path, clip.ToFile());
        return path;
    }
}
