using System.Diagnostics;
using System.Globalization;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

/// <summary>
/// A killed export, as after a crash or a power failure, leaves only complete pictures and temporary files; a killed change leaves old and new files. Runs a few times;
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

    /// <summary>Files changed in their place are the old ones or the new ones, whenever the run is killed; never something between.</summary>
    [Fact]
    public void A_file_changed_in_place_is_the_old_or_the_new_one_whenever_the_run_is_killed()
    {
        const int Count = 150;
        byte[] old = Slice("OLD"), changed = [];
        string source = _folder.Combine("source"), target = _folder.Combine("target");
        Directory.CreateDirectory(source);
        for (int i = 0; i < Count; i++) File.WriteAllBytes(Path.Combine(source, $"{i}.dcm"), old);
        Assert.Equal(0, Psdicom.Run("set", Path.Combine(source, "0.dcm"), "--tag", "PatientID=A LONGER ID", "-o", _folder.Combine("out")).ExitCode);
        changed = File.ReadAllBytes(_folder.Combine("out", "0.dcm"));

        var random = new Random(7);
        int killed = 0, both = 0;
        for (int i = 0; i < Kills; i++)
        {
            if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
            Directory.CreateDirectory(target);
            foreach (string path in Directory.GetFiles(source)) File.Copy(path, Path.Combine(target, Path.GetFileName(path)));
            if (KillChange(target, old.Length, random)) killed++;
            int news = 0;
            foreach (string path in Directory.GetFiles(target).Where(path => !IsTemporary(path)))
            {
                byte[] bytes = File.ReadAllBytes(path);
                bool isNew = bytes.AsSpan().SequenceEqual(changed);
                Assert.True(isNew || bytes.AsSpan().SequenceEqual(old), path);
                news += isNew ? 1 : 0;
            }

            Assert.Equal(Count, Directory.GetFiles(target).Count(path => !IsTemporary(path)));
            if (news is > 0 and < Count) both++;
        }

        // Otherwise nothing was tested.
        Assert.True(killed > 0 && both > 0, $"{killed} killed, {both} in the middle");

        // The next run completes the work.
        Assert.Equal(0, Psdicom.Run("set", "--recurse", target, "--tag", "PatientID=A LONGER ID", "--in-place").ExitCode);
        Assert.All(Directory.GetFiles(target).Where(path => !IsTemporary(path)), path => Assert.Equal(changed, File.ReadAllBytes(path)));
    }

    /// <summary>Kills a run after the first file has changed.</summary>
    private static bool KillChange(string folder, long oldLength, Random random)
    {
        using Process process = Psdicom.Start(null, "set", "--recurse", folder, "--tag", "PatientID=A LONGER ID", "--in-place");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        SpinWait.SpinUntil(() => process.HasExited || Directory.EnumerateFiles(folder, "*.dcm").Any(path => new FileInfo(path).Length != oldLength));
        Thread.Sleep(random.Next(40));
        process.Kill();
        process.WaitForExit();
        return process.ExitCode != 0;
    }

    private static byte[] Slice(string id)
    {
        byte[] pixels = new byte[200_000];
        new Random(3).NextBytes(pixels);
        return new DatasetBuilder().With(0x0010_0020, "LO", id).WithValue(0x7FE0_0010, "OW", pixels).ToFile();
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
