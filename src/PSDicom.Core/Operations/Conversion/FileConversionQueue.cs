using System;
using System.Threading;
using PSDicom.Operations.Targets;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Operations.Conversion;

/// <summary>Converts many files, in the order in which they are added: in their place, or as copies in a destination.</summary>
/// <typeparam name="TSource">The caller's name of a file.</typeparam>
public sealed class FileConversionQueue<TSource> : DicomFileQueue<TSource, ConversionTarget, DicomConversion>
{
    /// <summary>Bytes of small files that are in memory between reading and writing.</summary>
    private const long MaxLoaded = 64 << 20;

    private readonly FileConversionOptions _options;
    private readonly TargetFolder _folder;
    private readonly MemoryBudget _budget = new(MaxLoaded);

    /// <summary>Creates a queue. Its threads start with the first file.</summary>
    /// <param name="options">The options.</param>
    /// <param name="throttleLimit">The number of files opened at the same time, and of threads, up to the number of processors.</param>
    /// <param name="cancellation">Cancels the work and any wait for it.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public FileConversionQueue(FileConversionOptions options, int throttleLimit, CancellationToken cancellation)
        : this(options, FolderOf(options ?? throw new ArgumentNullException(nameof(options))), throttleLimit, cancellation)
    {
    }

    private FileConversionQueue(FileConversionOptions options, TargetFolder folder, int throttleLimit, CancellationToken cancellation)
        : base(folder, options.Files.IsInPlace, options.Files.SkipExisting, throttleLimit, waitsForDisk: false, cancellation)
    {
        _options = options;
        _folder = folder;
    }

    private protected override IWriteSource<ConversionTarget, DicomConversion> Open(string path, string? root, CancellationToken cancellation) =>
        FileConversion.Read(path, root, _options, _folder, _budget, cancellation);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) SamplePool.Shared.Clear();
    }

    private static TargetFolder FolderOf(FileConversionOptions options)
    {
        options.Validate();
        return options.Files.NewFolder();
    }
}
