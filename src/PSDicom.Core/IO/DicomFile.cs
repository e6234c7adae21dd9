using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.IO;

namespace PSDicom;

/// <summary>
/// A DICOM file that was read (PS3.10). It holds no file open: bulk values, pixel data above all, are read from the file
/// when they are asked for.
/// </summary>
public sealed class DicomFile
{
    internal DicomFile(
        string? path, long length, DicomTransferSyntax transferSyntax, DicomDataset fileMeta, DicomDataset dataset, IReadOnlyList<DicomWarning> warnings)
    {
        Path = path;
        Length = length;
        TransferSyntax = transferSyntax;
        FileMeta = fileMeta;
        Dataset = dataset;
        Warnings = warnings;
    }

    /// <summary>The file's path as it was opened; null for bytes in memory.</summary>
    public string? Path { get; }

    /// <summary>The file's size in bytes.</summary>
    public long Length { get; }

    /// <summary>How the data set is encoded, as the file declares it; if it does not, as it was found to be.</summary>
    public DicomTransferSyntax TransferSyntax { get; }

    /// <summary>The file meta information, group 0002; empty if the file has none (PS3.10 section 7.1).</summary>
    public DicomDataset FileMeta { get; }

    /// <summary>The data set.</summary>
    public DicomDataset Dataset { get; }

    /// <summary>What is missing in the file or contradicts itself; empty for a file that is whole.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; }

    /// <summary>The first of the warnings that is about the structure of the file, not about a value: why something may be missing.</summary>
    internal DicomWarning? Damage { get; init; }

    /// <summary>Opens, reads and closes a file. Others may write, rename or delete it meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What of it to read; everything, if null.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="DicomException">The file is not DICOM, or cannot be read further.</exception>
    /// <exception cref="System.IO.IOException">The file is not there, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static DicomFile Open(string path, DicomReadOptions? options = null, CancellationToken cancellation = default)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        using var source = new FileByteSource(path);
        try
        {
            return DicomReader.Read(source, new FileValueSource(path), path, options ?? DicomReadOptions.Default, cancellation);
        }
        catch (DicomException exception) when (exception.Path is null)
        {
            throw exception.WithPath(path);
        }
    }

    /// <summary>Reads a file whose bytes are in memory; they must not change afterwards.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="options">What of it to read; everything, if null.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="DicomException">The bytes are not DICOM, or cannot be read further.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static DicomFile Open(ReadOnlyMemory<byte> bytes, DicomReadOptions? options = null, CancellationToken cancellation = default)
    {
        using var source = new MemoryByteSource(bytes);
        return DicomReader.Read(source, source, null, options ?? DicomReadOptions.Default, cancellation);
    }

    /// <summary>The element of the tag, from the file meta information if its group is 0002, or null.</summary>
    public DicomElement? Find(DicomTag tag) => (tag.Group == 0x0002 ? FileMeta : Dataset)[tag];

    /// <summary>The path.</summary>
    public override string ToString() => Path ?? base.ToString()!;
}
