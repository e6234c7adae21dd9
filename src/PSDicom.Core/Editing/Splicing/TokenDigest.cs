using System;
using System.Buffers.Binary;
using PSDicom.IO.Reading;

namespace PSDicom.Editing.Splicing;

/// <summary>
/// A hash of the structure of a data set: tags, lengths and small values in their order, items and fragments. Planned and read back, it
/// shows whether a file that was written reads as intended.
/// </summary>
internal sealed class TokenDigest
{
    /// <summary>Larger values are copied without being looked at.</summary>
    public const int MaxHashed = 256;

    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    private bool _isEmptySequence;

    /// <summary>The hash so far.</summary>
    public ulong Value { get; private set; } = Multiplier;

    /// <summary>Adds a token of a file.</summary>
    public void Add(DicomTokenizer tokenizer)
    {
        switch (tokenizer.Kind)
        {
            case DicomTokenKind.SequenceStart when tokenizer.DeclaredLength == 0:
                // Whether an empty value is a sequence depends on a value representation that the file may not have.
                _isEmptySequence = true;
                Add(tokenizer.Tag, 0, default);
                break;
            case DicomTokenKind.SequenceEnd when _isEmptySequence:
                _isEmptySequence = false;
                break;
            case DicomTokenKind.Element:
                bool isHashed = tokenizer.ByteLength <= MaxHashed && !tokenizer.Tag.IsGroupLength;
                Add(tokenizer.Tag, tokenizer.ByteLength, isHashed ? tokenizer.Value() : default);
                break;
            case DicomTokenKind.Fragment:
                Add(tokenizer.Tag, tokenizer.ByteLength, default);
                break;
            default:
                Mark(tokenizer.Kind, tokenizer.Tag);
                break;
        }
    }

    /// <summary>Adds an element.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="length">The length of its value in bytes.</param>
    /// <param name="value">The value.</param>
    public void Add(DicomTag tag, long length, ReadOnlySpan<byte> value)
    {
        Mix(tag.Value);
        Mix((ulong)length);
        if (value.Length > MaxHashed || tag.IsGroupLength) return;
        while (value.Length >= 8)
        {
            Mix(BinaryPrimitives.ReadUInt64LittleEndian(value));
            value = value.Slice(8);
        }

        foreach (byte rest in value) Mix(rest);
    }

    /// <summary>Adds the start or the end of a sequence, an item or an encapsulated value.</summary>
    public void Mark(DicomTokenKind kind, DicomTag tag) => Mix(((ulong)(kind + 1) << 40) | tag.Value);

    private void Mix(ulong value)
    {
        ulong mixed = (Value ^ value) * Multiplier;
        Value = mixed ^ (mixed >> 29);
    }
}
