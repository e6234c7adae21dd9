using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Editing.Splicing;

/// <summary>The differences between a source and what is made from it: everything else is copied, byte for byte.</summary>
internal sealed class Splice
{
    private readonly List<Replacement> _replacements = [];

    /// <summary>The replacements, in the order of the source.</summary>
    public IReadOnlyList<Replacement> Replacements => _replacements;

    /// <summary>Whether nothing is replaced.</summary>
    public bool IsEmpty => _replacements.Count == 0;

    /// <summary>The change of the length.</summary>
    public long Delta => _replacements.Sum(replacement => replacement.Delta);

    /// <summary>Whether all new bytes are in memory.</summary>
    public bool IsSmall => _replacements.TrueForAll(replacement => replacement.Bulk is null);

    /// <summary>Whether no byte moves.</summary>
    public bool KeepsPositions => _replacements.TrueForAll(replacement => replacement.Delta == 0) && IsSmall;

    /// <summary>Adds a replacement. <see cref="Order"/> must be called after the last one.</summary>
    public void Replace(long start, long end, ReadOnlyMemory<byte> bytes, BulkContent? bulk = null) =>
        _replacements.Add(new Replacement(start, end, bytes, bulk));

    /// <summary>Adds all replacements of another splice of the same source.</summary>
    public void Add(Splice other) => _replacements.AddRange(other._replacements);

    /// <summary>Sorts the replacements; insertions at one position keep their order and come before a replacement that starts there.</summary>
    /// <exception cref="InvalidOperationException">Replacements overlap.</exception>
    public void Order()
    {
        Replacement[] ordered = [.. _replacements.OrderBy(replacement => replacement.Start).ThenBy(replacement => replacement.End > replacement.Start)];
        _replacements.Clear();
        _replacements.AddRange(ordered);
        for (int i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Start < ordered[i - 1].End) throw new InvalidOperationException("Replacements overlap.");
        }
    }
}
