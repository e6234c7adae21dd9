using System;
using System.Threading;
using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;
using PSDicom.Threading;

namespace PSDicom.Operations.Rewriting;

/// <summary>A file that is read until it is written anew: held open, or loaded if it is small.</summary>
internal sealed class HeldFile : IDisposable
{
    /// <summary>Files up to this size are read at once.</summary>
    private const int MaxLoaded = 1 << 20;

    private readonly MemoryBudget.Share? _share;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="budget">The memory for small files.</param>
    public HeldFile(string path, MemoryBudget budget)
    {
        FullPath = path;
        State = FileStates.Of(path);
        Source = FileByteSource.Hold(path);
        bool isOpen = false;
        try
        {
            _share = State.Length <= MaxLoaded ? budget.TryTake(State.Length) : null;
            if (_share is not null) Source = Load(Source, (int)State.Length);
            Opened = new OpenFile(Source, path);
            isOpen = true;
        }
        finally
        {
            if (!isOpen) Dispose();
        }
    }

    /// <summary>The full path.</summary>
    public string FullPath { get; }

    /// <summary>The state of the file when it was opened.</summary>
    public FileState State { get; }

    /// <summary>The bytes of the file.</summary>
    public ByteSource Source { get; }

    /// <summary>The same bytes, as values of the file.</summary>
    public OpenFile Opened { get; } = null!;

    /// <summary>Whether the bytes are in memory.</summary>
    public bool IsLoaded => _share is not null;

    /// <summary>Reads the data set.</summary>
    /// <param name="reading">What is read of it.</param>
    /// <param name="readsWhileOpen">Whether large values are read through the open file; else they can be read later too.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public DicomFile Read(DicomReadOptions reading, bool readsWhileOpen, CancellationToken cancellation) => DicomException.InFile(FullPath, () => DicomReader.Read(
        Source, readsWhileOpen ? Opened : new FileValueSource(FullPath), FullPath, reading, cancellation));

    /// <summary>Closes the file, and frees its memory.</summary>
    public void Dispose()
    {
        Source.Dispose();
        _share?.Dispose();
    }

    private static MemoryByteSource Load(ByteSource file, int length)
    {
        var bytes = new byte[length];
        int count = file.Read(0, bytes);
        file.Dispose();
        return new MemoryByteSource(bytes.AsMemory(0, count));
    }
}
