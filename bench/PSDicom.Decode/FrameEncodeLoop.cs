using System.Diagnostics;
using System.Globalization;
using PSDicom.Codecs;
using PSDicom.Frames;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Bench;

/// <summary>Encodes the first frame of a file repeatedly into the same memory.</summary>
internal sealed class FrameEncodeLoop
{
    private readonly IFrameEncoder _encoder;
    private readonly FrameFormat _format;
    private readonly FrameEncodingOptions _options;
    private readonly byte[] _samples;
    private readonly EncodedBytes _target = new();
    private readonly int _threads;

    /// <param name="transferSyntax">The unique identifier.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">The options.</param>
    /// <param name="threads">The threads to use.</param>
    public FrameEncodeLoop(string transferSyntax, string path, FrameEncodingOptions options, int threads)
    {
        _encoder = EncoderRegistry.Find(DicomTransferSyntax.Find(transferSyntax)!)!;
        DicomFrame frame = FrameReader.Read(path, [1], null, CancellationToken.None).Single();
        Array pixels = frame.GetPixels();
        _samples = SampleArray.AsBytes(pixels).ToArray();
        _format = new FrameFormat
        {
            Shape = new FrameShape(frame.Rows, frame.Columns, frame.SamplesPerPixel, SampleArray.SizeOf(SampleArray.TypeOf(pixels))),
            BitsAllocated = frame.BitsAllocated,
            BitsStored = frame.BitsStored,
            IsSigned = SampleArray.IsSigned(pixels),
            PhotometricInterpretation = frame.PhotometricInterpretation!,
        };
        _options = options;
        _threads = threads;
    }

    /// <summary>Writes the encoded frame once, then encodes for a number of seconds.</summary>
    /// <returns>Bytes of the samples; the fastest pass in seconds of processor time and elapsed time; the first in seconds of processor time;
    /// passes; bytes of the encoded frame.</returns>
    public string Run(string output, double seconds)
    {
        double first = ProcessorClock.Seconds;
        Encode();
        first = ProcessorClock.Seconds - first;
        File.WriteAllBytes(output, _target.Memory.ToArray());

        double leastProcessor = double.MaxValue, leastClock = double.MaxValue;
        int passes = 0;
        var total = Stopwatch.StartNew();
        while (total.Elapsed.TotalSeconds < seconds || passes < 3)
        {
            double processor = ProcessorClock.Seconds;
            var clock = Stopwatch.StartNew();
            Encode();
            leastClock = Math.Min(leastClock, clock.Elapsed.TotalSeconds);
            leastProcessor = Math.Min(leastProcessor, ProcessorClock.Seconds - processor);
            passes++;
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{_samples.Length} {leastProcessor:F6} {leastClock:F6} {first:F6} {passes} {_target.Length}");
    }

    private void Encode()
    {
        _target.Truncate(0);
        using var threads = new FrameThreads(_threads);
        _encoder.Encode(_samples, _format, _options, _target, threads);
    }
}
