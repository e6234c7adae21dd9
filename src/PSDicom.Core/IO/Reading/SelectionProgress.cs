using System.Linq;
using PSDicom.Query;

namespace PSDicom.IO.Reading;

/// <summary>
/// Tracks which wanted elements of a data set were found. Reading may end when all were found, with the elements on which their values depend:
/// the character set of text, the sign of pixels for US or SS. Both come before their dependents, unless elements are out of order.
/// </summary>
internal sealed class SelectionProgress(ITagSelection selection, DicomReadOptions options)
{
    private int _found;
    private DicomTag _highest;
    private bool _isInSequence;
    private bool _hasCharacterSet = options.CharacterSet is not null;
    private bool _hasSign;
    private bool _needsCharacterSet;
    private bool _needsSign;

    /// <summary>Whether no later element can change the result.</summary>
    public bool IsComplete =>
        _found == selection.Count && !_isInSequence && (_hasCharacterSet || !_needsCharacterSet) && (_hasSign || !_needsSign);

    public void FindCharacterSet() => _hasCharacterSet = true;

    public void FindSign() => _hasSign = true;

    /// <summary>Notes a wanted element, or an element of a wanted sequence.</summary>
    /// <param name="element">The element.</param>
    /// <param name="dataset">The data set that will contain it.</param>
    public void Find(DicomTokenizer element, DicomDataset dataset)
    {
        if (element.Depth == 0)
        {
            if (element.Tag > _highest || !dataset.Elements.Any(found => found.Tag == element.Tag)) _found++;
            if (element.Tag > _highest) _highest = element.Tag;
            _isInSequence = element.Kind == DicomTokenKind.SequenceStart;
        }

        _needsSign |= element.HasSignOfPixels;
        if (!_hasCharacterSet && !_needsCharacterSet && element.Kind == DicomTokenKind.Element && element.VR.UsesCharacterSet) _needsCharacterSet = !IsPlain(element);
    }

    /// <summary>Notes the end of a top-level sequence.</summary>
    public void End() => _isInSequence = false;

    /// <summary>Whether text reads the same in all character sets: ASCII without escape sequences.</summary>
    private static bool IsPlain(DicomTokenizer element)
    {
        if (element.ByteLength > DatasetReader.MaxKept) return false;
        foreach (byte value in element.Value())
        {
            if (value is >= 0x7F or 0x1B) return false;
        }

        return true;
    }
}
