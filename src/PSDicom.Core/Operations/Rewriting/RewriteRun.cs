using System.Collections.Generic;
using PSDicom.Editing;
using PSDicom.Operations.Targets;
using PSDicom.Threading;

namespace PSDicom.Operations.Rewriting;

/// <summary>What is common to all files of a run.</summary>
/// <param name="Options">The options.</param>
/// <param name="Changes">The changes.</param>
/// <param name="Uids">The new unique identifiers; null if none are replaced.</param>
/// <param name="Folder">The destination.</param>
/// <param name="Budget">The memory for files that are loaded.</param>
/// <param name="Reading">What is read of each file before its changes are resolved.</param>
internal sealed record RewriteRun(
    FileRewriteOptions Options, IReadOnlyList<DatasetChange> Changes, UidMap? Uids, TargetFolder Folder, MemoryBudget Budget, DicomReadOptions Reading);
