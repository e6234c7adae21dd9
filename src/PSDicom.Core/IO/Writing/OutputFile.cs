using System.IO;

namespace PSDicom.IO.Writing;

/// <summary>A new file that is written at any position and can be read back. Its errors name the file that it becomes.</summary>
internal sealed partial class OutputFile : OutputBytes
{
    private const long Unknown = -1;

    private readonly FileStream _stream;
    private readonly string _target;
    private long _length = Unknown;

    private OutputFile(FileStream stream, string target, bool isCopy)
    {
        _stream = stream;
        _target = target;
        IsCopy = isCopy;
    }

    /// <summary>Whether it was made as a copy of the source, and only needs the differences.</summary>
    public bool IsCopy { get; }

    /// <inheritdoc/>
    public override long Length => _length == Unknown ? _length = AtomicFile.OnTarget(_target, () => _stream.Length) : _length;

    /// <summary>Makes a file that does not exist.</summary>
    /// <param name="path">The file.</param>
    /// <param name="target">The file that it becomes.</param>
    /// <param name="mode">The permissions on Unix; null for the default ones.</param>
    /// <exception cref="TargetWriteException">It cannot be made.</exception>
    public static OutputFile Create(string path, string target, int? mode = null) =>
        AtomicFile.OnTarget(target, () => new OutputFile(OpenNew(path, mode), target, isCopy: false));

    /// <summary>Makes a copy of a file, by the system: on a share, its bytes need not cross the network.</summary>
    /// <inheritdoc cref="Create"/>
    public static OutputFile CreateCopy(string source, string path, string target) => AtomicFile.OnTarget(target, () =>
    {
        File.Copy(source, path);
        if ((File.GetAttributes(path) & FileAttributes.ReadOnly) != 0) File.SetAttributes(path, FileAttributes.Normal);
        return new OutputFile(new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1), target, isCopy: true);
    });

    /// <inheritdoc/>
    public override void Dispose()
    {
        _stream.Dispose();
        base.Dispose();
    }
}
