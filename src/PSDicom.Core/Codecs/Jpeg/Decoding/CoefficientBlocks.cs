using System;
using System.Threading;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>The coefficients of a component in progressive mode, 64 for each block, in <see cref="TransformOrder"/>.</summary>
internal sealed unsafe class CoefficientBlocks(int blocksPerLine, int lines) : IDisposable
{
    private readonly PinnedBuffer _memory = new((long)blocksPerLine * lines * ((64 * sizeof(short)) + sizeof(ulong)));

    private int _linesReached;

    /// <summary>The number of block lines that a scan has reached. The rest has no coefficients.</summary>
    public int LinesReached => Volatile.Read(ref _linesReached);

    public short* Block(int x, int y) => (short*)_memory.Pointer + (((long)y * blocksPerLine + x) * 64);

    /// <summary>
    /// The AC coefficients of a block that have a nonzero history, one bit for each in zig-zag sequence (T.81 G.1.2.3).
    /// </summary>
    public ulong* NonZero(int x, int y) => (ulong*)Block(0, lines) + ((long)y * blocksPerLine) + x;

    /// <summary>Records the number of block lines that a scan has reached. Thread-safe.</summary>
    public void Reach(int lines)
    {
        for (int reached = LinesReached; lines > reached; reached = LinesReached)
            Interlocked.CompareExchange(ref _linesReached, lines, reached);
    }

    public void Dispose() => _memory.Dispose();
}
