using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

/// <summary>
/// A move that is killed at any moment loses nothing, and the same call ends it. Runs a few times; <c>PSDICOM_TEST_KILLS=300</c> makes it more.
/// </summary>
public sealed class MoveKillTests : IDisposable
{
    private const int Files = 200;
    private const string OtherFileSystem = "/dev/shm";

    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("PSDICOM_TEST_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 3;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_file_is_there_once_or_twice_and_whole(bool toOtherFileSystem)
    {
        Skip.If(toOtherFileSystem && !Directory.Exists(OtherFileSystem), "There is no second file system here.");
        string source = _folder.Combine("in"), target = toOtherFileSystem ? Path.Combine(OtherFileSystem, Path.GetFileName(_folder.Path)) : _folder.Combine("out");
        try
        {
            int killed = 0;
            var random = new Random(5);
            for (int i = 0; i < Kills; i++)
            {
                if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
                string[] before = Fill(source);
                if (KillInTheMiddle(source, target, random)) killed++;

                // A file may be in both places until its source is deleted, but never in none, and never in part.
                Assert.Equal(before, Hashes(source, target).Distinct().Order());
                Assert.Equal(0, Run(source, target));
                Assert.Equal(before, Hashes(source, target).Distinct().Order());
                if (!toOtherFileSystem) Assert.Equal(before, Hashes(source, target).Order());
                Assert.Equal(before, Hashes(target).Order());
            }

            // Otherwise nothing was tested.
            Assert.True(killed > 0);
        }
        finally
        {
            if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        }
    }

    private static string[] Arguments(string source, string target) =>
        ["move", source, "-r", "-o", target, "--name-template", "{PatientID}/{InstanceNumber:0000}", "-q"];

    private static int Run(string source, string target) => Psdicom.Run(Arguments(source, target)).ExitCode;

    private static bool KillInTheMiddle(string source, string target, Random random)
    {
        using Process process = Psdicom.Start(null, Arguments(source, target));
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        SpinWait.SpinUntil(() => process.HasExited || Directory.Exists(target));
        Thread.Sleep(random.Next(25));
        process.Kill();
        process.WaitForExit();
        return process.ExitCode != 0;
    }

    /// <summary>Writes the files to move.</summary>
    /// <returns>Their hashes, in order.</returns>
    private static string[] Fill(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string path in Directory.GetFiles(folder)) File.Delete(path);
        for (int i = 0; i < Files; i++)
        {
            byte[] bytes = ValidObjects.Of("CT")
                .With(0x0010_0020, "LO", $"P{i % 5}")
                .With(0x0020_0013, "IS", i)
                .WithBytes(ValidObjects.PixelData, "OW", new byte[100_000])
                .ToFile();
            File.WriteAllBytes(Path.Combine(folder, $"{i}.dcm"), bytes);
        }

        return [.. Hashes(folder).Order()];
    }

    private static IEnumerable<string> Hashes(params string[] folders) => folders
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.GetFiles(folder, "*.dcm", SearchOption.AllDirectories))
        .Select(path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));
}
