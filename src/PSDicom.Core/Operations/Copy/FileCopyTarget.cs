using System.Collections.Generic;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Copy;

/// <summary>A file to copy or to move.</summary>
public sealed class FileCopyTarget : WriteTarget
{
    internal FileCopyTarget(string path, IReadOnlyList<DicomElementChange> changes)
        : base(path) => Changes = changes;

    /// <summary>The changes that the file gets on its way.</summary>
    public IReadOnlyList<DicomElementChange> Changes { get; }
}
