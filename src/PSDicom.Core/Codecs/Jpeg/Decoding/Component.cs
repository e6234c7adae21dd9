namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>One component of a frame: what SOF says of it, and what decoding needs of it.</summary>
internal sealed class Component(int identifier, int horizontal, int vertical, int quantizationSelector)
{
    public int Identifier { get; } = identifier;

    /// <summary>Hi: horizontal sampling factor.</summary>
    public int Horizontal { get; } = horizontal;

    /// <summary>Vi: vertical sampling factor.</summary>
    public int Vertical { get; } = vertical;

    /// <summary>Tqi: which quantization table.</summary>
    public int QuantizationSelector { get; } = quantizationSelector;

    /// <summary>xi: samples of a line (T.81 A.1.1).</summary>
    public int Width { get; set; }

    /// <summary>yi: lines.</summary>
    public int Height { get; set; }

    /// <summary>The table as it was when the component's first scan began.</summary>
    public Quantization? Quantization { get; set; }

    /// <summary>Where samples go.</summary>
    public Plane? Plane { get; set; }

    /// <summary>Coefficients of all blocks; only in progressive mode.</summary>
    public CoefficientBlocks? Coefficients { get; set; }

    /// <summary>Whether a scan of the component was read.</summary>
    public bool HasScan { get; set; }
}
