using PSDicom.Query;

namespace PSDicom.IO.Reading;

/// <summary>Selects all elements up to the pixel data.</summary>
internal sealed class HeaderSelection : ITagSelection
{
    public static readonly HeaderSelection Instance = new();

    public DicomTag Last => DicomTag.PixelData;

    public int? Count => null;

    public bool Contains(DicomTag tag) => tag <= Last;
}
