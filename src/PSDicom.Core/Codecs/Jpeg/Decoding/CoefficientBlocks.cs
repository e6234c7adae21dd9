using System;
using System.Threading;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>The coefficients of a component in progressive mode, 64 for each block, in <see cref="TransformOrder"/>.</summary>
internal sealed unsafe class CoefficientBlocks(int blocksPerLine, int lines) : IDisposable
{
    private readonly PinnedBuffer _memory = new((long)blocksPerLine * lines * ((64 * sizeof(short)) + sizeof(ulong)));

    private int _linesReached;

    /// <summary>How many block lines a scan has reached; there is nothing to show of the rest.</summary>
    public int LinesReached => Volatile.Read(ref _linesReached);

    public short* Block(int x, int y) => (short*)_memory.Pointer + (((long)y * blocksPerLine + x) * 64);

    /// <summary>
    /// Of a block, a bit for each AC coefficient by its index in the zig-zag sequence: set if it has a nonzero history (T.81 G.1.2.3).
    /// </summary>
    public ulong* NonZero(int x, int y) => (ulong*)Block(0, lines) + ((long)y * blocksPerLine) + x;

    /// <summary>Notes that a scan has reached so many block lines; scans may be on several threads.</summary>
    public void Reach(int lines)
    {
        for (int reached = LinesReached; lines > reached; reached = LinesReached)
            Interlocked.CompareExchange(ref _linesReached, lines, reached);
    }

    public void Dispose() => _memory.Dispose();
}
