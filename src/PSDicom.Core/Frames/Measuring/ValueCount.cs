using System;
using System.Globalization;

namespace PSDicom;

/// <summary>A value and the number of its occurrences: a row of a histogram.</summary>
/// <param name="value">The value.</param>
/// <param name="count">The number of samples with the value.</param>
public readonly struct ValueCount(double value, long count) : IEquatable<ValueCount>
{
    /// <summary>The value.</summary>
    public double Value { get; } = value;

    /// <summary>The number of samples with the value.</summary>
    public long Count { get; } = count;

    /// <summary>Whether value and count are equal.</summary>
    public static bool operator ==(ValueCount left, ValueCount right) => left.Equals(right);

    /// <summary>Whether value or count differ.</summary>
    public static bool operator !=(ValueCount left, ValueCount right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ValueCount other) => Value.Equals(other.Value) && Count == other.Count;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueCount other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode() ^ Count.GetHashCode();

    /// <summary>Value and count, as in <c>-1024:7</c>; the same in every culture.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:R}:{1}", Value, Count);
}
