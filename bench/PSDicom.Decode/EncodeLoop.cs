using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using PSDicom.Pictures;
using PSDicom.Pictures.Jpeg;
using PSDicom.Pictures.Png;
using PSDicom.Pixels;

namespace PSDicom.Bench;

/// <summary>Encodes one picture repeatedly into the same memory.</summary>
internal sealed class EncodeLoop : IDisposable
{
    private readonly Picture _picture;
    private readonly Action _encode;
    private readonly MemoryStream _output = new();

    /// <param name="encoder">png; jpeg- and a quality; or Optimal or Fastest, for the framework's compression of the filtered lines of a PNG.</param>
    /// <param name="path">Samples, little endian, of a square of <see cref="SampleImage.Side"/>.</param>
    /// <param name="samplesPerPixel">1 or 3.</param>
    /// <param name="bytesPerSample">1 or 2.</param>
    public EncodeLoop(string encoder, string path, int samplesPerPixel, int bytesPerSample)
    {
        byte[] samples = File.ReadAllBytes(path);
        _picture = new Picture(bytesPerSample == 1 ? samples : MemoryMarshal.Cast<byte, ushort>(samples).ToArray())
        {
            Width = SampleImage.Side,
            Height = SampleImage.Side,
            SamplesPerPixel = samplesPerPixel,
        };
        const string Jpeg = "jpeg-";
        if (encoder == "png")
        {
            _encode = () => new PngWriter(_output, new ImageWriteOptions()).Add(_picture);
        }
        else if (encoder.StartsWith(Jpeg, StringComparison.Ordinal))
        {
            int quality = int.Parse(encoder.AsSpan(Jpeg.Length), CultureInfo.InvariantCulture);
            _encode = () => new JpegWriter(_output, new ImageWriteOptions { Quality = quality }).Add(_picture);
        }
        else
        {
            _encode = () => Deflate(Enum.Parse<CompressionLevel>(encoder));
        }
    }

    /// <summary>Writes the encoded picture once, then encodes for a number of seconds.</summary>
    /// <returns>Bytes of a pass; the fastest pass in seconds of processor time and elapsed time; the first in seconds of processor time;
    /// passes.</returns>
    public string Run(string output, double seconds)
    {
        double first = Measure().Processor, leastProcessor = double.MaxValue, leastClock = double.MaxValue;
        File.WriteAllBytes(output, _output.ToArray());
        int passes = 0;
        for (var total = Stopwatch.StartNew(); total.Elapsed.TotalSeconds < seconds || passes < 3; passes++)
        {
            (double processor, double clock) = Measure();
            (leastProcessor, leastClock) = (Math.Min(leastProcessor, processor), Math.Min(leastClock, clock));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{_output.Length} {leastProcessor:F6} {leastClock:F6} {first:F6} {passes}");
    }

    public void Dispose() => _output.Dispose();

    private (double Processor, double Clock) Measure()
    {
        _output.SetLength(0);
        double processor = ProcessorClock.Seconds;
        var clock = Stopwatch.StartNew();
        _encode();
        return (ProcessorClock.Seconds - processor, clock.Elapsed.TotalSeconds);
    }

    private void Deflate(CompressionLevel level)
    {
        var lines = new PngLines(_picture);
        byte[] filtered = new byte[lines.Length + 1], even = new byte[lines.Length], odd = new byte[lines.Length];
        ReadOnlySpan<byte> above = odd;
        using var stream = new ZLibStream(_output, level, leaveOpen: true);
        for (int row = 0; row < _picture.Height; row++)
        {
            ReadOnlySpan<byte> line = lines.Get(row, row % 2 == 0 ? even : odd);
            PaethFilter.Apply(line, above, _picture.SamplesPerPixel * _picture.BitDepth / 8, filtered.AsSpan(1));
            stream.Write(filtered);
            above = line;
        }
    }
}
