using System.Collections.Generic;

namespace PSDicom.Volumes;

/// <summary>The slices that lie beside each other in one image: tiles of one size, line by line.</summary>
/// <param name="Columns">Columns of a tile.</param>
/// <param name="Rows">Rows of a tile.</param>
/// <param name="TilesPerLine">How many tiles lie beside each other.</param>
/// <param name="Positions">Where the first pixel of each slice lies, in mm.</param>
internal sealed record MosaicTiles(int Columns, int Rows, int TilesPerLine, IReadOnlyList<Vector3d> Positions)
{
    /// <summary>The column of the image in which a tile begins.</summary>
    public int ColumnOf(int tile) => tile % TilesPerLine * Columns;

    /// <summary>The row of the image in which a tile begins.</summary>
    public int RowOf(int tile) => tile / TilesPerLine * Rows;
}
