namespace PSDicom.Core.Tests;

/// <summary>Finds the files of the repository, as a deterministic build does not contain its location.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    public static string Sample(string name) => Path.Combine(Folder, "samples", name);

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "PSDicom.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The tests do not run within the repository.");
    }
}
