namespace PSDicom.Codecs.JpegLs;

/// <summary>The state of a scan or restart interval: the bits and the contexts.</summary>
/// <typeparam name="TBits">The reader or writer of bits.</typeparam>
internal unsafe struct CodingState<TBits>
    where TBits : unmanaged
{
    public TBits Bits;

    /// <summary>The contexts of regular mode.</summary>
    public RegularContext* Contexts;

    /// <summary>The contexts of run interruption: predicted by the sample above, and by the run.</summary>
    public RunContext InterruptedAbove;

    public RunContext InterruptedRun;

    /// <summary>RUNindex of the current component.</summary>
    public int RunIndex;

    /// <summary>The middle of the table of gradient regions.</summary>
    public sbyte* Regions;

    public int MaxValue;
    public int Near;
    public int Reset;
    public int RangeBits;
    public int Limit;

    /// <summary>The number of zeros before an uncoded number in regular mode.</summary>
    public int MaxPrefix;

    /// <summary>RANGE: the number of prediction errors.</summary>
    public int Range;

    /// <summary>The least of them.</summary>
    public int LeastError;

    /// <summary>RANGE * (2 * NEAR + 1).</summary>
    public int ReconstructedRange;

    /// <summary>2^32 / (2 * NEAR + 1), rounded up.</summary>
    public ulong StepReciprocal;

    public CodingState(in JpegLsCodingParameters parameters, RegularContext* contexts, sbyte* regions)
        : this()
    {
        Contexts = contexts;
        Regions = regions;
        MaxValue = parameters.MaxValue;
        Near = parameters.Near;
        Reset = parameters.Reset;
        RangeBits = parameters.RangeBits;
        Limit = parameters.Limit;
        MaxPrefix = Limit - RangeBits - 1;
        Range = parameters.Range;
        LeastError = -(Range / 2);
        int step = (2 * Near) + 1;
        ReconstructedRange = Range * step;
        StepReciprocal = ((1UL << 32) + (uint)step - 1) / (uint)step;
    }

    /// <summary>Starts a scan or restart interval (ITU-T T.87 A.2.1).</summary>
    public void Begin(TBits bits)
    {
        Bits = bits;
        int initialSum = (Range + 32) / 64;
        if (initialSum < 2) initialSum = 2;
        for (int i = 0; i < RegularContext.Total; i++) Contexts[i] = new RegularContext(initialSum);
        InterruptedAbove = new RunContext(0, initialSum);
        InterruptedRun = new RunContext(1, initialSum);
    }
}
