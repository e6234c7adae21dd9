using System.Collections.Generic;
using PSDicom.IO;

namespace PSDicom.Editing.Splicing;

/// <summary>A level of nesting while a data set is spliced: a data set, a sequence or an encapsulated value.</summary>
internal sealed class SpliceLevel(SpliceLevel? outer)
{
    public SpliceLevel? Outer { get; } = outer;

    /// <summary>The position of the header of the sequence or item.</summary>
    public long HeaderOffset { get; init; }

    /// <summary>The position of its length; 0 if it has an undefined one, or none.</summary>
    public long LengthOffset { get; init; }

    /// <summary>The bytes of its length: 2 or 4.</summary>
    public int LengthSize { get; init; } = 4;

    /// <summary>The length that the file declares.</summary>
    public long DeclaredLength { get; init; }

    /// <summary>The encoding of the elements of a data set, or of the items of a sequence.</summary>
    public DicomEncoding Encoding { get; init; }

    /// <summary>The encoding of the header.</summary>
    public DicomEncoding HeaderEncoding { get; init; }

    /// <summary>The position of the first byte after the header.</summary>
    public long ContentOffset { get; init; }

    /// <summary>The encoding that elements of a data set, or items of a sequence, get.</summary>
    public DicomEncoding Target { get; init; }

    /// <summary>The encoding that the header gets.</summary>
    public DicomEncoding HeaderTarget { get; init; }

    /// <summary>The value representation that a sequence or an encapsulated value gets; null if its header is only corrected.</summary>
    public DicomVR? NewVR { get; init; }

    /// <summary>Whether pixels are signed, as far as was read: it decides between US and SS.</summary>
    public bool IsSigned { get; set; }

    /// <summary>Whether an element of a data set had a header in the encoding of the data set, as far as was read.</summary>
    public bool HasOwnForm { get; set; }

    /// <summary>Whether one had a header in the other encoding: implicit instead of explicit, or the reverse.</summary>
    public bool HasOtherForm { get; set; }

    /// <summary>The edits of a data set; null if there are none.</summary>
    public DatasetEdit? Edit { get; init; }

    /// <summary>The edit of a sequence or an encapsulated value; null if there is none.</summary>
    public ElementEdit? Element { get; init; }

    /// <summary>Whether it is a sequence or an encapsulated value that is replaced or removed as a whole.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>Whether it is not copied: it, or something around it, is replaced or removed.</summary>
    public bool IsGone { get; init; }

    /// <summary>The number of the next item.</summary>
    public int NextItem { get; set; }

    /// <summary>The change of its length.</summary>
    public long Delta { get; private set; }

    /// <summary>The next edit to insert.</summary>
    public int NextEdit { get; set; }

    /// <summary>The edits of existing elements that were done.</summary>
    public HashSet<DicomTag>? Done { get; set; }

    /// <summary>The position of the value of the group length; 0 if the group has none.</summary>
    public long GroupLengthOffset { get; set; }

    /// <summary>The group of the group length.</summary>
    public ushort Group { get; set; }

    /// <summary>The start of the elements that the group length counts.</summary>
    public long GroupStart { get; set; }

    /// <summary>The change of the length of the group.</summary>
    public long GroupDelta { get; set; }

    /// <summary>Whether elements get another encoding.</summary>
    public bool IsReencoded => Encoding != Target;

    /// <summary>Adds a change of the length of an element or an item.</summary>
    public void Grow(DicomTag tag, long delta)
    {
        Delta += delta;
        if (tag.Group == Group) GroupDelta += delta;
    }
}
