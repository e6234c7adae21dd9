using System.Collections.Generic;

namespace PSDicom.Data;

/// <summary>The texts of a few long values that were asked for last.</summary>
internal sealed class LongTexts
{
    /// <summary>Bytes of a value from which on it is kept: shorter ones are made again sooner than found.</summary>
    public const int Shortest = 512;

    private const int Most = 16;

    private readonly List<(DicomElement Element, string? Text)> _texts = [];

    /// <summary>The text of an element.</summary>
    public string? Of(DicomElement element)
    {
        lock (_texts)
        {
            int index = _texts.FindIndex(known => ReferenceEquals(known.Element, element));
            if (index >= 0) return _texts[index].Text;
            string? text = element.RawValue;
            if (_texts.Count == Most) _texts.RemoveAt(0);
            _texts.Add((element, text));
            return text;
        }
    }
}
