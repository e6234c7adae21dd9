namespace PSDicom.Fuzz;

/// <summary>
/// What a case may cost for the bytes that go in and the pixels that come out. The bounds are those of <see cref="DicomLimits"/>, in bytes and steps;
/// the constants here say what a step takes, and how often a case does the same.
/// </summary>
internal static class CaseBounds
{
    /// <summary>Bytes that are allocated in all for each that is held at a time: lists grow, and texts are made of texts.</summary>
    private const int Turnover = 4;

    /// <summary>Bytes for each character of a text: two, and those of its value.</summary>
    private const long OfCharacter = 4;

    /// <summary>Bytes for each of a frame: its samples once, and what decoding needs, as the largest blank frame may take it.</summary>
    private const long OfProducedByte = 1 + (DicomLimits.MinimumToDecode / DicomLimits.MinimumDecoded);

    /// <summary>Bytes of a step of JPEG 2000 beyond pixels (<see cref="DicomLimits.MinimumWork"/>).</summary>
    private const long BytesOfStep = 12;

    /// <summary>How often an operation goes over the elements of a file.</summary>
    private const int Passes = 2;

    /// <summary>How often samples are gone over beside the scans of JPEG: decoded, their colour made, measured, hashed or written.</summary>
    private const int PassesOfFrame = 4;

    /// <summary>Largest frames that a case may decode before it is given up.</summary>
    private const int MaxLargestFrames = 16;

    /// <summary>A worker compiles what it runs first, and collects what cases before it left.</summary>
    private const double AlwaysSeconds = 1;

    private const double SecondsOfReadingStep = 100e-9, SecondsOfDecodingStep = 20e-9, SecondsOfSample = 5e-9, SecondsOfInflatedByte = 4e-9;

    /// <summary>Memory of the process beside that which <see cref="DicomLimits"/> share out: the program, its seeds, and what is free and not given back.</summary>
    private const long OfProcess = 512 << 20;

    /// <summary>The most memory of the process at a time, however many files are in work.</summary>
    public const long MaxProcess = OfProcess + DicomLimits.SharedByFiles + (2L * DicomLimits.SharedByFrames);

    /// <summary>Bytes that a case may allocate in all.</summary>
    /// <param name="fuzzCase">The case.</param>
    /// <param name="cost">What came out of it.</param>
    public static long MemoryOf(FuzzCase fuzzCase, CaseCost cost)
    {
        long held = (fuzzCase.Readings * (long)DicomLimits.MinimumInMemory) + (fuzzCase.BytesRead * DicomLimits.MaxInMemoryPerByte);
        if (fuzzCase.CanInflate) held += (long)fuzzCase.Readings * DicomLimits.MaxSharedByFile;
        return (Turnover * (held + (cost.Texts * OfCharacter))) + (cost.Produced * OfProducedByte) + (BytesOfStep * DecodingSteps(fuzzCase, cost));
    }

    /// <summary>Seconds of processors that a case may take.</summary>
    /// <inheritdoc cref="MemoryOf" path="/param"/>
    public static double SecondsOf(FuzzCase fuzzCase, CaseCost cost)
    {
        long steps = (fuzzCase.Readings * (long)DicomLimits.MinimumSteps) + (fuzzCase.BytesRead * DicomLimits.MaxStepsPerByte);
        double reading = steps * SecondsOfReadingStep;
        if (fuzzCase.CanInflate) reading += (double)fuzzCase.Readings * DicomLimits.MinimumInflated * SecondsOfInflatedByte;
        return AlwaysSeconds + (Passes * reading) + (DecodingSteps(fuzzCase, cost) * SecondsOfDecodingStep)
            + (cost.Produced * (double)(PassesOfFrame + Math.Min(fuzzCase.Scans, DicomLimits.MaxPasses)) * SecondsOfSample)
            + (fuzzCase.BytesRead * (double)DicomLimits.MaxPassedPerByte * SecondsOfSample);
    }

    /// <summary>Seconds of processors after which a case that does not end is given up: what it may take with some of the largest blank frames.</summary>
    public static double MaxSecondsOf(FuzzCase fuzzCase) => SecondsOf(fuzzCase, new CaseCost { Produced = (long)MaxLargestFrames * fuzzCase.Readings * DicomLimits.MinimumDecoded, Frames = fuzzCase.Readings });

    private static long DecodingSteps(FuzzCase fuzzCase, CaseCost cost) =>
        fuzzCase.HasJpeg2000 ? (cost.Frames * (long)DicomLimits.MinimumWork) + (fuzzCase.BytesRead * DicomLimits.MaxWorkPerByte) : 0;
}
