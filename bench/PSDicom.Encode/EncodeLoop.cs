using System.Diagnostics;
using System.Globalization;
using PSDicom.Codecs;
using PSDicom.Threading;

namespace PSDicom.Bench;

/// <summary>Encodes one frame repeatedly into the same memory.</summary>
internal sealed class EncodeLoop(string transferSyntax, SourceFrame source, FrameEncodingOptions options, int threads)
{
    private readonly IFrameEncoder _encoder = EncoderRegistry.Find(DicomTransferSyntax.Find(transferSyntax)!)!;
    private readonly EncodedBytes _target = new();

    /// <summary>Writes the encoded frame once, then encodes for a number of seconds.</summary>
    public string Run(string output, double seconds)
    {
        double first = Measure().Processor, leastProcessor = double.MaxValue, leastClock = double.MaxValue;
        using (FileStream file = File.Create(output)) file.Write(_target.Memory.Span);
        int passes = 0;
        for (var total = Stopwatch.StartNew(); total.Elapsed.TotalSeconds < seconds || passes < 3; passes++)
        {
            (double processor, double clock) = Measure();
            (leastProcessor, leastClock) = (Math.Min(leastProcessor, processor), Math.Min(leastClock, clock));
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{source.Samples.Length} {_target.Length} {leastProcessor:F6} {leastClock:F6} {first:F6} {passes}");
    }

    private (double Processor, double Clock) Measure()
    {
        _target.Clear();
        double processor = ProcessorClock.Seconds;
        var clock = Stopwatch.StartNew();
        using (var frameThreads = new FrameThreads(threads)) _encoder.Encode(source.Samples, source.Format, options, _target, frameThreads);
        return (ProcessorClock.Seconds - processor, clock.Elapsed.TotalSeconds);
    }
}
