using System.Collections.Generic;
using System.Text;
using PSDicom.Deidentification.Writing;
using PSDicom.Editing;

namespace PSDicom.Deidentification;

/// <summary>An element in place of the file's, whether the file has it or not: a value, items, or nothing.</summary>
/// <param name="value">The value; null for items and for nothing.</param>
/// <param name="items">The elements of each item; null for a value and for nothing.</param>
/// <param name="bulk">A value of many bytes; null for others.</param>
internal sealed class AddedElement(NewValue? value, IReadOnlyList<IReadOnlyList<(DicomTag Tag, NewValue Value)>>? items, BulkValue? bulk = null)
{
    /// <summary>Nothing: the element of the file is left out.</summary>
    public static AddedElement None { get; } = new(null, null);

    /// <summary>The value; null for items and for nothing.</summary>
    public NewValue? Value => value;

    /// <summary>An element with text of ASCII.</summary>
    public static AddedElement OfText(DicomVR vr, string text) => new(new NewValue(vr, Encoding.ASCII.GetBytes(text)), null);

    /// <summary>Writes it.</summary>
    public void WriteTo(DatasetOutput output, DicomTag tag)
    {
        if (value is not null) output.Write(tag, value);
        if (bulk is not null) output.Write(tag, bulk);
        if (items is null) return;

        output.StartSequence(tag);
        foreach (IReadOnlyList<(DicomTag Tag, NewValue Value)> item in items)
        {
            output.StartItem(tag);
            foreach ((DicomTag inner, NewValue innerValue) in item) output.Write(inner, innerValue);
            output.EndItem(tag);
        }

        output.EndSequence(tag);
    }
}
