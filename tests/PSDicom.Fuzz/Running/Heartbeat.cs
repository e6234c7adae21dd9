using System.IO.MemoryMappedFiles;

namespace PSDicom.Fuzz;

/// <summary>What a worker is at, in memory that outlives it.</summary>
internal sealed class Heartbeat : IDisposable
{
    private const int Length = 24;
    private const long NumberAt = 0, LimitAt = 8, BeatAt = 16;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _memory;

    public Heartbeat(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, Length);
        _memory = _file.CreateViewAccessor(0, Length);
    }

    /// <summary>The case that is run; -1 if none is.</summary>
    public long Number => _memory.ReadInt64(NumberAt);

    /// <summary>Seconds of processors that it may take.</summary>
    public double Limit => _memory.ReadDouble(LimitAt);

    /// <summary>Changes with each case.</summary>
    public long Beat => _memory.ReadInt64(BeatAt);

    public void Set(long number, double limit)
    {
        _memory.Write(NumberAt, number);
        _memory.Write(LimitAt, limit);
        _memory.Write(BeatAt, Beat + 1);
    }

    public void Dispose()
    {
        _memory.Dispose();
        _file.Dispose();
    }
}
