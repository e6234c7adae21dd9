using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using PSDicom.Deidentification;
using PSDicom.IO.Writing;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Protection;

/// <summary>
/// The record of a run for others, such as an ethics board: a table (CSV) of the copies with what happened to their elements, and of the files that
/// were refused, with the reasons. It has new values only, nothing of the sources: neither their paths nor their values. Thread-safe.
/// </summary>
public sealed class ProtectionReport
{
    private static readonly string[] Columns =
    [
        "File", "Status", "Reason", "PatientID", "SOPInstanceUID", "Removed", "Emptied", "Replaced", "NewUids", "MovedDates", "Cleaned", "Kept", "UnlistedText", "UnlistedTextKept",
        "Reproducible", "Retained", "CleanedContent", "Warnings",
    ];

    private readonly List<string[]> _rows = [];
    private readonly TargetFolder _target;

    /// <summary>Makes an empty one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="replaces">Whether to replace an existing one; a DICOM file is never replaced.</param>
    /// <exception cref="DicomException">It exists and is not replaced: <see cref="DicomErrorReason.TargetExists"/>.</exception>
    public ProtectionReport(string path, bool replaces)
    {
        _target = new TargetFolder(path, isFile: true, replaces);
        Check();
    }

    /// <summary>Protects an input file of the call from being replaced.</summary>
    public void Protect(string input) => _target.Protect(input);

    /// <summary>Checks that it may be written, which saving does too.</summary>
    /// <exception cref="DicomException">What exists is not replaced: <see cref="DicomErrorReason.TargetExists"/>.</exception>
    public void Check() => _target.CheckFile(_target.FullPath, null);

    /// <summary>Writes the table.</summary>
    /// <exception cref="DicomException">It must not be replaced.</exception>
    /// <exception cref="TargetWriteException">It cannot be written.</exception>
    public void Save()
    {
        Check();
        string[] lines;
        lock (_rows)
        {
            // Copies are made on several threads.
            lines = [.. _rows.Select(row => string.Join(",", row.Select(CsvText.Field))).OrderBy(line => line, StringComparer.Ordinal)];
        }

        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(new[] { string.Join(",", Columns) }.Concat(lines).Select(line => line + "\r\n")));
        if (Path.GetDirectoryName(_target.FullPath) is { Length: > 0 } folder) AtomicFile.OnTarget(folder, () => Directory.CreateDirectory(folder));
        AtomicFile.Write(_target.FullPath, _target.Replaces, stream => stream.Write(bytes, 0, bytes.Length), CancellationToken.None);
    }

    /// <summary>Adds a copy.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="destination">The folder of the copies.</param>
    /// <param name="rules">The rules of the run.</param>
    internal void Add(ProtectedFile copy, string destination, ProtectionRules rules)
    {
        string folder = Path.GetFullPath(destination);
        string file = copy.FullName.StartsWith(folder, StringComparison.Ordinal) ? copy.FullName.Substring(folder.Length).TrimStart(Path.DirectorySeparatorChar) : Path.GetFileName(copy.FullName);
        Add(
        [
            file, "Written", string.Empty, copy.PatientID ?? string.Empty, copy.SOPInstanceUID ?? string.Empty, Number(copy.Removed), Number(copy.Emptied), Number(copy.Replaced),
            Number(copy.NewUids), Number(copy.MovedDates), Number(copy.Cleaned), Number(copy.Kept), string.Join(" ", copy.UnlistedText), copy.IsUnlistedTextKept ? "True" : "False",
            copy.IsReproducible ? "True" : "False", rules.Retained.ToString(), rules.Cleaned.ToString(), string.Join(" ", copy.GetWarnings().Select(warning => warning.Message)),
        ]);
    }

    /// <summary>Adds a file that was refused.</summary>
    /// <param name="reason">Why.</param>
    internal void AddRefused(DicomErrorReason reason)
    {
        string[] row = [.. Columns.Select(_ => string.Empty)];
        row[1] = "Refused";
        row[2] = reason.ToString();
        Add(row);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Add(string[] row)
    {
        lock (_rows) _rows.Add(row);
    }
}
