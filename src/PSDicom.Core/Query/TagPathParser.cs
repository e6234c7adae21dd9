using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PSDicom.Query;

/// <summary>Parses the text of a path in one pass.</summary>
internal sealed class TagPathParser
{
    /// <summary>The deepest nesting of a file that can be read, and an element.</summary>
    private const int MaxSteps = DicomLimits.MaxNesting + 1;

    private const int NearestCount = 3;
    private const int MaxQuoted = 80;
    private const string TagForms =
        "a keyword such as PatientName, a tag such as (0010,0010) or a private tag such as SIEMENS CSA HEADER|(0029,xx10)";

    private static readonly char[] NameEnds = ['.', '[', '|'];
    private static readonly char[] TagEnds = ['.', '['];

    private readonly string _text;
    private int _position;

    private TagPathParser(string text) => _text = text;

    /// <summary>Reads a path.</summary>
    /// <exception cref="DicomException">The path is malformed, or a keyword is not in the dictionary.</exception>
    public static TagPath Parse(string? text) => new TagPathParser(text ?? string.Empty).ParsePath();

    private TagPath ParsePath()
    {
        var steps = new List<TagPathStep>();
        bool canBeItems = false;
        while (true)
        {
            TagPattern pattern = ParsePattern();
            bool goesOn = ParseItem(out bool hasItem, out int? item);

            // A star between sequence and element means all items, as no item number does.
            bool isItems = canBeItems && goesOn && !hasItem && pattern.Text == TagPattern.Everything;
            canBeItems = !isItems && !hasItem;
            if (!isItems) steps.Add(new TagPathStep(pattern, item));
            if (!goesOn) return new TagPath(steps);
            if (steps.Count == MaxSteps)
                throw Invalid(_position, $"a path has at most {MaxSteps} steps");
        }
    }

    /// <summary>Reads a tag, a keyword, or a creator and a private tag.</summary>
    private TagPattern ParsePattern()
    {
        int start = _position;
        int end = FindAny(NameEnds, start);
        string name = _text.Substring(start, end - start).Trim();
        int bar = _text.IndexOf('|', end);
        if (bar != end && TagPattern.TryParse(name) is { } pattern)
        {
            _position = end;
            return pattern;
        }

        // Creators may contain dots and brackets.
        if (bar >= 0) return ParsePrivate(_text.Substring(start, bar - start).Trim(), bar);
        if (name.Length == 0) throw Invalid(start, "a tag is expected: " + TagForms);
        if (name.IndexOf(',') >= 0 || name[0] == '(' || char.IsDigit(name[0]))
            throw Invalid(start, $"'{Quote(name)}' is not a tag: write it as (gggg,eeee), gggg,eeee or ggggeeee, in hexadecimal");
        throw Unknown(name);
    }

    private TagPattern ParsePrivate(string creator, int bar)
    {
        if (creator.Length == 0) throw Invalid(bar, "the name of a private creator is expected before '|'");
        int end = FindAny(TagEnds, bar + 1);
        if (!TagMask.TryParse(_text.Substring(bar + 1, end - bar - 1), out TagMask mask) || !mask.HasPrivate)
            throw Invalid(bar + 1, "a private tag is expected after '|', with xx for the block, such as (0029,xx10)");
        _position = end;
        return TagPattern.OfCreator(creator, mask);
    }

    /// <summary>Reads the item number after an element, and the dot before the next element.</summary>
    /// <returns>Whether the path goes on.</returns>
    private bool ParseItem(out bool hasItem, out int? item)
    {
        item = null;
        hasItem = _position < _text.Length && _text[_position] == '[';
        if (hasItem)
        {
            item = ParseItemNumber();
            if (_position == _text.Length) throw Invalid(_position, "'.' and an element of the item are expected");
        }

        if (_position == _text.Length) return false;
        if (_text[_position] != '.') throw Invalid(_position, "'.' is expected");
        _position++;
        return true;
    }

    private int? ParseItemNumber()
    {
        int start = _position + 1;
        int end = _text.IndexOf(']', start);
        if (end < 0) throw Invalid(_text.Length, "']' is expected");
        string number = _text.Substring(start, end - start).Trim();
        _position = end + 1;
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position])) _position++;
        if (number == "*") return null;
        if (int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int item)) return item;
        throw Invalid(start, "the number of an item is expected: from 0, or from -1 backwards from the last, or * for all");
    }

    private int FindAny(char[] ends, int start)
    {
        int end = _text.IndexOfAny(ends, start);
        return end < 0 ? _text.Length : end;
    }

    private DicomException Invalid(int position, string expected) =>
        new(DicomErrorReason.InvalidTagPath, $"The tag path '{Quote(_text)}' is invalid at character {position + 1}: {expected}.");

    private static DicomException Unknown(string name)
    {
        string what = KeywordWildcard.IsWildcard(name) ? "matches no keyword" : "is not a keyword";
        IReadOnlyList<string> nearest = DicomDictionary.NearestKeywords(name, NearestCount);
        string advice = nearest.Count switch
        {
            0 => "For a tag that is not in it, write (gggg,eeee).",
            1 => $"Did you mean {nearest[0]}?",
            _ => $"Did you mean {string.Join(", ", nearest.Take(nearest.Count - 1))} or {nearest[nearest.Count - 1]}?",
        };
        return new DicomException(DicomErrorReason.UnknownTag, $"'{Quote(name)}' {what} of the DICOM dictionary. {advice}");
    }

    private static string Quote(string text) => text.Length <= MaxQuoted ? text : text.Substring(0, MaxQuoted) + "...";
}
