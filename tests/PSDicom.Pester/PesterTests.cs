namespace PSDicom.Pester;

/// <summary>Runs the Pester tests in real PowerShell, a test a file. With PSDICOM_TEST_ALL=1 it fails where they cannot run.</summary>
public class PesterTests(PesterRun pester) : IClassFixture<PesterRun>
{
    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(PesterRun.Folder, "*.Tests.ps1").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Every_test_of_the_file_passes(string file)
    {
        if (pester.Missing is not null && Environment.GetEnvironmentVariable("PSDICOM_TEST_ALL") != "1") throw new SkipException(pester.Missing);
        Assert.True(pester.Missing is null, pester.Missing);

        (bool isRight, string output) = pester.Run(file);
        Assert.True(isRight, output);
    }
}
