using PSDicom.Codecs.Jpeg2000.Headers;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>The options of a test codestream.</summary>
internal sealed record StreamOptions
{
    public (int Left, int Top) Offset { get; init; }

    /// <summary>Null for one tile.</summary>
    public (int Width, int Height)? Tile { get; init; }

    public (int Left, int Top) TileOffset { get; init; }

    public int Levels { get; init; } = 3;

    public (int Width, int Height) BlockExponents { get; init; } = (4, 4);

    /// <summary>The exponents of precincts for all resolutions; null for the largest.</summary>
    public (int Width, int Height)? Precincts { get; init; }

    public BlockStyle Style { get; init; }

    public ProgressionOrder Order { get; init; }

    public int Layers { get; init; } = 1;

    public bool IsReversible { get; init; } = true;

    public bool HasColorTransform { get; init; }

    /// <summary>The shift of nonzero coefficients in the right half of each sub-band.</summary>
    public int RegionShift { get; init; }

    public bool HasSop { get; init; }

    public bool HasEph { get; init; }

    public bool HasMainPackedHeaders { get; init; }

    public bool HasTilePackedHeaders { get; init; }

    /// <summary>Whether each packet is a tile-part, with alternating tiles.</summary>
    public bool HasManyTileParts { get; init; }

    public bool HasZeroPsot { get; init; }

    public bool HasOrderChange { get; init; }

    public bool HasEnd { get; init; } = true;
}

/// <summary>A component of a picture for tests.</summary>
internal sealed record PictureComponent(int Precision, bool IsSigned, int StepX = 1, int StepY = 1);
