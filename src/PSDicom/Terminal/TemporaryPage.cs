using System.IO;

namespace PSDicom.Terminal;

/// <summary>A page in a folder of its own below the temporary folder. Only the user can read the folder, because images may identify a patient.</summary>
internal sealed partial class TemporaryPage
{
    private const string Prefix = "psdicom-";

    private readonly string _folder;

    private TemporaryPage(string folder) => _folder = folder;

    /// <summary>The path of the page, which does not exist yet.</summary>
    public string FullName => Path.Combine(_folder, "frames.html");

    /// <summary>Creates the folder.</summary>
    public static TemporaryPage Create() => new(CreateFolder());

    /// <summary>Deletes the folder, if no page was written.</summary>
    public void DeleteIfEmpty()
    {
        try
        {
            if (!File.Exists(FullName)) Directory.Delete(_folder);
        }
        catch (IOException)
        {
            // It is empty and in the temporary folder.
        }
    }
}
