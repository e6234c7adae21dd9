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
    private readonly DicomTransferSyntax _syntax;
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
        _syntax = DicomTransferSyntax.Find(transferSyntax)!;
        _encoder = EncoderRegistry.Find(_syntax)!;
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
        Check();

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

    /// <summary>A frame without loss must decode to its samples.</summary>
    private void Check()
    {
        if (_encoder.Describe(_format, _options).LossyMethod is not null) return;
        byte[] decoded = new byte[_samples.Length];
        CodecRegistry.Find(_syntax, _target.Memory.Span).Decode(_target.Memory, _format.Shape, decoded, []);
        if (!_format.IsSigned && !decoded.AsSpan().SequenceEqual(_samples)) throw new InvalidDataException("The encoded frame is another.");
    }

    private void Encode()
    {
        _target.Truncate(0);
        using var threads = new FrameThreads(_threads);
        _encoder.Encode(_samples, _format, _options, _target, threads);
    }
}
