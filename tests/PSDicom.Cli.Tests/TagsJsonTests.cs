using System.Security.Cryptography;
using System.Text.Json;
using PSDicom.Cli.Output;
using PSDicom.Core.Tests.Operations;
using PSDicom.Operations.Tags;

namespace PSDicom.Cli.Tests;

public sealed class TagsJsonTests : IDisposable
{
    private static readonly string[] Keys =
        ["path", "tagPath", "tag", "vr", "vm", "keyword", "name", "value", "rawValue", "length", "offset"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_line_is_an_object_with_the_same_keys()
    {
        List<JsonElement> rows = Psdicom.Run("tags", "--json", "--nested", "--recurse", "samples").Objects;
        Assert.True(rows.Count > 200);
        Assert.All(rows, row => Assert.Equal(Keys, row.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public void Rows_are_written_in_pieces_and_excessive_paths_end_only_their_file()
    {
        var inner = new DatasetBuilder();
        for (uint element = 0; element < 3000; element++) inner.WithEmpty(0x0010_1000 + element, "LO");
        for (int i = 0; i < 500; i++) inner = new DatasetBuilder().WithSequence(0x0040_A730, inner);
        File.WriteAllBytes(_folder.Combine("deep.dcm"), inner.ToFile());
        File.WriteAllBytes(_folder.Combine("other.dcm"), new DatasetBuilder().With(0x0008_0060, "CS", "CT").ToFile());
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, "tags", "--json", "--nested", "deep.dcm", "other.dcm");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("deep.dcm: The paths of the elements have more than", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.InRange(outcome.Output.Length, DicomLimits.MinimumInPaths, 3 * DicomLimits.MinimumInPaths);
        Assert.Contains("\"value\":\"CT\"", outcome.Lines[^1], StringComparison.Ordinal);
        Assert.All(outcome.Lines.Take(1000), line => Assert.EndsWith("}", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Many_rows_are_several_pieces()
    {
        var elements = new DatasetBuilder();
        for (uint element = 0; element < 5000; element++) elements.WithEmpty(0x0010_1000 + element, "LO");
        IEnumerable<DicomTagValue> rows = TagReader.Read(DicomFile.Open(elements.ToFile()), new TagReadOptions());
        int[] lengths = [.. new TagJsonWriter().Write("many.dcm", rows, default).Select(piece => piece.Length)];
        Assert.InRange(lengths.Length, 3, 10);
        Assert.All(lengths, length => Assert.InRange(length, 1, 300_000));
    }

    [Fact]
    public void An_element_in_full() => Assert.Equal(
        """
        {"path":"samples/ct/slice-1.dcm","tagPath":"ImagePositionPatient","tag":"(0020,0032)","vr":"DS","vm":3,
        "keyword":"ImagePositionPatient","name":"Image Position (Patient)","value":[-31.5,-31.5,5],
        "rawValue":"-31.5\\-31.5\\5","length":14,"offset":984}
        """.ReplaceLineEndings("") + "\n",
        Psdicom.Run("tags", "--json", "--tag", "ImagePositionPatient", "samples/ct/slice-1.dcm").Output);

    [Fact]
    public void A_nested_element_has_its_path()
    {
        JsonElement row = Assert.Single(
            Psdicom.Run("tags", "--json", "--nested", "--tag", "NumericValue", "samples/sr/report.dcm").Objects);
        Assert.Equal("ContentSequence[2].MeasuredValueSequence[0].NumericValue", row.GetProperty("tagPath").GetString());
    }

    [Fact]
    public void A_missing_element_says_so()
    {
        JsonElement row = Assert.Single(
            Psdicom.Run("tags", "--json", "--include-missing", "--tag", "Rows", "samples/sr/report.dcm").Objects);
        Assert.Equal([.. Keys, "exists"], row.EnumerateObject().Select(property => property.Name));
        string[] names = ["tag", "vm", "value", "rawValue", "length", "offset", "exists"];
        Assert.Equal(
            ["\"(0028,0010)\"", "0", "null", "null", "null", "null", "false"], names.Select(name => row.GetProperty(name).GetRawText()));
    }

    [Fact]
    public void Values_are_typed()
    {
        byte[] bulk = new byte[3_000_000];
        new Random(1).NextBytes(bulk);
        byte[] file = new DatasetBuilder()
            .With(0x0008_0008, "CS", @"A\\C")
            .With(0x0008_0012, "DA", "20240230")
            .With(0x0008_0020, "DA", "20240229")
            .With(0x0008_0022, "DA", @"20240101\20231231")
            .With(0x0008_002A, "DT", "20240229235959.123456-0330")
            .With(0x0008_0030, "TM", "235960")
            .With(0x0008_0031, "TM", "0102")
            .With(0x0008_0032, "TM", "010203.045600")
            .WithEmpty(0x0008_0090, "PN")
            .With(0x0010_4000, "LT", "<a> & \"b\"\u001B")
            .With(0x0018_0050, "DS", @"1.50\\x")
            .With(0x0018_1063, "DS", "1e2")
            .With(0x0018_602C, "FD", double.NaN)
            .With(0x0018_602E, "FD", 0.1, -2)
            .With(0x0018_9074, "DT", "2024")
            .With(0x0018_9182, "FD", double.NegativeInfinity)
            .With(0x0020_0013, "IS", "-7")
            .With(0x0028_0009, "AT", 0x0018_1063)
            .With(0x0028_0010, "US", 65535)
            .WithEmpty(0x0040_0275, "SQ")
            .WithUndefinedLengthSequence(0x0040_A730, new DatasetBuilder(), new DatasetBuilder())
            .With(0x0066_0040, "OL", 1, 2)
            .With(0x0072_0082, "SV", -5_000_000_000_000)
            .With(0x0074_1338, "FL", 0.1)
            .WithValue(0x7FE0_0010, "OW", bulk)
            .ToFile();
        string path = _folder.Combine("values.dcm");
        File.WriteAllBytes(path, file);

        Dictionary<string, string> values = Psdicom.Run("tags", "--json", path).Objects
            .Where(row => !row.GetProperty("tag").GetString()!.StartsWith("(0002", StringComparison.Ordinal))
            .ToDictionary(row => row.GetProperty("tag").GetString()!, row => row.GetProperty("value").GetRawText());
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["(0008,0008)"] = """["A","","C"]""",
                ["(0008,0012)"] = "\"20240230\"",
                ["(0008,0020)"] = "\"2024-02-29\"",
                ["(0008,0022)"] = """["2024-01-01","2023-12-31"]""",
                ["(0008,002A)"] = "\"2024-02-29T23:59:59.123456-03:30\"",
                ["(0008,0030)"] = "\"24:00:00\"",
                ["(0008,0031)"] = "\"01:02:00\"",
                ["(0008,0032)"] = "\"01:02:03.0456\"",
                ["(0008,0090)"] = "null",
                ["(0010,4000)"] = """
                    "<a> & \"b\"\u001B"
                    """,
                ["(0018,0050)"] = """[1.5,null,"x"]""",
                ["(0018,1063)"] = "100",
                ["(0018,602C)"] = "\"NaN\"",
                ["(0018,602E)"] = "[0.1,-2]",
                ["(0018,9074)"] = "\"2024-01-01T00:00:00\"",
                ["(0018,9182)"] = "\"-Infinity\"",
                ["(0020,0013)"] = "-7",
                ["(0028,0009)"] = "\"(0018,1063)\"",
                ["(0028,0010)"] = "65535",
                ["(0040,0275)"] = "null",
                ["(0040,A730)"] = """{"items":2}""",
                ["(0066,0040)"] = Hashed(1, 0, 0, 0, 2, 0, 0, 0),
                ["(0072,0082)"] = "-5000000000000",
                ["(0074,1338)"] = "0.1",
                ["(7FE0,0010)"] = Hashed(bulk),
            },
            values);
    }

    [Fact]
    public void The_length_is_the_declared_one_and_the_bytes_of_an_encapsulated_value_are_those_of_its_items()
    {
        string path = _folder.Combine("encapsulated.dcm");
        DatasetBuilder dataset = new DatasetBuilder().WithFragments(0x7FE0_0010, [], [1, 2, 3, 4], [5, 6]);
        File.WriteAllBytes(path, dataset.ToFile(DatasetBuilder.JpegBaseline));
        JsonElement row = Assert.Single(Psdicom.Run("tags", "--json", "--tag", "PixelData", path).Objects);

        Assert.Equal(-1, row.GetProperty("length").GetInt64());
        Assert.Equal(
            Hashed(0xFE, 0xFF, 0, 0xE0, 0, 0, 0, 0, 0xFE, 0xFF, 0, 0xE0, 4, 0, 0, 0, 1, 2, 3, 4, 0xFE, 0xFF, 0, 0xE0, 2, 0, 0, 0, 5, 6),
            row.GetProperty("value").GetRawText());
    }

    private static string Hashed(params byte[] bytes) =>
        $$"""{"length":{{bytes.Length}},"sha256":"{{Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant()}}"}""";
}
