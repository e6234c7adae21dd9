namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>A component of a frame: its parameters in SOF, and its decoding state.</summary>
internal sealed class Component(int identifier, int horizontal, int vertical, int quantizationSelector)
{
    public int Identifier { get; } = identifier;

    /// <summary>Hi: horizontal sampling factor.</summary>
    public int Horizontal { get; } = horizontal;

    /// <summary>Vi: vertical sampling factor.</summary>
    public int Vertical { get; } = vertical;

    /// <summary>Tqi: the quantization table.</summary>
    public int QuantizationSelector { get; } = quantizationSelector;

    /// <summary>xi: samples of a line (T.81 A.1.1).</summary>
    public int Width { get; set; }

    /// <summary>yi: lines.</summary>
    public int Height { get; set; }

    /// <summary>The table that was defined when the component's first scan began.</summary>
    public Quantization? Quantization { get; set; }

    /// <summary>The decoded samples.</summary>
    public Plane? Plane { get; set; }

    /// <summary>The coefficients of all blocks, in progressive mode only.</summary>
    public CoefficientBlocks? Coefficients { get; set; }

    /// <summary>Whether a scan of the component was decoded.</summary>
    public bool HasScan { get; set; }
}
