using System;
using System.Collections.Generic;
using PSDicom.Codecs.Jpeg2000.Encoding.Blocks;
using PSDicom.Codecs.Jpeg2000.Encoding.HighThroughput;
using PSDicom.Codecs.Jpeg2000.Encoding.Packets;
using PSDicom.Codecs.Jpeg2000.Headers;
using PSDicom.Codecs.Jpeg2000.Packets;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>Encodes a frame as a codestream of one tile.</summary>
internal sealed class FrameEncoder
{
    private const int ComponentsOfTransform = 3;

    private readonly FrameFormat _format;
    private readonly CodingChoice _choice;
    private readonly CodestreamWriter _target;
    private readonly FrameThreads _threads;
    private readonly WorkBudget _budget;
    private readonly int _tileLengths;
    private readonly TileComponent[] _components;
    private readonly Dictionary<CodeBlock, EncodedBlock> _blocks = [];
    private readonly Jpeg2000Codestream _codestream;

    private unsafe FrameEncoder(ReadOnlyMemory<byte> samples, FrameFormat format, CodingChoice choice, EncodedBytes target, FrameThreads threads)
    {
        _format = format;
        _choice = choice;
        _threads = threads;
        _budget = new WorkBudget(samples.Length, threads.Cancellation);
        _target = new CodestreamWriter(target);
        _tileLengths = MainHeaderWriter.Write(_target, format, choice);

        // The geometry is that of the decoder, from the header.
        int end = _target.Length;
        _target.WriteUInt16(Jpeg2000Marker.StartOfTilePart);
        _codestream = Jpeg2000Codestream.ReadMainHeader(_target.Written, 0, _target.Length);
        target.Truncate(target.Length - (_target.Length - end));
        _components = new TileComponent[format.Shape.SamplesPerPixel];
        for (int c = 0; c < _components.Length; c++)
        {
            ComponentSize size = _codestream.Size.Components[c];
            _components[c] = new TileComponent(
                size, size.Samples(_codestream.Size.Tile(0)), _codestream.Main.Coding(c)!, _codestream.Main.QuantizationOf(c)!, regionShift: 0);
        }
    }

    public static void Encode(ReadOnlyMemory<byte> samples, FrameFormat format, CodingChoice choice, EncodedBytes target, FrameThreads threads)
    {
        var encoder = new FrameEncoder(samples, format, choice, target, threads);
        encoder.EncodeComponents(samples);
        encoder.WritePackets();
        encoder._target.WriteUInt16(Jpeg2000Marker.EndOfCodestream);
    }

    /// <summary>Encodes the components, those of a transform together.</summary>
    private unsafe void EncodeComponents(ReadOnlyMemory<byte> samples)
    {
        for (int c = 0; c < _components.Length;)
        {
            var planes = new int[_choice.HasComponentTransform ? ComponentsOfTransform : 1][];
            for (int i = 0; i < planes.Length; i++) planes[i] = PlaneMemory.Rent(_components[c + i].Area);
            SampleReader.Read(samples, _format, _choice, c, planes, _threads);
            foreach (int[] plane in planes)
            {
                using var encoder = new ComponentEncoder(_components[c++], _threads);
                encoder.CreateBlocks(_budget);
                encoder.Analyze(plane);
                encoder.EncodeBlocks(_choice.IsHighThroughput ? HighThroughputEncoder.Encode : BlockEncoder.Encode, _blocks);
            }

            foreach (int[] plane in planes) PlaneMemory.Return(plane);
        }
    }

    private void WritePackets()
    {
        var sequence = new PacketSequence(_codestream.Size.Tile(0), _components, _codestream.Main.Tile!, _budget);
        int part = 0, start = BeginTilePart(part);
        foreach (PacketPlace place in sequence.Enumerate([]))
        {
            if (_choice.HasTileLengths && place.Resolution > part)
            {
                EndTilePart(part, start);
                start = BeginTilePart(++part);
            }

            PrecinctWriter.Write(_target, _components[place.Component].Resolutions[place.Resolution].GetPrecinct(place.Precinct).Bands!, block => _blocks[block]);
        }

        EndTilePart(part, start);
    }

    /// <returns>The position of the tile-part.</returns>
    private int BeginTilePart(int part)
    {
        int start = _target.Length;
        _target.WriteSegment(Jpeg2000Marker.StartOfTilePart, () =>
        {
            _target.WriteUInt16(0);
            _target.WriteUInt32(0);
            _target.WriteByte(part);
            _target.WriteByte(_choice.HasTileLengths ? _choice.Levels + 1 : 1);
        });
        _target.WriteUInt16(Jpeg2000Marker.StartOfData);
        return start;
    }

    private void EndTilePart(int part, int start)
    {
        int length = _target.Length - start;
        _target.ReplaceUInt32(start + 6, length);
        if (_choice.HasTileLengths) _target.ReplaceUInt32(_tileLengths + (6 * part) + 2, length);
    }
}
