using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace PSDicom.IO.Reading;

/// <summary>A level of nesting in the tokenizer: a file's data set, a sequence, an item or an encapsulated value.</summary>
internal sealed class TokenizerLevel(TokenizerLevelKind kind, TokenizerLevel? outer)
{
    /// <summary>The last element number in private groups for group lengths and private creators (PS3.5 section 7.8.1).</summary>
    private const ushort LastReserved = 0x00FF;

    private Dictionary<DicomTag, string>? _privateCreators;

    public TokenizerLevelKind Kind { get; } = kind;

    public TokenizerLevel? Outer { get; } = outer;

    /// <summary>The number of enclosing sequences.</summary>
    public int Depth { get; } = outer is null ? 0 : outer.Depth + (kind == TokenizerLevelKind.Item ? 0 : 1);

    public DicomEncoding Encoding { get; set; }

    /// <summary>The tag of a sequence or an encapsulated value.</summary>
    public DicomTag Tag { get; set; }

    /// <summary>The start of its content.</summary>
    public long Start { get; set; }

    /// <summary>The end of its content by its length; the highest number if it ends with a delimiter or with the file.</summary>
    public long End { get; set; }

    /// <summary>Whether a delimiter ends it.</summary>
    public bool IsUndefinedLength { get; set; }

    /// <summary>Whether its length turned out to be too small, so that it ends where something else begins.</summary>
    public bool IsTooShort { get; set; }

    /// <summary>The number of items of a sequence so far.</summary>
    public int ItemCount { get; set; }

    /// <summary>The last tag read in a data set.</summary>
    public DicomTag LastTag { get; set; }

    /// <summary>Adds the creator of a private block.</summary>
    public void AddPrivateCreator(DicomTag tag, ReadOnlySpan<byte> value)
    {
        Span<char> name = stackalloc char[value.Length];
        for (int i = 0; i < value.Length; i++) name[i] = (char)value[i];
        _privateCreators ??= [];

        // The first one is used, as with all elements.
        if (!_privateCreators.ContainsKey(tag)) _privateCreators.Add(tag, name.ToString().Trim(' ', '\0'));
    }

    /// <summary>The value representation of an element: the file's, or the dictionary's if the file has none or UN.</summary>
    /// <param name="header">The element's header.</param>
    /// <param name="hasSignOfPixels">Whether it is US or SS depending on the sign of the pixels.</param>
    public DicomVR ResolveVR(ElementHeader header, out bool hasSignOfPixels)
    {
        hasSignOfPixels = false;
        bool isAmbiguous = false;
        if (header.VR is not null && header.VR != DicomVR.UN) return header.VR;
        DicomVR vr = (header.Tag.IsPrivate && header.Tag.Element > LastReserved
            ? FindPrivateVR(header.Tag, out isAmbiguous)
            : DicomDictionary.FindVR(header.Tag, out isAmbiguous)) ?? DicomVR.UN;

        // "US or SS" depends on the sign of the pixels (PS3.5 section A.1 on implicit data sets).
        hasSignOfPixels = isAmbiguous && vr == DicomVR.US && !DicomDictionary.IsTableData(header.Tag);
        return vr;
    }

    private DicomVR? FindPrivateVR(DicomTag tag, out bool isAmbiguous)
    {
        isAmbiguous = false;
        return _privateCreators is not null && _privateCreators.TryGetValue(tag.PrivateCreatorTag, out string? creator)
            ? DicomDictionary.FindPrivateVR(creator, tag, out isAmbiguous)
            : null;
    }

    /// <summary>Its path through sequences and items, for messages; null for the file's data set.</summary>
    public string? DescribePath()
    {
        var levels = new Stack<TokenizerLevel>();
        for (TokenizerLevel? level = this; level is not null; level = level.Outer)
        {
            if (level.Kind is TokenizerLevelKind.Sequence or TokenizerLevelKind.Fragments) levels.Push(level);
        }

        var path = new StringBuilder();
        foreach (TokenizerLevel level in levels)
            path.AppendFormat(CultureInfo.InvariantCulture, "{0}[{1}].", level.Tag, Math.Max(0, level.ItemCount - 1));
        return path.Length == 0 ? null : path.ToString(0, path.Length - 1);
    }
}
