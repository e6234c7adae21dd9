namespace PSDicom.Volumes;

/// <summary>A slice of a stack: a frame, or one tile of it.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Tile">The index of the tile in <see cref="DicomSeriesFile.Tiles"/>, from 0; -1 for the whole frame.</param>
/// <param name="Position">The position of the center of its first pixel in mm.</param>
internal readonly record struct PlacedSlice(DicomStackFrame Frame, int Tile, Vector3d Position)
{
    /// <summary>The first column of the slice in the frame.</summary>
    public int FirstColumn => Tile < 0 ? 0 : Frame.File.Tiles!.ColumnOf(Tile);

    /// <summary>The first row of the slice in the frame.</summary>
    public int FirstRow => Tile < 0 ? 0 : Frame.File.Tiles!.RowOf(Tile);
}
