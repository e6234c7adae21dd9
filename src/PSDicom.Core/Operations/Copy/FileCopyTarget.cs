using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Copy;

/// <summary>A file to copy or to move.</summary>
public sealed class FileCopyTarget : WriteTarget
{
    internal FileCopyTarget(string path)
        : base(path)
    {
    }
}
