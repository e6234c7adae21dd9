using PSDicom.Codecs.Jpeg.Decoding;
using PSDicom.Codecs.Jpeg.Encoding;

namespace PSDicom.Core.Tests.Codecs.Jpeg.Encoding;

public class DifferencesTests
{
    /// <summary>Lines that fill vectors, and that do not; samples of all bits, so that sums and differences have 17.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 15)]
    [InlineData(1, 100)]
    [InlineData(3, 1)]
    [InlineData(3, 6)]
    [InlineData(3, 41)]
    public unsafe void The_decoder_reverses_each_predictor(int step, int width)
    {
        var random = new Random(width);
        int count = step * width;
        ushort[] line = Samples(), above = Samples(), differences = new ushort[count];
        for (int selection = 0; selection <= 7; selection++)
        {
            fixed (ushort* samples = line, before = above, target = differences)
            {
                if (selection == 0) Differences.OfFirstLine(0x8000, samples, step, target, count);
                else Differences.OfLine(selection, samples, before, step, target, count);
            }

            for (int component = 0; component < step; component++)
            {
                ushort[] decoded = new ushort[width];
                fixed (ushort* ofComponent = Component(differences), before = Component(above), target = decoded)
                {
                    if (selection == 0) Predictor.FirstLine(ofComponent, target, width, 0x8000);
                    else Predictor.Line(selection, ofComponent, before, target, width);
                }

                Assert.Equal(Component(line), decoded);

                ushort[] Component(ushort[] samples) => [.. samples.Where((_, i) => i % step == component)];
            }
        }

        ushort[] Samples() => [.. Enumerable.Range(0, count).Select(_ => (ushort)(random.Next(4) switch { 0 => 0, 1 => 0xFFFF, _ => random.Next(0x10000) }))];
    }
}
