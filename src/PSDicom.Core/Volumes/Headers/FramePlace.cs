namespace PSDicom.Volumes.Headers;

/// <summary>The position of a frame: the center of its first pixel, and its plane. Either both are known or none.</summary>
/// <param name="Position">The position in mm.</param>
/// <param name="Shape">The plane.</param>
internal readonly record struct FramePlace(Vector3d? Position, PlaneShape? Shape)
{
    /// <summary>Creates a position, which is unknown if a part of it is.</summary>
    public static FramePlace Of(double[]? position, PlaneShape? shape) => position is null || shape is null
        ? default
        : new FramePlace(new Vector3d(position[0], position[1], position[2]), shape);
}
