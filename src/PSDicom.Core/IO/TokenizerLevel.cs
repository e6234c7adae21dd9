using System.Collections.Generic;

namespace PSDicom.IO;

/// <summary>What the tokenizer is inside of: a file's data set, a sequence, an item or an encapsulated value.</summary>
internal sealed class TokenizerLevel(TokenizerLevelKind kind, TokenizerLevel? outer)
{
    private List<(DicomTag Tag, string Name)>? _privateCreators;

    public TokenizerLevelKind Kind { get; } = kind;

    public TokenizerLevel? Outer { get; } = outer;

    /// <summary>How many sequences it lies in.</summary>
    public int Depth { get; } = outer is null ? 0 : outer.Depth + (kind == TokenizerLevelKind.Item ? 0 : 1);

    public DicomEncoding Encoding { get; set; }

    /// <summary>The tag of a sequence or an encapsulated value.</summary>
    public DicomTag Tag { get; set; }

    /// <summary>Where its content begins.</summary>
    public long Start { get; set; }

    /// <summary>Where its content ends by its length; the highest number if it ends with a delimiter or with the file.</summary>
    public long End { get; set; }

    /// <summary>Whether a delimiter ends it.</summary>
    public bool IsUndefinedLength { get; set; }

    /// <summary>How many items of a sequence have begun.</summary>
    public int ItemCount { get; set; }

    /// <summary>The last tag read of a data set.</summary>
    public DicomTag LastTag { get; set; }

    /// <summary>Whether pixel values are signed; null as long as neither this data set nor one around it has said.</summary>
    public bool? HasSignedPixels { get; set; } = outer?.HasSignedPixels;

    public void AddPrivateCreator(DicomTag tag, string name) => (_privateCreators ??= []).Add((tag, name));

    public DicomVR? FindPrivateVR(DicomTag tag, out bool isAmbiguous)
    {
        isAmbiguous = false;
        if (_privateCreators is null) return null;
        DicomTag creator = tag.PrivateCreatorTag;
        foreach ((DicomTag reserved, string name) in _privateCreators)
        {
            if (reserved == creator) return DicomDictionary.FindPrivateVR(name, tag, out isAmbiguous);
        }

        return null;
    }
}
