using System;

namespace PSDicom.Operations;

/// <summary>A share of memory that is given back where a frame cannot be made after all.</summary>
internal sealed class HeldMemory(MemoryBudget.Share? share) : IDisposable
{
    private MemoryBudget.Share? _share = share;

    /// <summary>The share, which is the frame's from now on.</summary>
    public MemoryBudget.Share? Keep()
    {
        MemoryBudget.Share? kept = _share;
        _share = null;
        return kept;
    }

    public void Dispose() => _share?.Dispose();
}
