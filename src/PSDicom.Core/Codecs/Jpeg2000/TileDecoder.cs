using System;
using System.Buffers;
using System.Collections.Generic;
using PSDicom.Codecs.Jpeg2000.Headers;
using PSDicom.Codecs.Jpeg2000.Packets;
using PSDicom.Codecs.Jpeg2000.Wavelets;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>Decodes one tile: packets, code-blocks, wavelets, component transform.</summary>
internal sealed class TileDecoder(Jpeg2000Codestream codestream, TileStream stream) : IDisposable
{
    /// <summary>The cost of a resolution, with up to three sub-bands.</summary>
    private const int StepsOfResolution = 128;

    private readonly ContributionList _contributions = new();
    private TileComponent[] _components = [];
    private ReadOnlyMemory<byte> _bytes;
    private byte[]? _joined;
    private bool _isWhole = true;

    private bool IsTransformPossible => ComponentTransform.IsPossible(_components);

    private bool IsTransformWanted => stream.Parameters.Tile!.HasComponentTransform;

    private bool IsEmpty => Array.TrueForAll(_components, component => component.Area.IsEmpty);

    /// <summary>Creates the tile-components, and reads the packets.</summary>
    public void ReadPackets(ReadOnlyMemory<byte> frame, WorkBudget budget)
    {
        Area area = codestream.Size.Tile(stream.Index);
        Jpeg2000CodingParameters parameters = stream.Parameters;
        _components = CreateComponents(codestream.Size, area, parameters, budget);
        if (IsEmpty) return;
        _bytes = stream.Bodies.Count == 1 ? frame.Slice(stream.Bodies[0].Offset, stream.Bodies[0].Length) : Join(frame, stream.Bodies, out _joined);
        var reader = new PacketReader(_bytes.Span, stream.HasPackedHeaders ? stream.PackedHeaders() : null, _contributions, budget);
        var sequence = new PacketSequence(area, _components, parameters.Tile!, budget);
        _isWhole = reader.ReadAll(sequence.Enumerate(parameters.Progressions), _components);
    }

    /// <summary>The memory of decoding in bytes. Components without coefficients, which are blank, need none.</summary>
    public long Memory
    {
        get
        {
            long most = 0, ofTransform = 0;
            for (int c = 0; c < _components.Length; c++)
            {
                if (!TilePlane.HasCoefficients(_components[c])) continue;
                long samples = (long)_components[c].Area.Width * _components[c].Area.Height;
                most = Math.Max(most, TilePlane.BytesPerSample * samples);
                if (c < ComponentTransform.Components) ofTransform += TilePlane.BytesPerPlaneSample * samples;
            }

            return most + ofTransform;
        }
    }

    /// <summary>Decodes the components, those of a transform together, and writes each one when it is complete.</summary>
    public void Decode(TileOutput writer, FrameThreads threads)
    {
        if (IsEmpty) return;
        for (int c = 0; c < _components.Length;)
        {
            int count = c == 0 && IsTransformWanted && IsTransformPossible ? 3 : 1;
            var planes = new TilePlane[count];
            for (int i = 0; i < count; i++)
            {
                planes[i] = TilePlane.Decode(_components[c + i], _contributions, _bytes, threads, out bool isWhole);
                _isWhole &= isWhole;
            }

            if (count == 3) ComponentTransform.Undo(planes, threads);
            foreach (TilePlane plane in planes)
            {
                writer.Write(c++, plane, threads);
                plane.Dispose();
            }
        }
    }

    /// <summary>Adds warnings about the tile.</summary>
    public void Warn(ICollection<string> warnings)
    {
        if (IsEmpty) return;
        if (IsTransformWanted && !IsTransformPossible)
            warnings.Add("The JPEG 2000 codestream declares a component transform that its components do not allow; it was not applied.");
        if (!_isWhole)
            warnings.Add($"Tile {stream.Index} of the JPEG 2000 codestream is incomplete or damaged; the readable part was decoded.");
    }

    public void Dispose()
    {
        if (_joined is not null) ArrayPool<byte>.Shared.Return(_joined);
        _joined = null;
    }

    private static TileComponent[] CreateComponents(ImageSize size, Area area, Jpeg2000CodingParameters parameters, WorkBudget budget)
    {
        if (parameters.Tile is null) throw CodestreamError.Jpeg2000("the coding style (COD) is missing.", 0);
        var components = new TileComponent[size.Components.Length];
        for (int c = 0; c < components.Length; c++)
        {
            ComponentCoding coding = parameters.Coding(c) ?? throw CodestreamError.Jpeg2000($"the coding style (COD) of component {c} is missing.", 0);
            Jpeg2000Quantization quantization = parameters.QuantizationOf(c) ?? throw CodestreamError.Jpeg2000($"the quantization (QCD) of component {c} is missing.", 0);
            budget.Spend(StepsOfResolution * (coding.Levels + 1L));
            components[c] = new TileComponent(size.Components[c], size.Components[c].Samples(area), coding, quantization, parameters.RegionShift(c));
        }

        return components;
    }

    private static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> frame, List<(int Offset, int Length)> bodies, out byte[] joined)
    {
        int length = 0;
        foreach ((int _, int part) in bodies) length += part;
        joined = ArrayPool<byte>.Shared.Rent(length);
        int position = 0;
        foreach ((int offset, int part) in bodies)
        {
            frame.Slice(offset, part).CopyTo(joined.AsMemory(position));
            position += part;
        }

        return joined.AsMemory(0, length);
    }
}
