using System.Collections.Generic;
using System.Threading;
using PSDicom.Editing.Splicing;
using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;

namespace PSDicom.Editing;

/// <summary>How a file is rewritten.</summary>
/// <param name="splice">The differences.</param>
/// <param name="sourceLength">The length of the source in bytes.</param>
/// <param name="parts">The parts of the file as it will be.</param>
internal sealed class RewritePlan(Splice splice, long sourceLength, FileParts parts)
{
    private const int FirstRead = 16 * 1024;

    /// <summary>The length of the file in bytes.</summary>
    public long Length => sourceLength + splice.Delta;

    /// <summary>Whether no byte moves, so that a copy of the source can be patched.</summary>
    public bool KeepsPositions => splice.KeepsPositions;

    /// <summary>The digest of the file meta information.</summary>
    public ulong DigestOfMeta { get; init; }

    /// <summary>The digest of the data set.</summary>
    public ulong DigestOfDataset { get; init; }

    /// <summary>What the user should know about the change.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; init; } = [];

    /// <summary>The bytes of the file as it will be. They are read from the source, which stays open.</summary>
    /// <param name="source">The bytes of the file as it is.</param>
    /// <param name="cancellation">Ends the deflating.</param>
    public ByteSource Content(ByteSource source, CancellationToken cancellation)
    {
        var spliced = new SplicedContent(source, 0, splice);
        if (splice.IsSmall) return new SplicedSource(source, splice);

        // A data set that was deflated anew is in memory already.
        var whole = new Spool(string.Empty, int.MaxValue);
        spliced.WriteTo(whole, 0, cancellation);
        return whole;
    }

    /// <summary>Writes the file, and checks what was written.</summary>
    /// <param name="output">The new file.</param>
    /// <param name="source">The bytes of the file as it is.</param>
    /// <param name="path">Its path, for errors.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DicomException">It does not read as intended: <see cref="DicomErrorReason.RewriteFailed"/>.</exception>
    public void Fill(OutputFile output, ByteSource source, string path, CancellationToken cancellation) => DicomException.InFile(path, () =>
    {
        WriteTo(output, source, cancellation);
        Check(output, cancellation);
        return 0;
    });

    /// <summary>Writes the file.</summary>
    public void WriteTo(OutputFile output, ByteSource source, CancellationToken cancellation) =>
        new SpliceWriter(output, source, cancellation).Write(splice, sourceLength);

    /// <summary>Reads what was written, and compares its structure and its small values with the intended ones.</summary>
    /// <exception cref="DicomException">It does not read as intended: <see cref="DicomErrorReason.RewriteFailed"/>.</exception>
    public void Check(ByteSource written, CancellationToken cancellation)
    {
        if (!IsAsIntended(written, cancellation))
        {
            throw new DicomException(
                DicomErrorReason.RewriteFailed,
                "The changed file would not read as intended, because the structure of this file is ambiguous. It is left as it is.");
        }
    }

    private bool IsAsIntended(ByteSource written, CancellationToken cancellation)
    {
        if (written.Length != Length || !HasParts(DicomReader.FindParts(written, cancellation))) return false;
        using var window = new ByteWindow(written, FirstRead, cancellation);
        if (DatasetDigest.Of(window, parts.MetaStart, parts.MetaEncoding, MetaSelection.Group, out _, cancellation) != DigestOfMeta) return false;
        if (!parts.IsDeflated) return IsDataset(window, parts.DatasetStart, cancellation);
        using InflatedByteSource inflated = Inflater.Inflate(written, parts.DatasetStart, [], cancellation);
        using var inflatedWindow = new ByteWindow(inflated, FirstRead, cancellation);
        return IsDataset(inflatedWindow, 0, cancellation);
    }

    /// <summary>
    /// Whether a reader, which goes by the declared transfer syntax and by the bytes, finds the intended parts. A data set without elements has no
    /// encoding.
    /// </summary>
    private bool HasParts(FileParts found) => found == (parts.DatasetStart == Length ? parts with { Encoding = found.Encoding } : parts);

    private bool IsDataset(ByteWindow window, long start, CancellationToken cancellation) =>
        DatasetDigest.Of(window, start, parts.Encoding, null, out _, cancellation) == DigestOfDataset;
}
