using System.Globalization;
using System.Text;
using PSDicom.Text;

namespace PSDicom.Core.Tests.Text;

public class Utf8TextTests
{
    private const int MaxCode = 0x10FFFF;

    [Fact]
    public void Every_character_is_valid_and_no_surrogate_is()
    {
        for (int code = 0; code <= MaxCode; code += code < 0x1_0000 ? 1 : 251)
        {
            bool isSurrogate = code is >= 0xD800 and <= 0xDFFF;
            byte[] bytes = isSurrogate
                ? [0xED, (byte)(0x80 | ((code >> 6) & 0x3F)), (byte)(0x80 | (code & 0x3F))]
                : Encoding.UTF8.GetBytes(char.ConvertFromUtf32(code));

            bool isValid = Utf8Text.TryDecode(bytes, out string text);

            Assert.Equal(!isSurrogate, isValid);
            if (isValid) Assert.Equal(char.ConvertFromUtf32(code), text);
        }
    }

    [Fact]
    public void What_is_valid_is_what_NET_decodes_strictly()
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        byte[] edges = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF];
        var bytes = new byte[4];
        for (int i = 0; i < edges.Length * edges.Length * edges.Length * edges.Length; i++)
        {
            for (int j = 0, rest = i; j < bytes.Length; j++, rest /= edges.Length) bytes[j] = edges[rest % edges.Length];

            if (Utf8Text.TryDecode(bytes, out string text)) Assert.Equal(strict.GetString(bytes), text);
            else Assert.Contains('\uFFFD', Encoding.UTF8.GetString(bytes));
        }
    }

    [Theory]
    [InlineData("4D C3 BC 6C C3", true)]
    [InlineData("E7 8E 8B E7 8E", true)]
    [InlineData("F0 9F 98", true)]
    [InlineData("4D FF", false)]
    [InlineData("4D 80", false)]
    [InlineData("C3 41", false)]
    [InlineData("C3 BC", false)]
    public void A_cut_character_is_the_only_invalid_part(string hex, bool expected) => Assert.Equal(expected, Utf8Text.IsCut(Bytes(hex)));

    [Theory]
    [InlineData("4D FC 6C 6C 65 72", "Müller")]
    [InlineData("C3 BC FC C3 BC", "üüü")]
    [InlineData("E2 82 80 FF", "₀ÿ")]
    [InlineData("E2 82", "â‚")]
    public void An_invalid_byte_is_one_character_of_windows_1252(string hex, string expected) =>
        Assert.Equal(expected, Utf8Text.DecodeWithWindows(Bytes(hex)));

    [Theory]
    [InlineData("")]
    [InlineData("ISO_IR 192")]
    public void A_long_value_that_is_no_text_takes_memory_for_its_characters_only(string terms)
    {
        CharacterSet set = CharacterSet.FromTerms(terms);
        var bytes = new byte[MaxCode];
        bytes.AsSpan().Fill(0x80);
        set.Decode(bytes.AsSpan(0, 1), DicomVR.UT);
        long before = GC.GetAllocatedBytesForCurrentThread();
        set.Decode(bytes, DicomVR.UT);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (double)bytes.Length, 1, 10);
    }

    private static byte[] Bytes(string hex) => [.. hex.Split(' ').Select(code => byte.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
