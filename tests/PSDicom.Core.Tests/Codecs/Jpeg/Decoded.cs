using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg;
using PSDicom.Fuzz;

namespace PSDicom.Core.Tests.Codecs.Jpeg;

/// <summary>A frame as the decoder gives it.</summary>
internal sealed record Decoded(byte[] Bytes, FrameShape Shape, CodestreamInfo Info, IReadOnlyList<string> Warnings)
{
    /// <summary>The samples as numbers, those of a pixel together.</summary>
    public int[] Samples => Enumerable.Range(0, Bytes.Length / Shape.BytesPerSample)
        .Select(i => Shape.BytesPerSample == 1 ? Bytes[i] : (int)BitConverter.ToUInt16(Bytes, i * Shape.BytesPerSample)).ToArray();

    /// <summary>One component's samples.</summary>
    public int[] Component(int index) => Samples.Where((_, i) => i % Shape.SamplesPerPixel == index).ToArray();

    public static Decoded From(byte[] codestream, int bytesPerSample = 0)
    {
        var decoder = new JpegDecoder();
        CodestreamInfo info = decoder.Inspect(codestream);
        if (bytesPerSample == 0) bytesPerSample = info.BitsPerSample > 8 ? 2 : 1;
        var shape = new FrameShape(info.Rows, info.Columns, info.SamplesPerPixel, bytesPerSample);
        // Memory with earlier content, and a guard after the frame.
        byte[] memory = new byte[shape.Length + 64];
        memory.AsSpan().Fill(0xA5);
        List<string> warnings = [];
        OneOrMany.Decode(decoder, codestream, shape, memory.AsMemory(0, (int)shape.Length), warnings);
        Assert.All(memory.Skip((int)shape.Length), value => Assert.Equal(0xA5, value));
        return new Decoded(memory[..(int)shape.Length], shape, info, warnings);
    }
}
