using System.IO;

namespace PSDicom.Cli.Output;

/// <summary>The paths of pictures as a user named the place for them: relative where that is relative, as the paths of sources are.</summary>
/// <param name="destination">The destination as it was named.</param>
internal sealed class ShownPath(string destination)
{
    private readonly string _destination = Path.GetFullPath(destination);

    /// <summary>The path of a picture by its full path.</summary>
    public string Of(string path)
    {
        if (Path.IsPathRooted(destination)) return path;
        string relative = Path.GetRelativePath(_destination, path);
        return relative == "." ? destination : Path.Combine(destination, relative);
    }
}
