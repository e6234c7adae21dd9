namespace PSDicom.Fuzz;

/// <summary>One thing that is tried.</summary>
internal sealed class FuzzCase
{
    /// <summary>How many bytes or characters go in.</summary>
    public required int InputLength { get; init; }

    /// <summary>What went in, for whoever looks into a finding.</summary>
    public required Func<byte[]> Input { get; init; }

    /// <summary>How many files it is.</summary>
    public int Files { get; init; } = 1;

    /// <summary>Whether something in it is deflated, and may take of the memory that files share.</summary>
    public bool CanInflate { get; init; }

    /// <summary>Whether there are codestreams in it that may ask for work beyond their pixels.</summary>
    public bool HasJpeg2000 { get; init; }

    /// <summary>Tries it.</summary>
    public required Func<CaseCost, FuzzResult> Run { get; init; }

    public static FuzzCase Of(byte[] bytes, Func<CaseCost, FuzzResult> run) => new()
    {
        InputLength = bytes.Length,
        Input = () => bytes,
        CanInflate = bytes.AsSpan().IndexOf("1.2.840.10008.1.2.1.99"u8) >= 0 || bytes.AsSpan().IndexOf("1.2.840.10008.1.2.8.1"u8) >= 0,
        HasJpeg2000 = bytes.AsSpan().IndexOf([(byte)0xFF, (byte)0x4F, (byte)0xFF]) >= 0,
        Run = run,
    };
}
