using System;

namespace PSDicom.Operations.Sets;

/// <summary>A hash of 128 bits instead of a text: of a million texts, no two will have the same.</summary>
internal readonly struct TextKey : IEquatable<TextKey>
{
    private const ulong FirstPrime = 0x9E37_79B1_85EB_CA87;
    private const ulong SecondPrime = 0xC2B2_AE3D_27D4_EB4F;

    private readonly ulong _first;
    private readonly ulong _second;

    private TextKey(ulong first, ulong second)
    {
        _first = first;
        _second = second;
    }

    /// <summary>Whether there is no text.</summary>
    public bool IsNone => _first == 0 && _second == 0;

    /// <summary>The key of a text; none for a text that is null or empty.</summary>
    public static TextKey Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return default;
        unchecked
        {
            ulong first = FirstPrime, second = SecondPrime;
            foreach (char character in text!)
            {
                first = Mix(first ^ character, FirstPrime);
                second = Mix(second + character, SecondPrime);
            }

            return new TextKey(first ^ (ulong)text.Length, second | 1);
        }
    }

    /// <summary>Whether both are of the same text.</summary>
    public bool Equals(TextKey other) => _first == other._first && _second == other._second;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TextKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _first.GetHashCode();

    private static ulong Mix(ulong state, ulong prime)
    {
        unchecked
        {
            state *= prime;
            return state ^ (state >> 32);
        }
    }
}
