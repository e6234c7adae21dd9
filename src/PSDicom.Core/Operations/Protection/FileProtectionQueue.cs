using System;
using System.Threading;
using PSDicom.Deidentification;
using PSDicom.Operations.Targets;
using PSDicom.Pixels;

namespace PSDicom.Operations.Protection;

/// <summary>Writes de-identified copies of many files, in the order in which they are added.</summary>
/// <typeparam name="TSource">The caller's name of a file.</typeparam>
public sealed class FileProtectionQueue<TSource> : DicomFileQueue<TSource, ProtectionTarget, ProtectedFile>
{
    private static readonly NameTemplate ByIdentifiers = NameTemplate.Parse("{StudyInstanceUID}/{SeriesInstanceUID}/{SOPInstanceUID}");

    private readonly FileProtectionOptions _options;
    private readonly TargetFolder _folder;

    /// <summary>Creates a queue. Its threads start with the first file.</summary>
    /// <param name="options">The options.</param>
    /// <param name="throttleLimit">The number of files read and written at the same time.</param>
    /// <param name="cancellation">Cancels the work and any wait for it.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public FileProtectionQueue(FileProtectionOptions options, int throttleLimit, CancellationToken cancellation)
        : this(options, FolderOf(options ?? throw new ArgumentNullException(nameof(options))), throttleLimit, cancellation)
    {
    }

    private FileProtectionQueue(FileProtectionOptions options, TargetFolder folder, int throttleLimit, CancellationToken cancellation)
        : base(folder, isInPlace: false, options.SkipExisting, throttleLimit, waitsForDisk: !options.Rules.Cleans(Cleaning.PixelData), cancellation)
    {
        _options = options;
        _folder = folder;
    }

    private protected override IWriteSource<ProtectionTarget, ProtectedFile> Open(string path, string? root, CancellationToken cancellation)
    {
        try
        {
            return FileProtection.Open(path, _options, _folder, _options.Names ?? ByIdentifiers, cancellation);
        }
        catch (DicomException exception) when (exception.Kind == DicomErrorKind.File && SkippedFile.Of(path, exception) is null)
        {
            _options.Report?.AddRefused(exception.Reason);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) SamplePool.Shared.Clear();
    }

    private static TargetFolder FolderOf(FileProtectionOptions options)
    {
        options.Validate();
        return new TargetFolder(options.Destination, isFile: false, options.Force);
    }
}
