using System;
using System.Text;
using PSDicom.Data;
using PSDicom.Text;

namespace PSDicom.Editing;

/// <summary>Encodes all text of a file anew, strictly: text that its character set does not define, or that the new one does not contain, is an error.</summary>
internal sealed class Reencoding(EditedFile edited, CharacterSet characterSet)
{
    /// <summary>Encodes the text of a data set and its items, and declares the character set.</summary>
    /// <exception cref="DicomException">A text cannot be read or written without a guess.</exception>
    public void Apply(EditNode root)
    {
        foreach (EditNode node in EditWalk.All(root))
        {
            foreach (DicomElement element in node.Dataset!.Elements)
            {
                if (element.VR.UsesCharacterSet && node.Find(element.Tag) is not null) Encode(node, element);
            }

            // Items may have their own, which then says the same.
            if (node == root || node.Has(DicomTag.SpecificCharacterSet)) Declare(node);
        }
    }

    private void Encode(EditNode node, DicomElement element)
    {
        if (TextBytes.ArePlain(element.Bytes())) return;
        string path = edited.PathOf(node.Place, element.Tag);
        string text = ElementText.Decode(element, out TextFault fault);
        if (fault != TextFault.None)
        {
            throw new DicomException(
                DicomErrorReason.NotInCharacterSet,
                "The text of this element has bytes that the character set of the file does not define. If the file declares a wrong one, name the right one (-CharacterSet, --character-set).",
                tagPath: path);
        }

        if (!characterSet.TryEncode(text, element.VR, out byte[]? bytes))
        {
            throw new DicomException(
                DicomErrorReason.NotInCharacterSet, $"The text of this element has characters that {characterSet} does not contain. ISO_IR 192 contains all.", tagPath: path);
        }

        if (element.Bytes().SequenceEqual(new NewValue(element.VR, bytes).In(default))) return;
        node.EditOf(element.Tag).Write(new NewValue(element.VR, bytes));
        edited.Note(path, ChangeKind.Set, element.RawValue, element.RawValue);
    }

    private void Declare(EditNode node)
    {
        if (node.Find(DicomTag.SpecificCharacterSet)?.RawValue is { } declared && CharacterSet.FromTerms(declared).Declaration == characterSet.Declaration) return;
        string? old = node.Dataset![DicomTag.SpecificCharacterSet]?.RawValue;
        node.EditOf(DicomTag.SpecificCharacterSet).Write(new NewValue(DicomVR.CS, Encoding.ASCII.GetBytes(characterSet.Declaration)));
        edited.Note(edited.PathOf(node.Place, DicomTag.SpecificCharacterSet), ChangeKind.Set, old, characterSet.Declaration);
    }
}
