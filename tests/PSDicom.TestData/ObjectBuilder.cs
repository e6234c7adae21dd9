using System.Globalization;

namespace PSDicom.Core.Tests;

/// <summary>Builds a DICOM object, whose elements are written in the order of their tags whatever the order in which they are told.</summary>
/// <param name="sopClass">Its SOP class.</param>
/// <param name="instance">Its SOP Instance UID.</param>
internal sealed class ObjectBuilder(string sopClass, string instance)
{
    private readonly SortedDictionary<uint, Action<DatasetBuilder>> _elements = [];
    private string _transferSyntax = DatasetBuilder.ExplicitLittleEndian;

    public ObjectBuilder With(uint tag, string vr, string text) => Put(tag, data => data.With(tag, vr, text));

    public ObjectBuilder With(uint tag, string vr, params double[] numbers) => Put(tag, data => data.With(tag, vr, numbers));

    public ObjectBuilder WithEmpty(uint tag, string vr) => Put(tag, data => data.WithEmpty(tag, vr));

    public ObjectBuilder WithBytes(uint tag, string vr, params byte[] bytes) => Put(tag, data => data.WithValue(tag, vr, bytes));

    public ObjectBuilder WithSequence(uint tag, params DatasetBuilder[] items) => Put(tag, data => data.WithSequence(tag, items));

    public ObjectBuilder WithFragments(uint tag, string transferSyntax, params byte[][] fragments)
    {
        _transferSyntax = transferSyntax;
        return Put(tag, data => data.WithFragments(tag, fragments));
    }

    public ObjectBuilder Without(params uint[] tags)
    {
        foreach (uint tag in tags) _elements.Remove(tag);
        return this;
    }

    /// <summary>The object as a file, with file meta information that fits it.</summary>
    public byte[] ToFile()
    {
        var dataset = new DatasetBuilder();
        foreach (Action<DatasetBuilder> write in _elements.Values) write(dataset);
        byte[] elements = new DatasetBuilder()
            .WithValue(0x0002_0001, "OB", 0, 1)
            .With(0x0002_0002, "UI", sopClass)
            .With(0x0002_0003, "UI", instance)
            .With(0x0002_0010, "UI", _transferSyntax)
            .With(0x0002_0012, "UI", "1.2.826.0.1.3680043.9.1234.9")
            .ToBytes();
        return [.. DatasetBuilder.Preamble(), .. new DatasetBuilder().With(0x0002_0000, "UL", elements.Length).ToBytes(), .. elements, .. dataset.ToBytes()];
    }

    public static string Decimals(params double[] numbers) => string.Join("\\", numbers.Select(number => number.ToString("0.######", CultureInfo.InvariantCulture)));

    private ObjectBuilder Put(uint tag, Action<DatasetBuilder> write)
    {
        _elements[tag] = write;
        return this;
    }
}
