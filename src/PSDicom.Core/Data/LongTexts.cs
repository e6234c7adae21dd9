using System.Collections.Generic;

namespace PSDicom.Data;

/// <summary>A cache of the last few long texts.</summary>
internal sealed class LongTexts
{
    /// <summary>The shortest value to cache, in bytes: shorter ones are decoded faster than found.</summary>
    public const int MinBytes = 512;

    private const int MaxTexts = 16;

    private readonly List<(DicomElement Element, string? Text)> _texts = [];

    /// <summary>The text of an element.</summary>
    public string? Of(DicomElement element)
    {
        lock (_texts)
        {
            int index = _texts.FindIndex(known => ReferenceEquals(known.Element, element));
            if (index >= 0) return _texts[index].Text;
            string? text = element.RawValue;
            if (_texts.Count == MaxTexts) _texts.RemoveAt(0);
            _texts.Add((element, text));
            return text;
        }
    }
}
