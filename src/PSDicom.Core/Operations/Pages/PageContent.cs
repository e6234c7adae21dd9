namespace PSDicom;

/// <summary>The content of a page for grey frames. Colour frames are always pictures.</summary>
public enum PageContent
{
    /// <summary>8-bit pictures, rendered with one window: smaller, but the window is fixed.</summary>
    Display,

    /// <summary>The values: the window can be changed, and the page shows the value of a pixel.</summary>
    Values,
}
