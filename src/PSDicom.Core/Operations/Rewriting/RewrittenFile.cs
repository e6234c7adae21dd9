using System.Collections.Generic;

namespace PSDicom.Operations.Rewriting;

/// <summary>A file as it was written, or left.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Warnings">What the user should know.</param>
/// <param name="BackupPath">The old file, if it was kept; else null.</param>
internal sealed record RewrittenFile(string Path, long Length, IReadOnlyList<DicomWarning> Warnings, string? BackupPath);
