namespace PSDicom.Rendering;

/// <summary>Which values of grey images get which greys (PS3.3 section C.11.2).</summary>
public sealed class Windowing
{
    private Windowing()
    {
    }

    /// <summary>As a viewer first shows it: the file's first VOI LUT or window, or what the values themselves suggest.</summary>
    public static Windowing Default { get; } = new();

    /// <summary>No window: stored values as they are.</summary>
    public static Windowing None { get; } = new();
    /// <summary>x</summary>
    public static System.Collections.Generic.IReadOnlyList<string> PresetNames { get; } = ["Brain"];
}
