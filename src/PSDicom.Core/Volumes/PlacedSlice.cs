namespace PSDicom.Volumes;

/// <summary>A slice of a stack: a frame, or one tile of it.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Tile">Which tile of the frame's file it is (<see cref="DicomSeriesFile.Tiles"/>), from 0; -1 for the whole frame.</param>
/// <param name="Position">Where the center of its first pixel lies, in mm.</param>
internal readonly record struct PlacedSlice(DicomStackFrame Frame, int Tile, Vector3d Position)
{
    /// <summary>The column of the frame's image in which the slice begins.</summary>
    public int FirstColumn => Tile < 0 ? 0 : Frame.File.Tiles!.ColumnOf(Tile);

    /// <summary>The row of the frame's image in which the slice begins.</summary>
    public int FirstRow => Tile < 0 ? 0 : Frame.File.Tiles!.RowOf(Tile);
}
