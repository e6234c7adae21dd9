using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Volumes;

/// <summary>A volume file to write.</summary>
public sealed class VolumeTarget : WriteTarget
{
    internal VolumeTarget(string path, string? sidecarPath)
        : base(path) => SidecarPath = sidecarPath;

    /// <summary>The full path of its JSON sidecar; null if there is none.</summary>
    public string? SidecarPath { get; }
}
