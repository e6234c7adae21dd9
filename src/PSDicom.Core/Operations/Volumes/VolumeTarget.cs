using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Volumes;

/// <summary>A file of a volume that is to be written.</summary>
public sealed class VolumeTarget : WriteTarget
{
    internal VolumeTarget(string path, string? sidecarPath)
        : base(path) => SidecarPath = sidecarPath;

    /// <summary>The full path of the JSON file beside it; null if there is to be none.</summary>
    public string? SidecarPath { get; }
}
