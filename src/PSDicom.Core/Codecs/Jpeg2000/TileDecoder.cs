using System;
using System.Buffers;
using System.Collections.Generic;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>Decodes one tile: packets, code-blocks, wavelets, component transform.</summary>
internal static class TileDecoder
{
    /// <summary>What laying a resolution takes of the budget: it has up to three sub-bands.</summary>
    private const int StepsOfResolution = 128;

    public static void Decode(
        Codestream codestream, TileStream stream, ReadOnlyMemory<byte> frame, BlockWorkspace workspace, FrameWriter writer, WorkBudget budget,
        ICollection<string> warnings)
    {
        Area area = codestream.Size.Tile(stream.Index);
        CodingParameters parameters = stream.Parameters;
        TileComponent[] components = LayComponents(codestream.Size, area, parameters, budget);
        if (Array.TrueForAll(components, component => component.Area.IsEmpty)) return;
        byte[]? joined = null;
        ReadOnlyMemory<byte> bytes = stream.Bodies.Count == 1
            ? frame.Slice(stream.Bodies[0].Offset, stream.Bodies[0].Length)
            : Join(frame, stream.Bodies, out joined);
        try
        {
            var contributions = new ContributionList();
            var reader = new PacketReader(bytes.Span, stream.HasPackedHeaders ? stream.PackedHeaders() : null, contributions, budget);
            var sequence = new PacketSequence(area, components, parameters.Tile!, budget);
            bool isWhole = reader.ReadAll(sequence.Enumerate(parameters.Progressions), components);
            Write(components, parameters.Tile!, contributions, bytes, workspace, writer, ref isWhole, warnings);
            if (!isWhole) warnings.Add($"The JPEG 2000 codestream lacks data of tile {stream.Index}, or they cannot be decoded; what is there was.");
        }
        finally
        {
            if (joined is not null) ArrayPool<byte>.Shared.Return(joined);
        }
    }

    private static TileComponent[] LayComponents(ImageSize size, Area area, CodingParameters parameters, WorkBudget budget)
    {
        if (parameters.Tile is null) throw Fault.At(0, "the coding style (COD) is missing.");
        var components = new TileComponent[size.Components.Length];
        for (int c = 0; c < components.Length; c++)
        {
            ComponentCoding coding = parameters.Coding(c) ?? throw Fault.At(0, $"the coding style (COD) of component {c} is missing.");
            Quantization quantization = parameters.QuantizationOf(c) ?? throw Fault.At(0, $"the quantization (QCD) of component {c} is missing.");
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

    /// <summary>Decodes the components, those of a transform together, and writes each as soon as it is done.</summary>
    private static void Write(
        TileComponent[] components, TileCoding coding, ContributionList contributions, ReadOnlyMemory<byte> bytes,
        BlockWorkspace workspace, FrameWriter writer, ref bool isWhole, ICollection<string> warnings)
    {
        bool isTransformed = coding.HasComponentTransform && ComponentTransform.IsPossible(components);
        if (coding.HasComponentTransform && !isTransformed)
            warnings.Add("The JPEG 2000 codestream asks for a component transform that its components do not allow; it was left out.");
        for (int c = 0; c < components.Length;)
        {
            int count = c == 0 && isTransformed ? 3 : 1;
            var planes = new TilePlane[count];
            for (int i = 0; i < count; i++) planes[i] = TilePlane.Decode(components[c + i], contributions, bytes, workspace, ref isWhole);
            if (count == 3) ComponentTransform.Undo(planes);
            foreach (TilePlane plane in planes)
            {
                writer.Write(c++, plane);
                plane.Dispose();
            }
        }
    }
}
