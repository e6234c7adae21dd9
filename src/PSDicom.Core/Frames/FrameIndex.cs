using System;
using System.Collections.Generic;
using System.Globalization;
using PSDicom.Codecs;

namespace PSDicom.Frames;

/// <summary>
/// Finds the fragments of each frame of encapsulated pixel data: by the offset tables, of which only the frame's entries and items are read;
/// if these contradict the fragments, by the number of fragments and by the images that begin or end in them.
/// </summary>
/// <param name="pixels">The pixel data.</param>
/// <param name="frames">The number of frames.</param>
internal sealed class FrameIndex(EncapsulatedPixels pixels, int frames)
{
    /// <summary>The bytes to search for the end of an image, which may be followed by padding or garbage.</summary>
    private const int MaxEnd = 10;

    /// <summary>More fragments than a frame mostly has: the whole table is then checked first, lest its entries lead over the same fragments repeatedly.</summary>
    private const int ManyFragments = 64;

    private readonly object _lock = new();
    private IReadOnlyList<int>? _starts;
    private string? _fault;
    private CodestreamKind? _firstKind;
    private bool? _isTableAscending;
    private bool? _isTableTrusted;

    /// <summary>The fragments of a frame, counted from 0; none if it is empty.</summary>
    /// <exception cref="DicomException">The fragments of the frame are unknown.</exception>
    public IReadOnlyList<DicomFragment> Find(int frame)
    {
        lock (_lock)
        {
            return FindByTable(frame) ?? FindByFragments(frame);
        }
    }

    /// <summary>Whether the table may be right for other frames, although it is not for this one.</summary>
    private bool MayHaveTable => pixels.Table is { } table && table.Count == frames && _isTableAscending != false && table[0] == 0;

    private List<DicomFragment>? FindByTable(int frame)
    {
        if (!MayHaveTable) return null;
        OffsetTable table = pixels.Table!;
        ulong start = table[frame];
        ulong end = frame + 1 < frames ? table[frame + 1] : long.MaxValue;
        if (start > end || start > int.MaxValue * (ulong)uint.MaxValue) return null;

        var fragments = new List<DicomFragment>();
        int items = 0;
        long position = pixels.FirstItem + (long)start;
        long last = end == long.MaxValue ? long.MaxValue : pixels.FirstItem + (long)end;
        while (position < last && pixels.FindItem(position) is { } fragment)
        {
            if (++items == ManyFragments && !(_isTableAscending ??= table.IsAscending())) return null;
            if (fragment.Length > 0) fragments.Add(fragment);
            position = fragment.Offset + fragment.Length;
        }

        DicomFragment? next = last == long.MaxValue ? null : pixels.FindItem(last);
        bool isSound = last == long.MaxValue ? items > 0 : position == last && next is not null;
        if (!isSound) return null;
        bool isLikely = fragments.Count > 0 && BeginsLikeFirst(fragments[0]) && (next is not { Length: > 0 } other || BeginsLikeFirst(other));
        return isLikely || IsTrusted(table) ? fragments : null;
    }

    /// <summary>Whether the table is right even if frames seem empty or damaged: it ascends, and the image starts do not match the frames.</summary>
    private bool IsTrusted(OffsetTable table) => _isTableTrusted ??= (_isTableAscending ??= table.IsAscending()) && pixels.FindStarts()?.Count != frames;

    /// <summary>Whether a frame begins with the same kind of image as the first one; true if that is unknown.</summary>
    private bool BeginsLikeFirst(DicomFragment fragment)
    {
        _firstKind ??= pixels.FindItem(pixels.FirstItem) is { } first ? pixels.FindStart(first) : CodestreamKind.Unknown;
        return _firstKind == CodestreamKind.Unknown || pixels.FindStart(fragment) == _firstKind;
    }

    private List<DicomFragment> FindByFragments(int frame)
    {
        if (frames > 1 && pixels.Items.Count == frames) return pixels.Items[frame] is { Length: > 0 } only ? [only] : [];
        _starts ??= FindStarts();
        int first = _starts[frame];
        int next = frame + 1 < _starts.Count ? _starts[frame + 1] : pixels.Fragments.Count;
        var fragments = new List<DicomFragment>(next - first);
        for (int i = first; i < next; i++) fragments.Add(pixels.Fragments[i]);
        return fragments;
    }

    /// <summary>The first fragment of each frame. A failure is cached too, or else each frame would search all fragments again.</summary>
    private IReadOnlyList<int> FindStarts()
    {
        if (_fault is null && Search() is { } found) return found;
        int count = pixels.Fragments.Count;
        _fault ??= count < frames
            ? Format("There are {0} fragments for {1} frames, but each frame needs its own.", count, frames)
            : Format("The {0} fragments cannot be assigned to the {1} frames: the offset table is missing or wrong.", count, frames);
        throw new DicomException(MayHaveTable ? DicomErrorReason.InvalidPixelData : DicomErrorReason.FramesNotSeparable, _fault, tagPath: "PixelData");
    }

    private IReadOnlyList<int>? Search()
    {
        int count = pixels.Fragments.Count;
        if (frames == 1) return [0];
        if (count == frames)
        {
            var each = new int[count];
            for (int i = 0; i < count; i++) each[i] = i;
            return each;
        }

        if (pixels.FindStarts() is { } starts && starts.Count == frames) return starts;
        List<int> afterEnds = FindAfterEnds();
        return afterEnds.Count == frames ? afterEnds : null;
    }

    /// <summary>The fragments after one in which an image ends: JPEG, JPEG-LS and JPEG 2000 have the same end marker.</summary>
    private List<int> FindAfterEnds()
    {
        var starts = new List<int> { 0 };
        Span<byte> bytes = stackalloc byte[MaxEnd];
        for (int i = 0; i < pixels.Fragments.Count - 1; i++)
        {
            DicomFragment fragment = pixels.Fragments[i];
            Span<byte> end = bytes.Slice(0, (int)Math.Min(MaxEnd, fragment.Length));
            pixels.Read(fragment.Offset + fragment.Length - end.Length, end);
            if (end.IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0) starts.Add(i + 1);
        }

        return starts;
    }

    private static string Format(string text, int count, int frames) => string.Format(CultureInfo.InvariantCulture, text, count, frames);
}
