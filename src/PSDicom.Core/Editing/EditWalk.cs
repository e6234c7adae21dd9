using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Editing;

/// <summary>Enumerates a data set and the existing items in it, at any depth, without recursion.</summary>
internal static class EditWalk
{
    /// <summary>The data set, and the items in it.</summary>
    public static IEnumerable<EditNode> All(EditNode root)
    {
        var nodes = new Stack<EditNode>();
        nodes.Push(root);
        while (nodes.Count > 0)
        {
            EditNode node = nodes.Pop();
            yield return node;
            IReadOnlyList<DicomElement> elements = node.Dataset!.Elements;

            // Backwards, as a stack reverses them again.
            for (int i = elements.Count - 1; i >= 0; i--)
            {
                if (elements[i].Items.Count == 0) continue;
                List<EditNode> items = node.ItemsOf(elements[i].Tag);
                for (int item = items.Count - 1; item >= 0; item--)
                {
                    if (items[item].Dataset is not null) nodes.Push(items[item]);
                }
            }
        }
    }

    /// <summary>Only the items.</summary>
    public static IEnumerable<EditNode> Below(EditNode root) => All(root).Skip(1);
}
