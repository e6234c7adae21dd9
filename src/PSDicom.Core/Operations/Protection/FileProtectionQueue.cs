using System;
using System.Threading;
using PSDicom.IO.Writing;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Protection;

/// <summary>Writes de-identified copies of many files, in the order in which they are added.</summary>
/// <typeparam name="TSource">The caller's name of a file.</typeparam>
public sealed class FileProtectionQueue<TSource> : OrderedWriter<TSource, ProtectionTarget, ProtectedFile>
{
    private static readonly NameTemplate ByIdentifiers = NameTemplate.Parse("{StudyInstanceUID}/{SeriesInstanceUID}/{SOPInstanceUID}");

    private readonly FileProtectionOptions _options;
    private readonly TargetFolder _folder;
    private readonly InputPaths _added = new();

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
        : base(folder, options.SkipExisting, throttleLimit, cancellation, waitsForDisk: true)
    {
        _options = options;
        _folder = folder;
    }

    /// <summary>Whether the destination lies in a folder of input files, so that copies would lie among the originals.</summary>
    /// <param name="root">The folder that is searched.</param>
    public bool IsDestinationIn(string root) => _folder.IsIn(root);

    /// <summary>Queues a file.</summary>
    /// <param name="source">The caller's name of the file.</param>
    /// <param name="path">The file.</param>
    /// <returns>Null if it is queued; else why it is skipped: it is already queued, or a temporary file or backup of this module.</returns>
    public SkippedFile? TryAdd(TSource source, string path)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        if (TemporaryName.Is(path)) return SkippedFile.OfTemporary(path);
        if (!_added.TryAdd(path)) return SkippedFile.OfRepeated(path);
        Add(source, stop => FileProtection.Open(path, _options, _folder, _options.Names ?? ByIdentifiers, stop));
        return null;
    }

    private static TargetFolder FolderOf(FileProtectionOptions options)
    {
        options.Validate();
        return new TargetFolder(options.Destination, isFile: false, options.Force);
    }
}
