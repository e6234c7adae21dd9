namespace PSDicom.Core.Tests.Data;

/// <summary>Values as .NET types, by value representation (PS3.5 section 6.2).</summary>
public class ElementValueTests
{
    private const uint AnyTag = 0x0009_1001;

    public static TheoryData<string, string, object?> Texts => new()
    {
        { "AE", " STORE_SCP ", "STORE_SCP" },
        { "AS", "045Y", "045Y" },
        { "CS", "ORIGINAL\\PRIMARY ", new[] { "ORIGINAL", "PRIMARY" } },
        { "DA", "20240229", new DateTime(2024, 2, 29) },
        { "DA", "1997.06.09", new DateTime(1997, 6, 9) },
        { "DA", "2024-02-29", new DateTime(2024, 2, 29) },
        { "DA", "20230229", "20230229" },
        { "DA", "20200101-20201231", "20200101-20201231" },
        { "DA", "20240101\\20240102", new[] { new DateTime(2024, 1, 1), new DateTime(2024, 1, 2) } },
        { "DS", "1.5", 1.5 },
        { "DS", " +1.5E+01 ", 15.0 },
        { "DS", "1,5", 1.5 },
        { "DS", "1.5\\-2.5", new[] { 1.5, -2.5 } },
        { "DS", "1.5\\\\x", new object?[] { 1.5, null, "x" } },
        { "DS", "1.0 mm", "1.0 mm" },
        { "IS", "-12 ", -12L },
        { "IS", "3000000000", 3000000000L },
        { "IS", "5.0", 5L },
        { "IS", "5.5", "5.5" },
        { "IS", "1,000", "1,000" },
        { "IS", "1,000\\2", new object[] { "1,000", 2L } },
        { "TM", "23", new TimeSpan(23, 0, 0) },
        { "TM", "2359", new TimeSpan(23, 59, 0) },
        { "TM", "235959.123456", new TimeSpan(23, 59, 59) + TimeSpan.FromTicks(1234560) },
        { "TM", "10:19:38.29", new TimeSpan(10, 19, 38) + TimeSpan.FromTicks(2900000) },
        { "TM", "235960", new TimeSpan(23, 59, 60) },
        { "TM", "246060", "246060" },
        { "DT", "2024", new DateTime(2024, 1, 1) },
        { "DT", "20240229103000.5", new DateTime(2024, 2, 29, 10, 30, 0, 500) },
        { "DT", "20240229103000+0130", new DateTimeOffset(2024, 2, 29, 10, 30, 0, new TimeSpan(1, 30, 0)) },
        { "DT", "202402291030-0500", new DateTimeOffset(2024, 2, 29, 10, 30, 0, new TimeSpan(-5, 0, 0)) },
        { "DT", "99991231235960", "99991231235960" },
        { "LO", " both taken off ", "both taken off" },
        { "LO", " a\\ b ", new[] { "a", "b" } },
        { "SH", " a ", "a" },
        { "LT", " leading kept ", " leading kept" },
        { "UC", " leading kept ", " leading kept" },
        { "PN", " leading kept ", " leading kept" },
        { "LT", "a\\b", "a\\b" },
        { "PN", "Doe^Jane", "Doe^Jane" },
        { "SH", "a\\b", new[] { "a", "b" } },
        { "ST", "a\\b ", "a\\b" },
        { "UC", "a\\b", new[] { "a", "b" } },
        { "UI", "1.2.840\0", "1.2.840" },
        { "UR", "http://x/a\\b ", "http://x/a\\b" },
        { "UT", "line 1\r\nline 2  ", "line 1\r\nline 2" },
        { "LO", "", null },
        { "LO", "  ", null },
        { "DS", "", null },
    };

    public static TheoryData<string, double[], object?, string?> Numbers => new()
    {
        { "US", [65535], (ushort)65535, "65535" },
        { "US", [1, 2], new ushort[] { 1, 2 }, "1\\2" },
        { "SS", [-32768], (short)-32768, "-32768" },
        { "UL", [4294967295], 4294967295u, "4294967295" },
        { "SL", [-5], -5, "-5" },
        { "UV", [1e15], 1000000000000000ul, "1000000000000000" },
        { "SV", [-1e15], -1000000000000000L, "-1000000000000000" },
        { "FL", [0.1], 0.1f, "0.10000000149011612" },
        { "FD", [0.1, 1e300], new[] { 0.1, 1e300 }, null },
        { "AT", [0x0018_1063], new DicomTag(0x0018_1063), "00181063" },
        { "US", [], null, null },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_typed_and_stays_text_where_it_does_not_parse(string vr, string text, object? expected) =>
        Assert.Equal(expected, Read(new DatasetBuilder().With(AnyTag, vr, text)).Value);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Numbers_are_typed_in_either_byte_order(string vr, double[] numbers, object? expected, string? text)
    {
        foreach (DatasetBuilder builder in (DatasetBuilder[])[new(), DatasetBuilder.BigEndian()])
        {
            DicomElement element = Read(builder.With(AnyTag, vr, numbers));
            Assert.Equal(expected, element.Value);
            Assert.Equal(numbers.Length, element.ValueMultiplicity);
            if (numbers.Length < 2 || text is not null) Assert.Equal(text, element.RawValue);
        }
    }

    [Fact]
    public void Raw_value_is_the_text_without_padding() =>
        Assert.Equal("1.50\\2.5", Read(new DatasetBuilder().With(AnyTag, "DS", "1.50 \\2.5 ")).RawValue);

    [Fact]
    public void Bytes_are_the_value_and_hexadecimal_text()
    {
        DicomElement element = Read(new DatasetBuilder().WithValue(AnyTag, "OB", 0, 255));
        Assert.Equal(new byte[] { 0, 255 }, element.Value);
        Assert.Equal("00ff", element.RawValue);
        Assert.Equal("<2000 bytes>", Read(new DatasetBuilder().WithValue(AnyTag, "OB", new byte[2000])).RawValue);
    }

    [Fact]
    public void A_sequence_is_an_array_of_data_sets_or_nothing()
    {
        Assert.Equal(2, Assert.IsType<DicomDataset[]>(Read(new DatasetBuilder().WithSequence(AnyTag, new DatasetBuilder(), new DatasetBuilder())).Value).Length);
        DicomElement empty = Read(new DatasetBuilder().WithSequence(AnyTag));
        Assert.Null(empty.Value);
        Assert.True(empty.IsEmpty);
    }

    [Fact]
    public void Text_is_decoded_with_the_character_set_of_its_own_data_set_or_the_one_around_it()
    {
        DatasetBuilder inItem = new DatasetBuilder().WithValue(0x0010_0010, "PN", "Люкceмбypг"u8.ToArray());
        DatasetBuilder withOwn = new DatasetBuilder().With(0x0008_0005, "CS", "ISO_IR 100").WithValue(0x0010_0010, "PN", 0xC9);
        DicomFile file = DicomFile.Open(new DatasetBuilder().With(0x0008_0005, "CS", "ISO_IR 192").WithSequence(0x0008_1140, inItem, withOwn).ToFile());
        Assert.Equal(["Люкceмбypг", "É"], file.Dataset["ReferencedImageSequence"]!.Items.Select(item => item["PatientName"]!.Value));
    }

    [Fact]
    public void The_character_set_can_be_overridden()
    {
        byte[] file = new DatasetBuilder().With(0x0008_0005, "CS", "ISO_IR 100").WithValue(0x0010_0010, "PN", 0xC0).ToFile();
        DicomFile read = DicomFile.Open(file, new DicomReadOptions { CharacterSet = PSDicom.Text.CharacterSet.FromName("ISO_IR 144") });
        Assert.Equal("Р", read.Dataset["PatientName"]!.Value);
    }

    [Fact]
    public void An_unknown_character_set_is_warned_of_but_not_where_it_is_overridden()
    {
        byte[] file = new DatasetBuilder().With(0x0008_0005, "CS", "KLINGON 1").With(0x0010_0010, "PN", "Doe").ToFile();
        Assert.Contains("KLINGON 1", Assert.Single(DicomFile.Open(file).Warnings).Message, StringComparison.Ordinal);
        Assert.Empty(DicomFile.Open(file, new DicomReadOptions { CharacterSet = PSDicom.Text.CharacterSet.FromName("ISO_IR 100") }).Warnings);
    }

    [Fact]
    public void First_integer_is_found_in_text_and_numbers()
    {
        DicomDataset dataset = DicomFile.Open(new DatasetBuilder().With(0x0028_0008, "IS", "12\\13").With(0x0028_0010, "US", 512).ToFile()).Dataset;
        Assert.Equal((12L, 512L, null), (dataset.GetInteger(new DicomTag(0x0028_0008)), dataset.GetInteger(new DicomTag(0x0028_0010)), dataset.GetInteger(new DicomTag(0x0028_0011))));
    }

    private static DicomElement Read(DatasetBuilder builder) => Assert.Single(DicomFile.Open(builder.ToFile()).Dataset.Elements);
}
