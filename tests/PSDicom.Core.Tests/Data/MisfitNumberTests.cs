namespace PSDicom.Core.Tests.Data;

/// <summary>Values that cannot be the numbers of their value representation stay what they are (PS3.5 section 6.2).</summary>
public class MisfitNumberTests
{
    private const uint AnyTag = 0x0009_1001;

    public static TheoryData<string, byte[], object, string> Values => new()
    {
        { "US", [9], new byte[] { 9 }, "09" },
        { "US", [0x41], new byte[] { 0x41 }, "41" },
        { "US", [1, 2, 3], new byte[] { 1, 2, 3 }, "010203" },
        { "SS", [0xFF, 0xFF, 0], new byte[] { 0xFF, 0xFF, 0 }, "ffff00" },
        { "AT", [0x20, 0, 0x13], new byte[] { 0x20, 0, 0x13 }, "200013" },
        { "AT", [0x18, 0, 0x63, 0x10, 0x18, 0], new byte[] { 0x18, 0, 0x63, 0x10, 0x18, 0 }, "180063101800" },
        { "UL", [1, 0, 0, 0, 2, 0, 0, 0, 3, 0], new byte[] { 1, 0, 0, 0, 2, 0, 0, 0, 3, 0 }, "01000000020000000300" },
        { "SL", [1, 0], new byte[] { 1, 0 }, "0100" },
        { "FL", [0, 0], new byte[] { 0, 0 }, "0000" },
        { "FL", "1.5\0"u8[..3].ToArray(), "1.5", "1.5" },
        { "FD", "0.264 "u8.ToArray(), "0.264", "0.264" },
        { "FD", "0.2640\0"u8.ToArray(), "0.2640", "0.2640" },
        { "FD", "0.264000"u8.ToArray(), "0.264000", "0.264000" },
        { "FD", "0.264\\0.264000 "u8.ToArray(), "0.264\\0.264000", "0.264\\0.264000" },
        { "FL", "-1.25E-3"u8.ToArray(), "-1.25E-3", "-1.25E-3" },
        { "UV", "12345"u8.ToArray(), "12345", "12345" },
        { "SV", [1, 2, 3, 4], new byte[] { 1, 2, 3, 4 }, "01020304" },
        { "FD", [1, 2, 3, 4], new byte[] { 1, 2, 3, 4 }, "01020304" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void The_bytes_or_the_text_is_kept_and_the_file_has_a_warning(string vr, byte[] bytes, object value, string raw)
    {
        DatasetBuilder dataset = new DatasetBuilder().With(0x0009_0010, "LO", "A CREATOR").WithHeader(AnyTag, vr, (uint)bytes.Length).WithBytes(bytes).With(0x0010_0020, "LO", "after ");
        DicomFile file = DicomFile.Open(dataset.ToFile());
        DicomElement element = file.Dataset[new DicomTag(AnyTag)]!;
        Assert.Equal(value, element.Value);
        Assert.Equal((raw, 1, false), (element.RawValue, element.ValueMultiplicity, element.IsEmpty));
        Assert.Equal("after", file.Dataset["PatientID"]!.Value);
        string warning = Assert.Single(file.Warnings).Message;
        Assert.Contains("(0009,1001)", warning, StringComparison.Ordinal);
        Assert.Contains(vr, warning, StringComparison.Ordinal);
        if (value is string) Assert.DoesNotContain(raw, warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FL", "0.25")] // four bytes are as likely a small number
    [InlineData("US", "12")]
    [InlineData("UL", "1234")]
    [InlineData("FD", "0.26400x")]
    [InlineData("FD", "        ")]
    public void Bytes_that_can_be_numbers_are_numbers(string vr, string text)
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder().With(AnyTag, vr, text).ToFile());
        Assert.IsAssignableFrom<IConvertible>(file.Dataset[new DicomTag(AnyTag)]!.Value);
        Assert.IsNotType<string>(file.Dataset[new DicomTag(AnyTag)]!.Value);
        Assert.Empty(file.Warnings);
    }

    [Fact]
    public void Bytes_too_many_to_be_kept_are_no_numbers_either()
    {
        var bytes = new byte[40_002];
        DicomFile file = DicomFile.Open(new DatasetBuilder().WithHeader(0x7FE1_0010, "UV", (uint)bytes.Length).WithBytes(bytes).ToFile());
        Assert.Equal(bytes, file.Dataset[new DicomTag(0x7FE1_0010)]!.Value);
        Assert.Contains("40002 bytes, but UV takes 8", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_number_among_the_bytes_still_serves_who_depends_on_it()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .WithHeader(0x0028_0010, "US", 3).WithBytes(4, 0, 0).WithHeader(0x0028_0011, "US", 1).WithBytes(4)
            .WithHeader(0x0028_0100, "US", 3).WithBytes("16 "u8.ToArray()).ToFile());
        Assert.Equal(4, file.Dataset.GetInteger(new DicomTag(0x0028_0010)));
        Assert.Null(file.Dataset.GetInteger(new DicomTag(0x0028_0011)));
        Assert.Equal(16, file.Dataset.GetInteger(new DicomTag(0x0028_0100)));
    }

    [Fact]
    public void Text_in_a_private_element_of_an_implicit_file_is_text()
    {
        // The dictionary has FD for both.
        DicomFile file = DicomFile.Open(DatasetBuilder.Implicit()
            .With(0x0023_0010, "LO", "GEMS_STDY_01").With(0x0023_1070, "FD", "12.5").With(0x2003_0010, "LO", "Philips X-ray Imaging DD 001").With(0x2003_1014, "FD", "1.250000").ToFile());
        Assert.Equal("12.5", file.Dataset[new DicomTag(0x0023_1070)]!.Value);
        Assert.Equal("1.250000", file.Dataset[new DicomTag(0x2003_1014)]!.Value);
    }
}
