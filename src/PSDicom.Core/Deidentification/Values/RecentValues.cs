using System;
using System.Collections.Concurrent;
using System.Threading;

namespace PSDicom.Deidentification.Values;

/// <summary>
/// Computed values by what they were computed from: the files of a series have the same patient, study and series. Memory is bounded: when there are
/// too many, all are forgotten. Thread-safe.
/// </summary>
/// <param name="compute">Computes a value; it gives the same for the same.</param>
internal sealed class RecentValues(Func<string, string> compute)
{
    private const int Limit = 4096;

    // What is longer is no identifier, and not worth the memory.
    private const int MaxLength = 256;

    private readonly ConcurrentDictionary<string, string> _values = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The value for a text.</summary>
    public string Of(string text)
    {
        if (text.Length > MaxLength) return compute(text);
        if (_values.TryGetValue(text, out string? known)) return known;
        string value = compute(text);
        if (!_values.TryAdd(text, value)) return value;
        if (Interlocked.Increment(ref _count) <= Limit) return value;
        Interlocked.Exchange(ref _count, 0);
        _values.Clear();
        return value;
    }
}
