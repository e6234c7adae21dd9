using System.Collections.Generic;

namespace PSDicom.Volumes;

/// <summary>The slices of a mosaic: tiles of one size, line by line.</summary>
/// <param name="Columns">Columns of a tile.</param>
/// <param name="Rows">Rows of a tile.</param>
/// <param name="TilesPerLine">The number of tiles in a line.</param>
/// <param name="Positions">The position of the first pixel of each slice in mm.</param>
internal sealed record MosaicTiles(int Columns, int Rows, int TilesPerLine, IReadOnlyList<Vector3d> Positions)
{
    /// <summary>The first column of a tile in the image.</summary>
    public int ColumnOf(int tile) => tile % TilesPerLine * Columns;

    /// <summary>The first row of a tile in the image.</summary>
    public int RowOf(int tile) => tile / TilesPerLine * Rows;
}
