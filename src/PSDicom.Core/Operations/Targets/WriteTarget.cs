namespace PSDicom.Operations.Targets;

/// <summary>A file to write.</summary>
public abstract class WriteTarget
{
    private protected WriteTarget(string path) => Path = path;

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>Why the file is skipped, decided when it is approved; null to write it.</summary>
    public SkippedFile? Skipped { get; set; }

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
