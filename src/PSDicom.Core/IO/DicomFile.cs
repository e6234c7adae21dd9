using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom;

/// <summary>
/// A DICOM file that was read (PS3.10). It does not keep the file open: bulk values, above all pixel data, are read from the file on demand.
/// </summary>
/// <remarks>
/// In PowerShell its elements are its properties. Everything else is a method, because Select-Object * and ConvertTo-Json would show
/// properties beside the elements.
/// </remarks>
public sealed class DicomFile
{
    private const ushort FileMetaGroup = 0x0002;

    private readonly DicomReadOptions _options;
    private WeakReference<DicomFile>? _more;

    internal DicomFile(
        string? path,
        long length,
        DicomTransferSyntax transferSyntax,
        DicomDataset fileMeta,
        DicomDataset dataset,
        IReadOnlyList<DicomWarning> warnings,
        DicomReadOptions options)
    {
        _options = options;
        FullName = path;
        Length = length;
        TransferSyntax = transferSyntax;
        FileMeta = fileMeta;
        Dataset = dataset;
        Warnings = warnings;
    }

    /// <summary>The file's full path; null for bytes in memory.</summary>
    public string? FullName { get; }

    /// <inheritdoc cref="GetLength"/>
    internal long Length { get; }

    /// <summary>The bytes of the file that were read or inflated, which limit the cost of further work.</summary>
    internal long BytesRead { get; init; }

    /// <summary>The places and encodings of the parts of the file.</summary>
    internal FileParts Parts { get; init; }

    /// <inheritdoc cref="GetTransferSyntax"/>
    internal DicomTransferSyntax TransferSyntax { get; }

    /// <inheritdoc cref="GetFileMeta"/>
    internal DicomDataset FileMeta { get; }

    /// <inheritdoc cref="GetDataset"/>
    internal DicomDataset Dataset { get; }

    /// <inheritdoc cref="GetWarnings"/>
    internal IReadOnlyList<DicomWarning> Warnings { get; }

    /// <summary>The first warning about the structure of the file, not about a value: it explains missing elements.</summary>
    internal DicomWarning? Damage { get; init; }

    /// <summary>Opens, reads and closes a file. Other programs may write, rename or delete it meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What to read; everything if null.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="DicomException">The file is not DICOM, or cannot be read further.</exception>
    /// <exception cref="System.IO.IOException">The file does not exist, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was canceled.</exception>
    public static DicomFile Open(string path, DicomReadOptions? options = null, CancellationToken cancellation = default)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        path = System.IO.Path.GetFullPath(path);
        using var source = new FileByteSource(path);
        return DicomException.InFile(path, () => DicomReader.Read(source, new FileValueSource(path), path, options ?? DicomReadOptions.Default, cancellation));
    }

    /// <summary>Reads a file whose bytes are in memory; they must not change afterwards.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="options">What to read; everything if null.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="DicomException">The bytes are not DICOM, or cannot be read further.</exception>
    /// <exception cref="OperationCanceledException">The reading was canceled.</exception>
    public static DicomFile Open(ReadOnlyMemory<byte> bytes, DicomReadOptions? options = null, CancellationToken cancellation = default)
    {
        using var source = new MemoryByteSource(bytes);
        return DicomReader.Read(source, new OpenValueSource(source), null, options ?? DicomReadOptions.Default, cancellation);
    }

    /// <summary>The element with the tag, from the file meta information if its group is 0002; null if the file does not have it.</summary>
    /// <inheritdoc cref="Including" path="/remarks|/exception"/>
    public DicomElement? Find(DicomTag tag)
    {
        if (tag.Group == FileMetaGroup) return FileMeta[tag];
        DicomFile file = Covers(tag) ? this : Including(new TagSet([TagMask.Of(tag)]));
        return file.Dataset[tag];
    }

    /// <summary>The file's size in bytes.</summary>
    public long GetLength() => Length;

    /// <summary>The declared transfer syntax; if none is declared, the one that fits the encoding of the data set.</summary>
    public DicomTransferSyntax GetTransferSyntax() => TransferSyntax;

    /// <summary>The file meta information, group 0002; empty if the file has none (PS3.10 section 7.1).</summary>
    public DicomDataset GetFileMeta() => FileMeta;

    /// <summary>The data set. If only some elements were read, it contains only these; <see cref="Including"/> reads more.</summary>
    public DicomDataset GetDataset() => Dataset;

    /// <summary>The problems of the file: missing or contradictory data; empty for an intact file.</summary>
    public IReadOnlyList<DicomWarning> GetWarnings() => Warnings;

    /// <summary>The columns of a table with one row per file, if the file was read for a query; else none.</summary>
    public IReadOnlyList<TagColumn> GetColumns() => _options.Query?.Columns ?? [];

    /// <summary>The value of a column for this file; null if it has none.</summary>
    /// <inheritdoc cref="Including" path="/remarks|/exception"/>
    public object? ValueOf(TagColumn column)
    {
        if (column is null) throw new ArgumentNullException(nameof(column));
        return column.ValueIn(FileMeta) ?? column.ValueIn(Including(column.Selection).Dataset);
    }

    /// <summary>The file with the wanted elements: this one, or if they were not read, the file read again.</summary>
    /// <param name="wanted">The elements of the data set; null for all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <remarks>An element that is missing in the result is missing in the file.</remarks>
    /// <exception cref="DicomException">The file has changed since it was read, or its bytes were in memory.</exception>
    /// <exception cref="System.IO.IOException">The file no longer exists, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may no longer be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was canceled.</exception>
    public DicomFile Including(ITagSelection? wanted, CancellationToken cancellation = default)
    {
        if (Covers(wanted)) return this;
        if (_more is not null && _more.TryGetTarget(out DicomFile? known) && known.Covers(wanted)) return known;
        if (FullName is null)
            throw new DicomException(DicomErrorReason.ValueNotAvailable, "The element was not read, and a file that was given as bytes cannot be read again.");
        if (!FileChange.IsSame(this, Open(FullName, _options, cancellation)))
            throw new DicomException(DicomErrorReason.ValueNotAvailable, "The file has changed since it was read; read it again.", FullName);

        var more = new DicomReadOptions { StopAtPixelData = wanted?.Last <= DicomTag.PixelData, CharacterSet = CharacterSet };
        DicomFile file = Open(FullName, more, cancellation);
        _more = new WeakReference<DicomFile>(file);
        return file;
    }

    /// <summary>The file with all elements before the pixel data: this one, or if only some tags were read, the file read again.</summary>
    /// <inheritdoc cref="Including" path="/param|/remarks|/exception"/>
    public DicomFile IncludingHeader(CancellationToken cancellation = default) =>
        _options.Selection is null ? this : Including(HeaderSelection.Instance, cancellation);

    /// <summary>The character set from the options; null for the one that the file declares.</summary>
    internal CharacterSet? CharacterSet => _options.CharacterSet;

    /// <summary>Whether the elements were read, if the file has them.</summary>
    internal bool Covers(ITagSelection? wanted) => _options.Covers(wanted) || (_options.CoversHeader(wanted) && !EndsAtPixelData());

    /// <summary>The path.</summary>
    public override string ToString() => FullName ?? base.ToString()!;

    private bool Covers(DicomTag tag) => _options.Covers(tag) || (_options.CoversHeader(tag) && !EndsAtPixelData());

    /// <summary>Whether there may be unread elements after the pixel data.</summary>
    private bool EndsAtPixelData()
    {
        if (Dataset.Elements.Count == 0) return false;
        DicomElement last = Dataset.Elements[Dataset.Elements.Count - 1];
        bool isInFile = ReferenceEquals(Dataset.Store, FileMeta.Store);
        return last.Tag.IsPixelData && !(isInFile && last.Length >= 0 && last.Offset + last.Length >= Length);
    }
}
