namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>The decoding state of a restart interval: the bits and the contexts.</summary>
internal unsafe struct CodingState
{
    public JpegLsBitReader Bits;

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

    /// <summary>RANGE * (2 * NEAR + 1).</summary>
    public int ReconstructedRange;

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
        ReconstructedRange = parameters.Range * ((2 * parameters.Near) + 1);
    }

    /// <summary>Starts a scan or restart interval (ITU-T T.87 A.2.1).</summary>
    public void Begin(JpegLsBitReader bits)
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
