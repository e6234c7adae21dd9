using System.Collections.Generic;
using System.Text;
using PSDicom.Dictionary;

namespace PSDicom;

/// <summary>The dictionary entry of an attribute: from PS3.6, or from the vendor of a private attribute.</summary>
public sealed class DicomDictionaryEntry
{
    private readonly uint _mask;

    internal DicomDictionaryEntry(
        uint tag,
        uint mask,
        string keyword,
        string name,
        IReadOnlyList<DicomVR> vrs,
        string vm,
        bool isRetired,
        string? privateCreator = null)
    {
        Tag = new DicomTag(tag);
        _mask = mask;
        Keyword = keyword;
        Name = name;
        VRs = vrs;
        VR = VRChoice.Default(vrs) ?? DicomVR.UN;
        VM = vm;
        IsRetired = isRetired;
        PrivateCreator = privateCreator;
    }

    /// <summary>
    /// The tag; for a repeating group or a private attribute with zero for each <c>x</c> of <see cref="TagPattern"/>.
    /// </summary>
    public DicomTag Tag { get; }

    /// <summary>
    /// The tag as the standard writes it: <c>(0010,0020)</c>, <c>(60xx,3000)</c>, or <c>(0029,xx10)</c> for a private attribute.
    /// </summary>
    public string TagPattern
    {
        get
        {
            var text = new StringBuilder(Tag.ToString());
            for (int i = 0, shift = 28; shift >= 0; i++, shift -= 4)
            {
                if (((_mask >> shift) & 0xF) != 0xF) text[i < 4 ? i + 1 : i + 2] = 'x';
            }

            return text.ToString();
        }
    }

    /// <summary>
    /// The keyword, a name without spaces; empty for private attributes and where the standard has withdrawn the name.
    /// </summary>
    public string Keyword { get; }

    /// <summary>The name in the standard.</summary>
    public string Name { get; }

    /// <summary>
    /// The value representation. If several are allowed, the default: OW for OB or OW, as implicit VR requires (PS3.5 section A.1), else the
    /// first. UN for the item tags, which have none.
    /// </summary>
    public DicomVR VR { get; }

    /// <summary>
    /// Every value representation allowed, such as US and SS where Pixel Representation (0028,0103) decides; none for the item tags.
    /// </summary>
    public IReadOnlyList<DicomVR> VRs { get; }

    /// <summary>The value multiplicity: <c>1</c>, <c>1-n</c>, <c>2-2n</c> (PS3.5 section 6.4).</summary>
    public string VM { get; }

    /// <summary>Whether the standard has withdrawn it.</summary>
    public bool IsRetired { get; }

    /// <summary>The creator of a private attribute; null for the standard's attributes.</summary>
    public string? PrivateCreator { get; }

    /// <summary>Whether it belongs to a repeating group, such as overlays (PS3.5 section 7.6).</summary>
    public bool IsRepeating => PrivateCreator is null && _mask != uint.MaxValue;

    /// <summary>Whether this entry describes a tag, in any of its repeating groups or in any private block.</summary>
    /// <remarks>For a private attribute, the caller has to check that the block belongs to <see cref="PrivateCreator"/>.</remarks>
    public bool Matches(DicomTag tag) =>
        (tag.Value & _mask) == Tag.Value && (PrivateCreator is null || (tag.IsPrivate && tag.Element > 0xFF));

    /// <summary>The keyword, or else the name.</summary>
    public override string ToString() => Keyword.Length > 0 ? Keyword : Name;
}
