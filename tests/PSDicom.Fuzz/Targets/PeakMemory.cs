namespace PSDicom.Fuzz;

/// <summary>Looks, while a case runs, how much memory the process has.</summary>
internal sealed class PeakMemory : IDisposable
{
    private const int LookEvery = 20;

    private readonly Timer _timer;
    private long _most;

    /// <summary>Starts to look, after the memory of earlier cases is given back: it would count for this one.</summary>
    public PeakMemory()
    {
#if NET
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
#endif
        _timer = new Timer(_ => Look(), null, 0, LookEvery);
    }

    /// <summary>Looks once more.</summary>
    /// <returns>The most bytes that there were.</returns>
    public long Stop()
    {
        Look();
        return Interlocked.Read(ref _most);
    }

    public void Dispose() => _timer.Dispose();

    private void Look() => Interlocked.Exchange(ref _most, Math.Max(Interlocked.Read(ref _most), Environment.WorkingSet));
}
