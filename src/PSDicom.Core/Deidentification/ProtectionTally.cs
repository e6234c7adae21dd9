using System.Collections.Generic;
using PSDicom.Query;

namespace PSDicom.Deidentification;

/// <summary>What happened to the elements of a file, at any depth.</summary>
internal sealed class ProtectionTally
{
    private const int MaxNamed = 100;

    private readonly int[] _counts = new int[(int)Treatment.Keep + 1];
    private readonly SortedSet<string> _unlisted = new(System.StringComparer.Ordinal);
    private readonly SortedSet<string> _swallowing = new(System.StringComparer.Ordinal);

    /// <summary>The number of elements with a treatment.</summary>
    public int this[Treatment treatment] => _counts[(int)treatment];

    /// <summary>The names of the text elements that table E.1-1 does not list and that are not about technique.</summary>
    public IReadOnlyCollection<string> Unlisted => _unlisted;

    /// <summary>The names of the numbers and binary values that were removed because they contain other elements.</summary>
    public IReadOnlyCollection<string> Swallowing => _swallowing;

    /// <summary>Counts an element.</summary>
    public void Add(Treatment treatment) => _counts[(int)treatment]++;

    /// <summary>Notes an unlisted text element, with its name and not with its value.</summary>
    public void AddUnlisted(DicomTag tag) => Add(_unlisted, tag);

    /// <summary>Notes a number or a binary value that contains other elements.</summary>
    public void AddSwallowing(DicomTag tag) => Add(_swallowing, tag);

    private static void Add(SortedSet<string> names, DicomTag tag)
    {
        if (names.Count < MaxNamed) names.Add(TagNames.Of(tag));
    }
}
