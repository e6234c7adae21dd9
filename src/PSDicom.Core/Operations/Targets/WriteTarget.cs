namespace PSDicom.Operations.Targets;

/// <summary>A file to write.</summary>
public abstract class WriteTarget
{
    private protected WriteTarget(string path) => Path = path;

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
