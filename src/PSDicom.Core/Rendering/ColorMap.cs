namespace PSDicom.Rendering;

/// <summary>Colours that greys become.</summary>
public sealed class ColorMap
{
    private ColorMap()
    {
    }
}
