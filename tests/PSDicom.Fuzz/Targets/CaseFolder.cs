namespace PSDicom.Fuzz;

/// <summary>A folder for what cases write, made when it is first asked for and gone when the process ends.</summary>
internal sealed class CaseFolder
{
    private readonly Lazy<string> _path = new(Create);

    public string Path => _path.Value;

    private static string Create()
    {
        string path = Directory.CreateTempSubdirectory("psdicom-fuzz-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(path, recursive: true);
        return path;
    }
}
