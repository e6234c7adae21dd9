namespace PSDicom.Codecs.Jpeg2000;

/// <summary>A precinct: the code-blocks of one position of a resolution in all its sub-bands (T.800 B.6).</summary>
internal sealed class Precinct
{
    /// <summary>The number of layers read so far.</summary>
    public int LayersRead { get; set; }

    /// <summary>The code-blocks by sub-band; null until a packet contributes to any.</summary>
    public PrecinctBand[]? Bands { get; set; }
}
