namespace PSDicom.Volumes.Headers;

/// <summary>Where a frame lies: the center of its first pixel, and how its plane is turned; both or nothing.</summary>
/// <param name="Position">The position in mm.</param>
/// <param name="Shape">The plane.</param>
internal readonly record struct FramePlace(Vector3d? Position, PlaneShape? Shape)
{
    /// <summary>A place that is known only if all of it is.</summary>
    public static FramePlace Of(double[]? position, PlaneShape? shape) => position is null || shape is null
        ? default
        : new FramePlace(new Vector3d(position[0], position[1], position[2]), shape);
}
