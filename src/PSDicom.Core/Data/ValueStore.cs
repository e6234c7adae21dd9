using System;
using System.Threading;
using PSDicom.Text;
using PSDicom.Threading;

namespace PSDicom.Data;

/// <summary>
/// The values of one file: small ones in one buffer, bulk ones in the file. All data sets of a file share it.
/// </summary>
internal sealed class ValueStore(IValueSource source, CharacterSet? characterSetOverride)
{
    private byte[] _buffer = [];
    private int _count;
    private volatile Creator? _creator;
    private LongTexts? _texts;

    /// <summary>The character set from the user, instead of the declared one.</summary>
    public CharacterSet? CharacterSetOverride { get; } = characterSetOverride;

    /// <summary>The source of bulk values.</summary>
    public IValueSource Source { get; } = source;

    /// <summary>The share of the memory of all files, released with the store.</summary>
    public MemoryBudget.Share? Share { get; set; }

    /// <summary>Whether a value was read that may be faulty (<see cref="ValueFaults"/>).</summary>
    public bool MayHaveFaults { get; private set; }

    /// <summary>Notes whether a value may be faulty.</summary>
    public void Note(DicomVR vr, ReadOnlySpan<byte> bytes) => MayHaveFaults = MayHaveFaults || ValueFaults.AreLikely(vr, bytes);

    /// <summary>Notes whether a value that stays in the file may be faulty.</summary>
    public void Note(DicomVR vr, long length) => MayHaveFaults = MayHaveFaults || (vr.Kind == DicomVRKind.Number && !MisfitNumbers.HasWholeNumbers(vr, length));

    /// <summary>Adds a copy of the bytes.</summary>
    /// <returns>Their position in the buffer.</returns>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        int start = _count;
        if (bytes.Length > _buffer.Length - _count)
            Array.Resize(ref _buffer, checked(Math.Max(_count + bytes.Length, Math.Max(256, _buffer.Length + (_buffer.Length / 2)))));
        bytes.CopyTo(_buffer.AsSpan(start));
        _count += bytes.Length;
        return start;
    }

    /// <summary>The bytes at a position of the buffer.</summary>
    public ReadOnlySpan<byte> Kept(int start, int length) => _buffer.AsSpan(start, length);

    /// <summary>
    /// The creator of a private block; null if the data set does not contain it. The last one is cached, because the elements of a block follow
    /// each other.
    /// </summary>
    public string? CreatorOf(DicomDataset dataset, DicomTag tag)
    {
        // If two threads look it up twice, no harm is done.
        if (_creator is { } known && known.Dataset == dataset && known.Tag == tag) return known.Name;
        string? name = dataset.GetText(tag);
        _creator = new Creator(dataset, tag, name);
        return name;
    }

    /// <summary>The text of an element. Long texts are cached, as each frame may need them again.</summary>
    public string? TextOf(DicomElement element)
    {
        if (element.ByteLength < LongTexts.MinBytes || element.VR.Kind == DicomVRKind.Sequence) return element.RawValue;
        LongTexts texts = _texts ?? Interlocked.CompareExchange(ref _texts, new LongTexts(), null) ?? _texts;
        return texts.Of(element);
    }

    /// <summary>Releases unused memory.</summary>
    public void Trim()
    {
        if (_buffer.Length - _count > 512) Array.Resize(ref _buffer, _count);
    }

    private sealed record Creator(DicomDataset Dataset, DicomTag Tag, string? Name);
}
