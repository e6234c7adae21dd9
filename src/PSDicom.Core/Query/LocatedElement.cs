namespace PSDicom.Query;

/// <summary>An element and its location.</summary>
/// <param name="element">The element.</param>
/// <param name="place">The item that contains it; null for the file's data set.</param>
internal readonly struct LocatedElement(DicomElement element, ItemPlace? place)
{
    public DicomElement Element { get; } = element;

    public ItemPlace? Place { get; } = place;

    /// <summary>The place of one of the element's items.</summary>
    public ItemPlace ItemAt(int index) => new(Place, Element.Tag, index);
}
