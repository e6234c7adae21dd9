namespace PSDicom;

/// <summary>What a page keeps of grey frames. Colours are pictures in any case.</summary>
public enum PageContent
{
    /// <summary>Pictures of 8 bits, as one window makes them: small, but the window cannot be changed.</summary>
    Display,

    /// <summary>The values themselves: the window can be changed, and the page tells the value of a pixel.</summary>
    Values,
}
