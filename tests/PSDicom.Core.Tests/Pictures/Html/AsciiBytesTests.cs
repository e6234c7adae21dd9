using System.Text;
using PSDicom.Pictures.Html;

namespace PSDicom.Core.Tests.Pictures.Html;

public class AsciiBytesTests
{
    [Fact]
    public void Bytes_come_back_whatever_they_are()
    {
        var random = new Random(1);
        for (int length = 0; length < 300; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            Assert.Equal(bytes, PageReader.Decode(Encoding.ASCII.GetString(AsciiBytes.Encode(bytes))));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(0x3C)]
    public void Bytes_that_are_alike_come_back(byte value)
    {
        byte[] bytes = [.. Enumerable.Repeat(value, 100)];
        Assert.Equal(bytes, PageReader.Decode(Encoding.ASCII.GetString(AsciiBytes.Encode(bytes))));
    }

    [Fact]
    public void No_character_is_one_that_HTML_changes()
    {
        byte[] text = AsciiBytes.Encode(Enumerable.Range(0, 65536).SelectMany(i => new[] { (byte)(i >> 8), (byte)i }).ToArray());
        Assert.DoesNotContain(text, character => character is 0 or (byte)'\n' or (byte)'\r' or (byte)'<' or > 127);
    }

    [Fact]
    public void It_is_shorter_than_Base64()
    {
        var bytes = new byte[10_000];
        new Random(2).NextBytes(bytes);
        Assert.InRange(AsciiBytes.Encode(bytes).Length, 11_429, 12_100);
    }
}
