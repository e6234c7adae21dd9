using System.Collections.Generic;

namespace PSDicom.Query;

/// <summary>Enumerates a data set and everything nested in it, without recursion.</summary>
internal static class DatasetWalk
{
    /// <summary>Every element, in the order of the file: a sequence, then the elements of its items.</summary>
    public static IEnumerable<LocatedElement> All(DicomDataset root)
    {
        var levels = new Stack<Level>();
        levels.Push(new Level(root, null));
        while (levels.Count > 0)
        {
            Level level = levels.Peek();
            if (level.NextItem() is { } item)
            {
                levels.Push(item);
            }
            else if (level.NextElement() is { } element)
            {
                yield return new LocatedElement(element, level.Place);
            }
            else
            {
                levels.Pop();
            }
        }
    }

    /// <summary>The position of the walk in one data set.</summary>
    private sealed class Level(DicomDataset dataset, ItemPlace? place)
    {
        private int _elements;
        private int _items;

        public ItemPlace? Place { get; } = place;

        public DicomElement? NextElement()
        {
            _items = 0;
            return _elements < dataset.Elements.Count ? dataset.Elements[_elements++] : null;
        }

        /// <summary>The next item of the last element.</summary>
        public Level? NextItem()
        {
            if (_elements == 0 || dataset.Elements[_elements - 1] is not { } element || _items >= element.Items.Count) return null;
            var items = new LocatedElement(element, Place);
            return new Level(element.Items[_items], items.ItemAt(_items++));
        }
    }
}
