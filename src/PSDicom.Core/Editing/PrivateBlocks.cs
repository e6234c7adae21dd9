using System;
using System.Linq;
using System.Text;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Editing;

/// <summary>The blocks of private elements of a data set, and their creators (PS3.5 section 7.8.1).</summary>
internal static class PrivateBlocks
{
    private const int FirstBlock = 0x10;
    private const int LastBlock = 0xFF;

    /// <summary>The creator of a private element, as planned so far; null if there is none.</summary>
    public static string? CreatorOf(EditNode holder, DicomTag tag) =>
        tag.IsPrivate && !tag.IsPrivateCreator && tag.Element > LastBlock ? NameAt(holder, tag.PrivateCreatorTag) : null;

    /// <summary>Requires that a private element which is added lies in a block with a creator.</summary>
    /// <exception cref="DicomException">It does not.</exception>
    public static void RequireCreator(EditNode holder, DicomTag tag, string path)
    {
        if (!tag.IsPrivate || tag.IsPrivateCreator || holder.Has(tag) || CreatorOf(holder, tag) is not null) return;
        throw new DicomException(
            DicomErrorReason.NoPrivateCreator,
            "This private element would belong to nobody: its block has no creator. Name the creator and leave the block open, such as 'ACME|(0029,xx10)'.",
            tagPath: path);
    }

    /// <summary>Whether a planned element matches a pattern.</summary>
    public static bool Matches(EditNode holder, DicomTag tag, TagPattern pattern) =>
        pattern.Tags.Contains(tag) && (pattern.Creator is not { } creator || Is(CreatorOf(holder, tag), creator));

    /// <summary>The tag of an element in the block of a creator, which gets the first free block if it has none.</summary>
    /// <param name="holder">The data set.</param>
    /// <param name="creator">The creator.</param>
    /// <param name="tag">The tag in any block.</param>
    /// <param name="edited">Receives the change.</param>
    /// <param name="characterSet">The character set that the whole file gets; null if each data set keeps its own.</param>
    /// <exception cref="DicomException">All blocks are taken, or the creator is no valid name.</exception>
    public static DicomTag Reserve(EditNode holder, string creator, DicomTag tag, EditedFile edited, CharacterSet? characterSet)
    {
        var free = default(DicomTag);
        for (int block = LastBlock; block >= FirstBlock; block--)
        {
            var candidate = new DicomTag(tag.Group, (ushort)block);
            if (Is(NameAt(holder, candidate), creator)) return InBlock(tag, block);
            if (!holder.Has(candidate) && !HasElements(holder, candidate)) free = candidate;
        }

        string path = edited.PathOf(holder.Place, free);
        if (free == default) throw new DicomException(DicomErrorReason.NoPrivateCreator, $"All private blocks of group {tag.Group:X4} are taken.", tagPath: ItemPlace.PathOf(holder.Place, tag));
        var context = new Values.ValueContext(path, DicomVR.LO, "1", holder.CharacterSet(characterSet), IsValidated: true);
        holder.EditOf(free).Write(new NewValue(DicomVR.LO, Values.TextValues.Encode(creator, context)));
        edited.Note(path, ChangeKind.Set, null, creator);
        return InBlock(tag, free.Element);
    }

    /// <summary>Removes the elements of a block.</summary>
    public static void RemoveBlock(EditNode holder, DicomTag creator, EditedFile edited)
    {
        foreach (DicomElement element in holder.Dataset?.Elements ?? [])
        {
            if (IsIn(element.Tag, creator) && holder.Has(element.Tag)) Removal.Remove(holder, element.Tag, edited);
        }
    }

    private static bool HasElements(EditNode holder, DicomTag creator) => holder.Dataset?.Elements.Any(element => IsIn(element.Tag, creator)) == true;

    private static bool IsIn(DicomTag tag, DicomTag creator) => tag.Group == creator.Group && tag.Element >> 8 == creator.Element;

    private static DicomTag InBlock(DicomTag tag, int block) => new(tag.Group, (ushort)((block << 8) | (tag.Element & 0xFF)));

    private static bool Is(string? name, string creator) => string.Equals(name?.Trim(), creator, StringComparison.OrdinalIgnoreCase);

    private static string? NameAt(EditNode holder, DicomTag creator) =>
        holder.FindEdit(creator) is { Kind: ElementEditKind.Write, Value: { } value }
            ? Encoding.ASCII.GetString(value.In(default)).Trim()
            : holder.Find(creator)?.RawValue;
}
