using System;

namespace PSDicom.Threading;

/// <summary>A share of memory for a frame, which is released if the frame cannot be made.</summary>
internal sealed class HeldMemory(MemoryBudget.Share? share) : IDisposable
{
    private MemoryBudget.Share? _share = share;

    /// <summary>Hands the share over to the frame.</summary>
    public MemoryBudget.Share? Keep()
    {
        MemoryBudget.Share? kept = _share;
        _share = null;
        return kept;
    }

    public void Dispose() => _share?.Dispose();
}
