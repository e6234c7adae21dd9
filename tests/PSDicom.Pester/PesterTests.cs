namespace PSDicom.Pester;

/// <summary>Runs the Pester tests in real PowerShell, a test a file.</summary>
public class PesterTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot(), "tests", "Pester");

    public static TheoryData<string> Files()
    {
        var files = new TheoryData<string>();
        foreach (string file in Directory.EnumerateFiles(Folder, "*.Tests.ps1").Order(StringComparer.Ordinal))
            files.Add(Path.GetFileName(file));
        return files;
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Every_test_of_the_file_passes(string file)
    {
        Skip.If(PowerShell.Missing is not null, PowerShell.Missing);

        PowerShell.Result run = PowerShell.Run("-File", Path.Combine(Folder, "Invoke-Tests.ps1"), "-Path", Path.Combine(Folder, file));

        Assert.True(run.ExitCode == 0, run.Output);
    }

    private static string RepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PSDicom.psd1")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder above the test assembly has PSDicom.psd1 in it.");
    }
}
