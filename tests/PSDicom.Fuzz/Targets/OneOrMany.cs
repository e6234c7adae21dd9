using PSDicom.Codecs;
using PSDicom.Threading;

namespace PSDicom.Fuzz;

/// <summary>Decodes on one thread, and on several in the smallest of parts: nothing but the time may differ.</summary>
internal static class OneOrMany
{
    private const int Many = 3;

    /// <summary>Several threads, however many processors there are and whatever else they do.</summary>
    public static FrameThreads Threads() => new(Many, new Processors(Many), samplesOfBand: 1);

    /// <summary>Decodes, and throws what one thread does.</summary>
    /// <exception cref="InvariantException">Several threads did otherwise.</exception>
    public static void Decode(
        IFrameDecoder decoder, ReadOnlyMemory<byte> frame, FrameShape shape, Memory<byte> destination, ICollection<string> warnings)
    {
        byte[] ofMany = destination.ToArray();
        List<string> warningsOfOne = [], warningsOfMany = [];
        using FrameThreads threads = Threads();
        DicomException? failureOfMany = Failure(() => decoder.Decode(frame, shape, ofMany, warningsOfMany, threads));
        DicomException? failure = Failure(() => decoder.Decode(frame, shape, destination, warningsOfOne));
        InvariantException.Check(
            (failure?.Reason, failure?.Message) == (failureOfMany?.Reason, failureOfMany?.Message),
            $"on one thread '{failure?.Message}', on several '{failureOfMany?.Message}'");
        if (failure is not null) throw failure;
        InvariantException.Check(destination.Span.SequenceEqual(ofMany), "several threads gave other samples than one");
        InvariantException.Check(warningsOfOne.SequenceEqual(warningsOfMany), "several threads gave other warnings than one");
        foreach (string warning in warningsOfOne) warnings.Add(warning);
    }

    private static DicomException? Failure(Action decode)
    {
        try
        {
            decode();
            return null;
        }
        catch (DicomException failure)
        {
            return failure;
        }
    }
}
