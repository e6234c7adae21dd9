using PSDicom.Codecs;

namespace PSDicom.Core.Tests.Codecs;

/// <summary>Decodes on one thread, and on several in the smallest of parts: nothing but the time may differ.</summary>
internal static class OneOrMany
{
    public const int Many = 3;

    /// <summary>Several threads, however many processors there are and whatever else they do.</summary>
    public static FrameThreads Threads() => new(Many, new Processors(Many), samplesOfBand: 1);

    /// <summary>Decodes, and throws what one thread does.</summary>
    public static void Decode(
        IFrameDecoder decoder, ReadOnlyMemory<byte> frame, FrameShape shape, Memory<byte> destination, ICollection<string> warnings)
    {
        byte[] ofMany = destination.ToArray();
        List<string> warningsOfOne = [], warningsOfMany = [];
        using FrameThreads threads = Threads();
        Exception? failureOfMany = Record.Exception(() => decoder.Decode(frame, shape, ofMany, warningsOfMany, threads));
        Exception? failure = Record.Exception(() => decoder.Decode(frame, shape, destination, warningsOfOne));
        Assert.Equal((failure?.GetType(), failure?.Message), (failureOfMany?.GetType(), failureOfMany?.Message));
        if (failure is not null) throw failure;
        if (!destination.Span.SequenceEqual(ofMany)) Assert.Fail("Several threads gave other samples than one.");
        Assert.Equal(warningsOfOne, warningsOfMany);
        foreach (string warning in warningsOfOne) warnings.Add(warning);
    }
}
