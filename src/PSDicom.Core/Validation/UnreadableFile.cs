using System;
using System.IO;
using System.Threading;
using PSDicom.IO.Sources;

namespace PSDicom.Validation;

/// <summary>The finding for a file that cannot be read, or not to its end.</summary>
internal static class UnreadableFile
{
    private const int Piece = 1 << 20;

    private static readonly string[] Extensions = [".dcm", ".dicom", ".dic"];

    /// <summary>Adds the finding.</summary>
    /// <param name="error">The error of reading.</param>
    /// <param name="source">The file.</param>
    /// <param name="path">Its path; null for bytes in memory.</param>
    /// <param name="isFound">Whether it was found in a folder, not named.</param>
    /// <param name="findings">Receives the finding.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static void Add(DicomException error, ByteSource source, string? path, bool isFound, FindingList findings, CancellationToken cancellation)
    {
        if (error.Reason == DicomErrorReason.NotDicom && IsZero(source, cancellation))
            findings.Add(FileFindings.ZeroFilled, FormattableString.Invariant($"All of the {source.Length} bytes are zero."), offset: 0);
        else if (error.Reason == DicomErrorReason.NotDicom && isFound && !IsNamedDicom(path))
            findings.Add(FileFindings.OtherFile, error.Detail, offset: 0);
        else
            findings.Add(RuleOf(error.Reason), error.Detail, error.TagPath, error.Offset);
    }

    private static FindingRule RuleOf(DicomErrorReason reason) => reason switch
    {
        DicomErrorReason.EmptyFile => FileFindings.EmptyFile,
        DicomErrorReason.NotDicom => FileFindings.NotDicom,
        DicomErrorReason.InvalidDeflate => FileFindings.DeflateDamaged,
        DicomErrorReason.ValueNotAvailable => FileFindings.FileChanged,
        _ => FileFindings.LimitExceeded,
    };

    private static bool IsNamedDicom(string? path) =>
        path is null || Array.Exists(Extensions, extension => string.Equals(Path.GetExtension(path), extension, StringComparison.OrdinalIgnoreCase));

    private static bool IsZero(ByteSource source, CancellationToken cancellation)
    {
        var piece = new byte[(int)Math.Min(Piece, source.Length)];
        for (long start = 0; start < source.Length; start += piece.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = source.Read(start, piece);
            if (count == 0 || !Zeros.AreAll(piece.AsSpan(0, count))) return false;
        }

        return true;
    }
}
