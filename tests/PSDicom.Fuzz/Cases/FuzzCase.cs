namespace PSDicom.Fuzz;

/// <summary>One thing that is tried.</summary>
internal sealed class FuzzCase
{
    /// <summary>How many bytes or characters go in.</summary>
    public required int InputLength { get; init; }

    /// <summary>What went in, for whoever looks into a finding.</summary>
    public required Func<byte[]> Input { get; init; }

    /// <summary>How often a file is read, be it one again or several.</summary>
    public int Readings { get; init; } = 1;

    /// <summary>How many bytes are read in all.</summary>
    public long BytesRead => (long)InputLength * ReadingsOfEach;

    /// <summary>How often each byte is read.</summary>
    public int ReadingsOfEach { get; init; } = 1;

    /// <summary>Whether something in it is deflated, and may take of the memory that files share.</summary>
    public bool CanInflate { get; init; }

    /// <summary>Whether there are codestreams in it that may ask for work beyond their pixels.</summary>
    public bool HasJpeg2000 { get; init; }

    /// <summary>How many scans of JPEG there may be in it: each goes over the samples of its frame.</summary>
    public int Scans { get; init; }

    /// <summary>Tries it.</summary>
    public required Func<CaseCost, FuzzResult> Run { get; init; }

    /// <summary>Makes a case of bytes.</summary>
    /// <param name="bytes">A file or a codestream.</param>
    /// <param name="run">Tries it.</param>
    /// <param name="specimen">What the bytes were before they were damaged.</param>
    /// <param name="readings">How often it is read.</param>
    public static FuzzCase Of(byte[] bytes, Func<CaseCost, FuzzResult> run, Specimen? specimen = null, int readings = 1) => new()
    {
        InputLength = bytes.Length,
        Input = () => bytes,
        Readings = readings,
        ReadingsOfEach = readings,

        // Also where the damage hides it: what is deflated is found all the same.
        CanInflate = IsDeflated(bytes) || (specimen is not null && IsDeflated(specimen.Bytes)),
        HasJpeg2000 = IsJpeg2000(bytes),
        Scans = ScansOf(bytes),
        Run = run,
    };

    public static int ScansOf(ReadOnlySpan<byte> bytes)
    {
        int scans = 0;
        for (int next; (next = bytes.IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA])) >= 0; bytes = bytes.Slice(next + 2)) scans++;
        return scans;
    }

    public static bool IsJpeg2000(ReadOnlySpan<byte> bytes) => bytes.IndexOf((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF]) >= 0;

    public static bool IsDeflated(ReadOnlySpan<byte> file) => file.IndexOf("1.2.840.10008.1.2.1.99"u8) >= 0 || file.IndexOf("1.2.840.10008.1.2.8.1"u8) >= 0;
}
