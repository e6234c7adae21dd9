using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Editing;

/// <summary>Removes private elements at any depth: all, or those of some creators with their blocks.</summary>
internal sealed class PrivateRemoval(EditedFile edited, IReadOnlyList<string>? creators)
{
    /// <summary>Removes them from a data set and its items.</summary>
    public void RemoveFrom(EditNode root)
    {
        foreach (EditNode node in EditWalk.All(root))
        {
            foreach (DicomElement element in node.Dataset!.Elements)
            {
                if (element.Tag.IsPrivate && IsWanted(element)) Removal.Remove(node, element.Tag, edited);
            }
        }
    }

    private bool IsWanted(DicomElement element)
    {
        if (creators is null) return true;
        string? creator = element.Tag.IsPrivateCreator ? element.RawValue : element.PrivateCreator;
        return creator is not null && creators.Any(wanted => string.Equals(wanted.Trim(), creator.Trim(), StringComparison.OrdinalIgnoreCase));
    }
}
