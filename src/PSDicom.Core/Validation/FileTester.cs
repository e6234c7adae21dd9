using System;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.IO;
using PSDicom.IO.Sources;
using PSDicom.Validation.Checks;

namespace PSDicom.Validation;

/// <summary>Tests files: reads each to its end and says what is wrong with it.</summary>
public static class FileTester
{
    /// <summary>Tests a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What to test.</param>
    /// <param name="cancellation">Ends the test.</param>
    /// <returns>The findings; also for a file that is not DICOM.</returns>
    /// <exception cref="IOException">The file does not exist, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The test was canceled.</exception>
    public static DicomTestResult Test(string path, DicomTestOptions? options = null, CancellationToken cancellation = default)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        path = Path.GetFullPath(path);
        return Test(FileByteSource.Hold(path), path, options ?? DicomTestOptions.Default, cancellation);
    }

    /// <summary>Tests a file whose bytes are in memory; they must not change meanwhile.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="options">What to test.</param>
    /// <param name="cancellation">Ends the test.</param>
    /// <returns>The findings; also for bytes that are not DICOM.</returns>
    /// <exception cref="OperationCanceledException">The test was canceled.</exception>
    public static DicomTestResult Test(ReadOnlyMemory<byte> bytes, DicomTestOptions? options = null, CancellationToken cancellation = default) =>
        Test(new MemoryByteSource(bytes), null, options ?? DicomTestOptions.Default, cancellation);

    /// <summary>Tests a file.</summary>
    /// <param name="source">Its bytes; closed at the end.</param>
    /// <param name="path">Its path; null for bytes in memory.</param>
    /// <param name="options">What to test.</param>
    /// <param name="cancellation">Ends the test.</param>
    /// <param name="whileOpen">Uses the file after the test, before it is closed; not called if it cannot be read.</param>
    internal static DicomTestResult Test(
        ByteSource source, string? path, DicomTestOptions options, CancellationToken cancellation, Action<DicomFile, OpenFile>? whileOpen = null)
    {
        using var open = new OpenFile(source, path);
        var findings = new FindingList(path, options.IsStrict);
        DicomFile? file = null;
        try
        {
            var structure = new StructureObserver(findings);
            file = open.ReadHeader(new DicomReadOptions { CharacterSet = options.CharacterSet, Observer = structure }, cancellation);
            var tested = new CheckedFile(file, open, source.Length, structure.End, options);
            foreach (DicomTestLevel level in options.Levels.Prepend(DicomTestLevel.File).Distinct())
            {
                foreach (IFileCheck check in FileChecks.Of(level)) check.Check(tested, findings, cancellation);
            }

            whileOpen?.Invoke(file, open);
        }
        catch (DicomException exception)
        {
            UnreadableFile.Add(exception, source, path, options.IsFound, findings, cancellation);
        }

        return new DicomTestResult(findings.ToFindings())
        {
            FullName = path,
            Errors = findings.Count(DicomFindingSeverity.Error),
            Warnings = findings.Count(DicomFindingSeverity.Warning),
            Information = findings.Count(DicomFindingSeverity.Information),
            Ids = findings.Ids,
            TransferSyntax = file?.TransferSyntax,
            SOPClass = SOPClassOf(file),
            Length = source.Length,
        };
    }

    private static DicomUID? SOPClassOf(DicomFile? file) =>
        (file?.Dataset.GetText(DicomTag.SOPClassUID) ?? file?.FileMeta.GetText(DicomTag.MediaStorageSOPClassUID)) is { } uid ? new DicomUID(uid) : null;
}
