using System;
using System.Threading;
using PSDicom.Text;

namespace PSDicom.Data;

/// <summary>
/// Where the values of one file are: the small ones together in one buffer, the bulk ones still in the file.
/// All data sets of a file share it.
/// </summary>
internal sealed class ValueStore(IValueSource source, CharacterSet? characterSetOverride)
{
    private byte[] _buffer = [];
    private int _count;
    private volatile Creator? _creator;
    private LongTexts? _texts;

    /// <summary>The character set that the user says the file has, instead of what it says itself.</summary>
    public CharacterSet? CharacterSetOverride { get; } = characterSetOverride;

    /// <summary>Where bulk values are read from.</summary>
    public IValueSource Source { get; } = source;

    /// <summary>What the values take of the memory that all files share; given back with the store.</summary>
    public MemoryBudget.Share? Share { get; set; }

    /// <summary>Whether a value was read that may contradict what is said of it (<see cref="ValueFaults"/>).</summary>
    public bool HasDoubts { get; private set; }

    /// <summary>Notes whether the bytes of a value may contradict what is said of them.</summary>
    public void Note(DicomVR vr, ReadOnlySpan<byte> bytes) => HasDoubts = HasDoubts || ValueFaults.AreLikely(vr, bytes);

    /// <summary>The same of bytes that stay in the file, of which only their number is known.</summary>
    public void Note(DicomVR vr, long length) => HasDoubts = HasDoubts || (vr.Kind == DicomVRKind.Number && !MisfitNumbers.HasWholeNumbers(vr, length));

    /// <summary>Keeps a copy of the bytes.</summary>
    /// <returns>Where in the buffer they are.</returns>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        int start = _count;
        if (bytes.Length > _buffer.Length - _count)
            Array.Resize(ref _buffer, checked(Math.Max(_count + bytes.Length, Math.Max(256, _buffer.Length + (_buffer.Length / 2)))));
        bytes.CopyTo(_buffer.AsSpan(start));
        _count += bytes.Length;
        return start;
    }

    /// <summary>The bytes kept at a place of the buffer.</summary>
    public ReadOnlySpan<byte> Kept(int start, int length) => _buffer.AsSpan(start, length);

    /// <summary>
    /// The creator of a private block; null if the data set does not name it. The elements of a block follow each other, so that it is looked
    /// up once for all of them.
    /// </summary>
    public string? CreatorOf(DicomDataset dataset, DicomTag tag)
    {
        // Threads may look it up twice, which does no harm.
        if (_creator is { } known && known.Dataset == dataset && known.Tag == tag) return known.Name;
        string? name = dataset.GetText(tag);
        _creator = new Creator(dataset, tag, name);
        return name;
    }

    /// <summary>The text of an element that is looked up by its tag; of a long one once, as each frame may ask for it again.</summary>
    public string? TextOf(DicomElement element)
    {
        if (element.ByteLength < LongTexts.Shortest || element.VR.Kind == DicomVRKind.Sequence) return element.RawValue;
        LongTexts texts = _texts ?? Interlocked.CompareExchange(ref _texts, new LongTexts(), null) ?? _texts;
        return texts.Of(element);
    }

    /// <summary>Lets go of the room that was not needed.</summary>
    public void Trim()
    {
        if (_buffer.Length - _count > 512) Array.Resize(ref _buffer, _count);
    }

    private sealed record Creator(DicomDataset Dataset, DicomTag Tag, string? Name);
}
