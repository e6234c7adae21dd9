using System.IO;

namespace PSDicom.Cli.Output;

/// <summary>The paths of pictures as shown: relative if the destination is, as the paths of sources are.</summary>
/// <param name="destination">The destination as given.</param>
internal sealed class ShownPath(string destination)
{
    private readonly string _destination = Path.GetFullPath(destination);

    /// <summary>The shown path of a picture.</summary>
    public string Of(string path)
    {
        if (Path.IsPathRooted(destination)) return path;
        string relative = Path.GetRelativePath(_destination, path);
        return relative == "." ? destination : Path.Combine(destination, relative);
    }
}
