using System.Collections.Generic;
using System.Threading;
using PSDicom.Codecs.Jpeg2000.Headers;
using PSDicom.Codecs.Jpeg2000.Packets;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Packets;

/// <summary>Writes a codestream: its headers, and the packets of its code-blocks in progression order.</summary>
internal sealed class PacketWriter
{
    private readonly FrameLayout _layout;
    private readonly CodestreamWriter _target;
    private readonly int _tileLengths;

    private PacketWriter(FrameLayout layout, CodestreamWriter target)
    {
        _layout = layout;
        _target = target;
        _tileLengths = MainHeaderWriter.Write(target, layout.Format, layout.Choice);
    }

    /// <summary>Writes the codestream.</summary>
    /// <param name="layout">The frame, whose precincts have their code-blocks.</param>
    /// <param name="blocks">What the code-blocks were encoded to.</param>
    /// <param name="target">Receives the codestream.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public static void Write(FrameLayout layout, Dictionary<CodeBlock, EncodedBlock> blocks, EncodedBytes target, CancellationToken cancellation)
    {
        var writer = new PacketWriter(layout, new CodestreamWriter(target));
        writer.WritePackets(blocks, new WorkBudget(layout.Format.Shape.Length, cancellation));
        writer._target.WriteUInt16(Jpeg2000Marker.EndOfCodestream);
    }

    private void WritePackets(Dictionary<CodeBlock, EncodedBlock> blocks, WorkBudget budget)
    {
        bool isByResolution = _layout.Choice.HasTileLengths;
        var sequence = new PacketSequence(_layout.Tile, _layout.Components, _layout.Coding, budget);
        int part = 0, start = BeginTilePart(part);
        foreach (PacketPlace place in sequence.Enumerate([]))
        {
            if (isByResolution && place.Resolution > part)
            {
                EndTilePart(part, start);
                start = BeginTilePart(++part);
            }

            Resolution resolution = _layout.Components[place.Component].Resolutions[place.Resolution];
            PrecinctWriter.Write(_target, resolution.GetPrecinct(place.Precinct).Bands!, block => blocks[block]);
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
            _target.WriteByte(_layout.Choice.HasTileLengths ? _layout.Choice.Levels + 1 : 1);
        });
        _target.WriteUInt16(Jpeg2000Marker.StartOfData);
        return start;
    }

    private void EndTilePart(int part, int start)
    {
        const int LengthInHeader = 6, LengthInEntry = 2, Entry = 6;
        int length = _target.Length - start;
        _target.ReplaceUInt32(start + LengthInHeader, length);
        if (_layout.Choice.HasTileLengths) _target.ReplaceUInt32(_tileLengths + (Entry * part) + LengthInEntry, length);
    }
}
