using System.Collections.Generic;
using PSDicom.IO.Reading;
using PSDicom.Query;

namespace PSDicom.Deidentification.Identity;

/// <summary>Notes where each value of a file is while it is read, also of elements that are there twice.</summary>
internal sealed class SegmentObserver : ITokenObserver
{
    private readonly Stack<Level> _levels = new();
    private Level _level = new(null);
    private bool _isMeta;

    /// <summary>The values of the file meta information.</summary>
    public List<FileSegment> Meta { get; } = [];

    /// <summary>The values of the data set; of a deflated file, in the inflated bytes.</summary>
    public List<FileSegment> Dataset { get; } = [];

    /// <summary>Where the file meta information ended.</summary>
    public long EndOfMeta { get; private set; }

    /// <summary>Where the last element ended.</summary>
    public long EndOfDataset { get; private set; }

    public void Begin(bool isFileMeta)
    {
        _isMeta = isFileMeta;
        _level = new Level(null);
        _levels.Clear();
    }

    public void See(DicomTokenizer tokenizer)
    {
        switch (tokenizer.Kind)
        {
            case DicomTokenKind.ItemStart:
                _levels.Push(_level);
                _level = new Level(new ItemPlace(_level.Place, _level.Sequence, _level.ItemCount++));
                break;
            case DicomTokenKind.ItemEnd:
                if (_levels.Count > 0) _level = _levels.Pop();
                break;
            case DicomTokenKind.SequenceStart:
                _level.Sequence = tokenizer.Tag;
                _level.ItemCount = 0;
                break;
            case DicomTokenKind.Element or DicomTokenKind.Fragment:
                Add(tokenizer);
                break;
            default:
                break;
        }

        if (_isMeta) EndOfMeta = tokenizer.Position;
        else EndOfDataset = tokenizer.Position;
    }

    public void End(DicomTokenizer tokenizer)
    {
        if (_isMeta) EndOfMeta = tokenizer.Position;
    }

    private void Add(DicomTokenizer tokenizer)
    {
        IdentityPlace place = _isMeta ? IdentityPlace.FileMeta : tokenizer.Tag.IsPrivate ? IdentityPlace.Private : IdentityPlace.Element;
        (_isMeta ? Meta : Dataset).Add(new FileSegment(tokenizer.Offset, tokenizer.ByteLength, place, tokenizer.Tag, tokenizer.VR, _level.Place));
    }

    /// <summary>A data set that is being read.</summary>
    private sealed class Level(ItemPlace? place)
    {
        public ItemPlace? Place { get; } = place;

        public DicomTag Sequence { get; set; }

        public int ItemCount { get; set; }
    }
}
