using PSDicom.Pictures.Html;
using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures.Html;

public class ValuePlanesTests
{
    public static TheoryData<Array> Arrays => new()
    {
        Make(random => (byte)random.Next(256)),
        Make(random => (sbyte)random.Next(-128, 128)),
        Make(random => (ushort)random.Next(65536)),
        Make(random => (short)random.Next(-32768, 32768)),
        Make(random => (short)random.Next(-3, 4)),
        Make(random => (float)((random.NextDouble() - 0.5) * 1e6)),
        Make(random => unchecked((uint)random.Next(int.MinValue, int.MaxValue))),
    };

    [Theory]
    [MemberData(nameof(Arrays))]
    public void Samples_come_back(Array samples)
    {
        const int Width = 14;
        byte[] bytes = SampleArray.AsBytes(samples).ToArray();
        int size = bytes.Length / samples.Length;
        uint[] back = PageReader.Samples(PageReader.Inflate(ValuePlanes.Compress(samples, Width)), Width, size);
        Assert.Equal(bytes, back.SelectMany(sample => BitConverter.GetBytes(sample).Take(size)));
    }

    [Fact]
    public void Samples_of_64_bits_are_refused() => Assert.Throws<ArgumentException>(() => ValuePlanes.Compress(new double[4], 2));

    private static T[] Make<T>(Func<Random, T> next)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, 14 * 11).Select(_ => next(random))];
    }
}
