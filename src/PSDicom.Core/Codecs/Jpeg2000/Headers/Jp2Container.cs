using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>
/// Finds the codestream of a frame: bare, as PS3.5 section A.4.4 requires, or in the boxes of a JP2 file (T.800 annex I), as some encoders
/// write it.
/// </summary>
internal sealed class Jp2Container
{
    private const uint Signature = 0x6A502020;
    private const uint Header = 0x6A703268;
    private const uint Contents = 0x6A703263;
    private const uint Palette = 0x70636C72;
    private const uint Mapping = 0x636D6170;
    private const uint Definition = 0x63646566;
    private const uint Color = 0x636F6C72;

    private static readonly byte[] StartAndSize = [0xFF, 0x4F, 0xFF, 0x51];

    private (int Precision, bool IsSigned, int[] Values)[]? _palette;
    private (int Component, int Column)[]? _mapping;
    private List<(int Channel, int Type, int Association)>? _definitions;

    /// <summary>The start of the codestream.</summary>
    public int Start { get; private set; } = -1;

    public int End { get; private set; }

    /// <summary>Whether the colour specification is YCbCr; null if there is none, or it is neither YCbCr nor RGB.</summary>
    public bool? IsYbr { get; private set; }

    public static Jp2Container Open(ReadOnlySpan<byte> frame)
    {
        var container = new Jp2Container();
        if (frame.Length >= 12 && BinaryPrimitives.ReadUInt32BigEndian(frame.Slice(4)) == Signature) container.ReadBoxes(frame, 0, frame.Length, 0);
        if (container.Start >= 0) return container;
        // SOC, followed by SIZ. Some frames have bytes before them.
        container.Start = frame.IndexOf(StartAndSize.AsSpan());
        container.End = frame.Length;
        return container.Start >= 0 ? container : throw CodestreamError.Jpeg2000("the frame has no codestream: the markers SOC and SIZ are missing.", 0);
    }

    /// <summary>The channels of the image.</summary>
    public Channel[] Channels(ImageSize size)
    {
        var channels = new List<Channel>();
        if (_palette is not null && _mapping is not null)
        {
            foreach ((int component, int column) in _mapping)
            {
                if (component >= size.Components.Length || column >= _palette.Length) throw CodestreamError.Jpeg2000("the component mapping in the JP2 boxes refers to a missing component or palette column.", 0);
                channels.Add(column < 0
                    ? Direct(size, component)
                    : new Channel(component, _palette[column].Precision, _palette[column].IsSigned, _palette[column].Values));
            }
        }
        else
        {
            for (int c = 0; c < size.Components.Length; c++) channels.Add(Direct(size, c));
        }

        return Order(channels);
    }

    private static Channel Direct(ImageSize size, int component) =>
        new(component, size.Components[component].Precision, size.Components[component].IsSigned, null);

    /// <summary>Sorts colour channels by the order of colours (T.800 I.5.3.6), with other channels after them.</summary>
    private Channel[] Order(List<Channel> channels)
    {
        if (_definitions is null) return [.. channels];
        var ordered = new Channel?[channels.Count];
        var rest = new List<Channel>();
        for (int c = 0; c < channels.Count; c++)
        {
            int place = -1;
            foreach ((int channel, int type, int association) in _definitions)
            {
                if (channel == c && type == 0 && association >= 1 && association <= channels.Count) place = association - 1;
            }

            if (place >= 0 && ordered[place] is null) ordered[place] = channels[c];
            else rest.Add(channels[c]);
        }

        for (int i = 0, next = 0; i < ordered.Length; i++) ordered[i] ??= rest[next++];
        return ordered!;
    }

    private void ReadBoxes(ReadOnlySpan<byte> frame, int position, int end, int depth)
    {
        while (end - position >= 8 && Start < 0)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(frame.Slice(position));
            uint type = BinaryPrimitives.ReadUInt32BigEndian(frame.Slice(position + 4));
            int content = position + 8;
            if (length == 1 && end - position >= 16)
            {
                length = (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(frame.Slice(position + 8)), int.MaxValue);
                content = position + 16;
            }

            // A box of length 0, or one that is too long, extends to the end.
            int boxEnd = length == 0 || position + length > end ? end : (int)(position + length);
            if (boxEnd < content) return;
            if (type == Header && depth == 0) ReadBoxes(frame, content, boxEnd, depth + 1);
            else ReadBox(type, frame, content, boxEnd);
            position = boxEnd;
        }
    }

    private void ReadBox(uint type, ReadOnlySpan<byte> frame, int content, int end)
    {
        var box = new SegmentReader(frame.Slice(content, end - content), content, "a JP2 box");
        switch (type)
        {
            case Contents when frame.Slice(content, end - content).StartsWith(StartAndSize):
                Start = content;
                End = end;
                break;
            case Palette:
                ReadPalette(ref box);
                break;
            case Mapping:
                _mapping = new (int, int)[box.Remaining / 4];
                for (int i = 0; i < _mapping.Length; i++)
                {
                    int component = box.ReadUInt16();
                    bool isMapped = box.ReadByte() == 1;
                    int column = box.ReadByte();
                    _mapping[i] = (component, isMapped ? column : -1);
                }

                break;
            case Definition:
                _definitions = [];
                _ = box.ReadUInt16();
                while (box.Remaining >= 6) _definitions.Add((box.ReadUInt16(), box.ReadUInt16(), box.ReadUInt16()));
                break;
            case Color when IsYbr is null && box.Remaining >= 7 && box.ReadByte() == 1:
                _ = box.ReadUInt16();
                uint space = box.ReadUInt32();
                IsYbr = space is 1 or 3 or 4 or 18 ? true : space is 16 or 17 ? false : null;
                break;
        }
    }

    /// <summary>Reads the palette (T.800 I.5.3.4).</summary>
    private void ReadPalette(ref SegmentReader box)
    {
        long at = box.Offset;
        int entries = box.ReadUInt16(), columns = box.ReadByte();
        if (entries is 0 or > 1024 || columns == 0) throw CodestreamError.Jpeg2000($"the palette has {entries} entries of {columns} columns.", at);
        var palette = new (int Precision, bool IsSigned, int[] Values)[columns];
        for (int c = 0; c < columns; c++)
        {
            byte depth = box.ReadByte();
            palette[c] = ((depth & 0x7F) + 1, (depth & 0x80) != 0, new int[entries]);
            if (palette[c].Precision > 32) throw CodestreamError.Jpeg2000($"the palette has {palette[c].Precision} bits; at most 32 are supported.", at);
        }

        for (int e = 0; e < entries; e++)
        {
            for (int c = 0; c < columns; c++)
            {
                int value = 0;
                for (int bytes = (palette[c].Precision + 7) / 8; bytes > 0; bytes--) value = (value << 8) | box.ReadByte();
                int unused = 32 - palette[c].Precision;
                palette[c].Values[e] = palette[c].IsSigned ? value << unused >> unused : value;
            }
        }

        _palette = palette;
    }
}
