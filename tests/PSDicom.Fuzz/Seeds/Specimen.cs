using PSDicom.IO.Reading;

namespace PSDicom.Fuzz;

/// <summary>Something whole that is to be damaged, and where what is in it.</summary>
internal sealed class Specimen
{
    private readonly Lazy<List<ElementPlace>> _elements;
    private readonly Lazy<List<MarkerPlace>> _markers;

    private Specimen(string name, byte[] bytes, Func<List<ElementPlace>> elements)
    {
        Name = name;
        Bytes = bytes;
        _elements = new Lazy<List<ElementPlace>>(elements);
        _markers = new Lazy<List<MarkerPlace>>(() => [.. Codestreams.SelectMany(part => MarkerPlace.FindAll(Bytes, part.Start, part.End))]);
    }

    public string Name { get; }

    public byte[] Bytes { get; }

    /// <summary>The elements, items and fragments of a file; none of a codestream.</summary>
    public List<ElementPlace> Elements => _elements.Value;

    /// <summary>The markers of all codestreams in it.</summary>
    public List<MarkerPlace> Markers => _markers.Value;

    /// <summary>The fragments, without the offset table; of a codestream, all of it.</summary>
    public IEnumerable<(int Start, int End)> Codestreams => Elements.Count == 0
        ? [(0, Bytes.Length)]
        : Elements.Where(place => place.Kind == DicomTokenKind.Fragment).Skip(1).Select(place => (place.Offset, place.End));

    public static Specimen OfFile(string name, byte[] bytes) => new(name, bytes, () => ElementMap.Of(bytes));

    public static Specimen OfCodestream(string name, byte[] bytes) => new(name, bytes, () => []);
}
