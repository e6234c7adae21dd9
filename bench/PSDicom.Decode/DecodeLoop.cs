using System.Diagnostics;
using System.Globalization;
using PSDicom.Codecs;
using PSDicom.Threading;

namespace PSDicom.Bench;

/// <summary>Decodes one codestream repeatedly into the same memory: several frames at once, or one on several threads.</summary>
internal sealed class DecodeLoop
{
    private readonly byte[] _frame;
    private readonly IFrameDecoder _decoder;
    private readonly FrameShape _shape;
    private readonly byte[][] _pixels;
    private readonly int _threads;

    public DecodeLoop(string transferSyntax, int bytesPerSample, string path, int frames, int threads)
    {
        _frame = File.ReadAllBytes(path);
        _decoder = CodecRegistry.Find(DicomTransferSyntax.Find(transferSyntax)!, _frame);
        CodestreamInfo? info = (_decoder as ICodestreamDecoder)?.Inspect(_frame);
        _shape = new FrameShape(
            info?.Rows ?? SampleImage.Side, info?.Columns ?? SampleImage.Side, info?.SamplesPerPixel ?? 1, bytesPerSample);
        _pixels = [.. Enumerable.Range(0, frames).Select(_ => new byte[_shape.Length])];
        _threads = threads;
    }

    /// <summary>Writes the decoded samples once, then decodes for a number of seconds.</summary>
    /// <returns>Bytes of a pass; the fastest pass in seconds of processor time and elapsed time; the first in seconds of processor time;
    /// passes; bytes allocated in the last.</returns>
    public string Run(string output, double seconds)
    {
        double first = ProcessorClock.Seconds;
        Decode(0);
        first = ProcessorClock.Seconds - first;
        File.WriteAllBytes(output, _pixels[0]);

        double leastProcessor = double.MaxValue, leastClock = double.MaxValue;
        int passes = 0;
        long allocated = 0;
        var total = Stopwatch.StartNew();
        while (total.Elapsed.TotalSeconds < seconds || passes < 3)
        {
            long allocatedBefore = GC.GetTotalAllocatedBytes();
            double processor = ProcessorClock.Seconds;
            var clock = Stopwatch.StartNew();
            if (_pixels.Length == 1) Decode(0);
            else Parallel.For(0, _pixels.Length, new ParallelOptions { MaxDegreeOfParallelism = _pixels.Length }, Decode);
            leastClock = Math.Min(leastClock, clock.Elapsed.TotalSeconds);
            leastProcessor = Math.Min(leastProcessor, ProcessorClock.Seconds - processor);
            allocated = GC.GetTotalAllocatedBytes() - allocatedBefore;
            passes++;
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{_shape.Length * _pixels.Length} {leastProcessor:F6} {leastClock:F6} {first:F6} {passes} {allocated}");
    }

    private void Decode(int frame)
    {
        var warnings = new List<string>();
        using var threads = new FrameThreads(_threads);
        _decoder.Decode(_frame, _shape, _pixels[frame], warnings, threads);
        if (warnings.Count > 0) throw new InvalidDataException(warnings[0]);
    }
}
