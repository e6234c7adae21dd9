using System;
using System.Collections.Generic;
using PSDicom.Editing;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Rewriting;

/// <summary>A file to change, in its place or as a copy.</summary>
public sealed class RewriteTarget : WriteTarget
{
    internal RewriteTarget(string path, DicomFile file, IReadOnlyList<DatasetChange> changes)
        : base(path)
    {
        File = file;
        Changes = changes;
    }

    /// <summary>The file as it is.</summary>
    public DicomFile File { get; }

    /// <summary>The changes; they may be replaced by others for this file when it is approved.</summary>
    public IReadOnlyList<DatasetChange> Changes { get; set; }

    /// <summary>The error of finding the values for this file; null if there is none.</summary>
    public Exception? Error { get; set; }
}
