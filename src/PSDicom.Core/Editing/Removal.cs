namespace PSDicom.Editing;

/// <summary>Removes elements.</summary>
internal static class Removal
{
    /// <summary>Removes an element that exists, or forgets one that was planned.</summary>
    public static void Remove(EditNode holder, DicomTag tag, EditedFile edited)
    {
        string path = edited.PathOf(holder.Place, tag);
        if (holder.Dataset?[tag] is not { } element)
        {
            holder.Edit.Forget(tag);
            edited.Note(path, ChangeKind.Remove, null, null);
            return;
        }

        string? oldText = element.IsBulk ? Data.ValueText.OfBytes(element.ByteLength) : element.RawValue;
        holder.EditOf(tag).Remove();
        edited.Note(path, ChangeKind.Remove, oldText, null);
    }
}
