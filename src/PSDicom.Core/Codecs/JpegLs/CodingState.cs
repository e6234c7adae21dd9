namespace PSDicom.Codecs.JpegLs;

/// <summary>All that coding a restart interval knows: the bits that come, and what has been seen.</summary>
internal unsafe struct CodingState
{
    public BitReader Bits;

    /// <summary>The contexts of regular mode.</summary>
    public RegularContext* Contexts;

    /// <summary>Where runs were interrupted: predicted by the sample above, and by the run.</summary>
    public RunContext InterruptedAbove;

    public RunContext InterruptedRun;

    /// <summary>RUNindex of the component that is being decoded.</summary>
    public int RunIndex;

    /// <summary>The middle of the table of gradients' regions.</summary>
    public sbyte* Regions;

    public int MaxValue;
    public int Near;
    public int Reset;
    public int RangeBits;
    public int Limit;

    /// <summary>Zeros of a code in regular mode that tell that the number itself follows.</summary>
    public int MaxPrefix;

    /// <summary>RANGE * (2 * NEAR + 1).</summary>
    public int ReconstructedRange;

    public CodingState(in CodingParameters parameters, RegularContext* contexts, sbyte* regions)
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
        ReconstructedRange = parameters.Range * ((2 * parameters.Near) + 1);
    }

    /// <summary>Begins a scan or restart interval (ITU-T T.87 A.2.1).</summary>
    public void Begin(BitReader bits)
    {
        Bits = bits;
        int range = ReconstructedRange / ((2 * Near) + 1);
        int initialSum = (range + 32) / 64;
        if (initialSum < 2) initialSum = 2;
        for (int i = 0; i < RegularContext.Total; i++) Contexts[i] = new RegularContext(initialSum);
        InterruptedAbove = new RunContext(0, initialSum);
        InterruptedRun = new RunContext(1, initialSum);
    }
}
