using System.Text;
using PSDicom.Core.Tests.Deidentification;
using PSDicom.Deidentification;
using PSDicom.Deidentification.Identity;
using PSDicom.Deidentification.Values;
using PSDicom.Operations.Protection;
using PSDicom.Text;

namespace PSDicom.Core.Tests.Operations.Protection;

public sealed class IdentityTesterTests : IDisposable
{
    private const string Name = "Müller-Lüdenscheid^Hans Otto^^Dr.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, IdentityKind> Leaks() => new()
    {
        { "MÜLLER", "PatientName", IdentityKind.Name },
        { "lüdenscheid", "PatientName", IdentityKind.Name },
        { "Otto", "PatientName", IdentityKind.Name },
        { "Hans Otto Müller-Lüdenscheid", "PatientName", IdentityKind.Name },
        { "HU-4711", "PatientID", IdentityKind.Identifier },
        { "hu_4711", "PatientID", IdentityKind.Identifier },
        { "A0815/22", "AccessionNumber", IdentityKind.Identifier },
        { "19630705", "PatientBirthDate", IdentityKind.Date },
        { "1963-07-05", "PatientBirthDate", IdentityKind.Date },
        { "5.7.1963", "PatientBirthDate", IdentityKind.Date },
        { "20210304", "StudyDate", IdentityKind.Date },
        { "20210304123456", "StudyDate", IdentityKind.Date },
        { "101112.345", "StudyTime", IdentityKind.Date },
        { "1.2.276.9.1234567", "StudyInstanceUID", IdentityKind.Uid },
        { "IM1.2.276.9.1234567.dcm", "StudyInstanceUID", IdentityKind.Uid },
        { "Klinik am Eichenhain", "InstitutionName", IdentityKind.Text },
        { "Birkenweg 12", "PatientAddress", IdentityKind.Text },
        { "follow up of the lesion seen", "AdditionalPatientHistory", IdentityKind.Text },
        { "Zweigstelle", "(0029,1010)", IdentityKind.Text },
        { "Weber", "RequestAttributesSequence[0].RequestingPhysician", IdentityKind.Name },
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public void A_value_of_each_kind_is_found(string leak, string tag, IdentityKind kind)
    {
        string output = AddText("copy.dcm", "of " + leak + ", end", CharacterSet.FromTerms("ISO_IR 192"));
        IdentityTestResult result = Test(output);
        FoundIdentity found = Assert.Single(result.Found, one => one.Kind == kind && tag.EndsWith(one.ReferenceTag!, StringComparison.Ordinal));
        Assert.False(result.Clean);
        Assert.Equal("ImageComments", found.TagPath);
        Assert.Equal(IdentityPlace.Element, found.Place);
        Assert.DoesNotContain(leak, found.ToString());
    }

    [Theory]
    [InlineData("Müllerin")]
    [InlineData("xHU-4711")]
    [InlineData("HU-47112")]
    [InlineData("1.2.276.9.12345678")]
    [InlineData("3.1.2.276.9.1234567")]
    [InlineData("0.19630705")]
    [InlineData("19630706")]
    [InlineData("Hans")] // of four letters
    [InlineData("Dr")]
    [InlineData("Eichenhain am Klinik")]
    public void A_part_of_a_word_or_another_order_is_no_finding(string text)
    {
        IdentityTestResult result = Test(AddText("copy.dcm", text, CharacterSet.FromTerms("ISO_IR 192")));
        if (text == "Hans") Assert.Equal(IdentityKind.Name, Assert.Single(result.Found).Kind);
        else Assert.True(result.Clean, string.Join("; ", result.Found));
    }

    [Theory]
    [InlineData("ISO_IR 100", "utf-8")]
    [InlineData("ISO_IR 192", "utf-8")]
    [InlineData("ISO_IR 192", "iso-8859-1")]
    [InlineData("ISO_IR 6", "utf-16")]
    [InlineData("ISO_IR 6", "utf-16BE")]
    [InlineData("ISO_IR 144", "iso-8859-1")]
    public void Text_is_found_in_every_encoding(string declared, string encoding)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes("x "), .. Encoding.GetEncoding(encoding).GetBytes("Müller")];
        byte[] file = Copy(new DatasetBuilder().With(0x0008_0005, "CS", declared).With(0x0008_0018, "UI", "1.9.9").WithValue(0x0020_4000, "LT", bytes));
        Assert.Equal(IdentityKind.Name, Assert.Single(Test(Add("copy.dcm", file)).Found).Kind);
    }

    [Fact]
    public void Names_of_other_scripts_are_found()
    {
        byte[] name = [.. "Yamada^Tarou="u8, 0x1B, 0x24, 0x42, 0x3B, 0x33, 0x45, 0x44, 0x1B, 0x28, 0x42, (byte)'^', 0x1B, 0x24, 0x42, 0x42, 0x40, 0x4F, 0x3A, 0x1B, 0x28, 0x42];
        string reference = Add("in/japanese.dcm", new DatasetBuilder().With(0x0008_0005, "CS", @"\ISO 2022 IR 87").With(0x0008_0018, "UI", "1.2.3.4").WithValue(0x0010_0010, "PN", name).ToFile());
        string output = Add("copy.dcm", Copy(new DatasetBuilder().With(0x0008_0005, "CS", "ISO_IR 192").WithValue(0x0020_4000, "LT", Encoding.UTF8.GetBytes("von 山田 geschickt"))));
        Assert.Equal("PatientName", Assert.Single(IdentityTester.Test(reference, output, new IdentityTestOptions()).Found).ReferenceTag);
    }

    [Fact]
    public void All_places_are_searched_but_pixels()
    {
        byte[] word = "Eichenhain Lüdenscheid"u8.ToArray();
        DatasetBuilder nested = new DatasetBuilder().WithValue(0x0008_1030, "LO", word);
        byte[] file = Copy(new DatasetBuilder().With(0x0008_0005, "CS", "ISO_IR 192").With(0x0008_0018, "UI", "1.9.9")
            .WithSequence(0x0008_1110, nested).WithValue(0x0009_0010, "LO", "ACME"u8.ToArray()).WithValue(0x0009_1001, "UN", word).WithValue(0x0028_2000, "OB", word)
            .WithValue(0x0040_A160, "UT", word).WithValue(0x0040_A160, "UT", word).WithValue(0x7FE0_0010, "OW", word).WithValue(0xFFFC_FFFC, "OB", word));
        word.CopyTo(file, 20);
        file = [.. file, .. word];
        IdentityTestResult result = Test(Add("Lüdenscheid/copy Lüdenscheid.dcm", file), _folder.Path);
        Assert.Equal(
            ["(0009,1001)", "DataSetTrailingPadding", "ICCProfile", "ReferencedStudySequence[0].StudyDescription", "TextValue", "TextValue", "Trailing", "Preamble", "FileName"],
            result.Found.Select(found => found.TagPath ?? found.Place.ToString()).OrderBy(where => Array.IndexOf(["Trailing", "Preamble", "FileName"], where)).ThenBy(where => where, StringComparer.Ordinal));
        FoundIdentity preamble = result.Found.First(found => found.Place == IdentityPlace.Preamble);
        Assert.Equal(31, preamble.Offset);
        Assert.Contains(result.Found, found => found.Place == IdentityPlace.Private);
        Assert.Equal([IdentityKind.Name], result.Kinds);
    }

    [Fact]
    public void File_meta_information_deflated_data_sets_and_other_files_are_searched()
    {
        byte[] file = Copy(new DatasetBuilder().With(0x0008_0018, "UI", "1.9.9").With(0x0020_4000, "LT", "HU-4711"), DatasetBuilder.DeflatedLittleEndian);
        Assert.Equal("ImageComments", Assert.Single(Test(Add("deflated.dcm", file)).Found).TagPath);
        byte[] meta = [.. DatasetBuilder.Preamble(), .. new DatasetBuilder().With(0x0002_0003, "UI", "1.2.276.9.1").With(0x0002_0010, "UI", DatasetBuilder.ExplicitLittleEndian).With(0x0002_0016, "AE", "HU-4711").With(0x0008_0018, "UI", "1.9.9").ToBytes()];
        Assert.Equal(["MediaStorageSOPInstanceUID", "SourceApplicationEntityTitle"], Test(Add("meta.dcm", meta)).Found.Select(found => found.TagPath));
        Assert.All(Test(Add("meta.dcm", meta)).Found, found => Assert.Equal(IdentityPlace.FileMeta, found.Place));
        FoundIdentity found = Assert.Single(Test(Add("list.txt", Encoding.UTF8.GetBytes("Patienten\nHU-4711;fertig"))).Found);
        Assert.Equal((IdentityPlace.OtherFile, 10L), (found.Place, found.Offset));
    }

    [Fact]
    public void Long_values_are_searched_to_their_end()
    {
        byte[] text = Encoding.ASCII.GetBytes(new string('x', 262_144 - 1024 - 4) + " HU-4711 " + new string('y', 600_000) + " Otto");
        byte[] file = Copy(new DatasetBuilder().With(0x0008_0018, "UI", "1.9.9").WithValue(0x0040_A160, "UT", text));
        Assert.Equal([IdentityKind.Name, IdentityKind.Identifier], Test(Add("long.dcm", file)).Kinds);
        byte[] cut = Copy(new DatasetBuilder().With(0x0008_0018, "UI", "1.9.9").WithValue(0x0040_A160, "UT", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("OttoOtto", 100_000)))));
        Assert.True(Test(Add("cut.dcm", cut)).Clean);
    }

    [Fact]
    public void Terms_numbers_and_what_stays_are_no_finding()
    {
        byte[] reference = new DatasetBuilder().With(0x0008_0018, "UI", "1.2.276.9.1").With(0x0008_0060, "CS", "CT").With(0x0008_0070, "LO", "ACME Works").With(0x0008_0080, "LO", "ACME Works")
            .With(0x0010_0010, "PN", "Chest^Removed").With(0x0010_0020, "LO", "1234").With(0x0008_1030, "LO", "AXIAL").ToFile();
        string source = Add("in/term.dcm", reference);
        DatasetBuilder copy = new DatasetBuilder().With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY\AXIAL").With(0x0008_0018, "UI", "1.9.9").With(0x0008_0070, "LO", "ACME Works").With(0x0010_0010, "PN", "REMOVED").With(0x0018_0015, "CS", "CHEST").With(0x0018_1152, "IS", "1234");
        IdentityTestResult result = IdentityTester.Test(source, Add("copy.dcm", Copy(copy)), new IdentityTestOptions());
        Assert.True(result.Clean, string.Join("; ", result.Found));
        Assert.Equal(source, result.Reference);
        copy.With(0x0020_4000, "LT", "chest 1234");
        Assert.Equal([IdentityKind.Name, IdentityKind.Identifier], IdentityTester.Test(source, Add("copy.dcm", Copy(copy)), new IdentityTestOptions()).Kinds);
    }

    [Fact]
    public void What_options_retain_is_no_finding_and_moved_dates_are_told_from_the_old_ones()
    {
        string reference = Reference();
        byte[] copy = Protecting.Apply(File.ReadAllBytes(reference), Protecting.Rules(Retention.ModifiedDates | Retention.InstitutionIdentity, Cleaning.Descriptors));
        string output = Add("copy.dcm", copy);
        var options = new IdentityTestOptions { Retained = Retention.ModifiedDates | Retention.InstitutionIdentity, Cleaned = Cleaning.Descriptors };
        Assert.True(IdentityTester.Test(reference, output, options).Clean);
        Assert.False(IdentityTester.Test(reference, output, new IdentityTestOptions()).Clean);
        string unmoved = Add("unmoved.dcm", Copy(new DatasetBuilder().With(0x0008_0018, "UI", "1.9.9").With(0x0008_0020, "DA", "20210304").With(0x0008_0022, "DA", "19630705")));
        Assert.Equal("StudyDate", Assert.Single(IdentityTester.Test(reference, unmoved, options).Found).TagPath);
    }

    [Theory]
    [InlineData(Retention.None, Cleaning.None)]
    [InlineData(Retention.FullDates | Retention.PatientCharacteristics | Retention.DeviceIdentity, Cleaning.Descriptors)]
    [InlineData(Retention.ModifiedDates | Retention.SafePrivate, Cleaning.None)]
    public void A_copy_of_this_module_is_clean(Retention retained, Cleaning cleaned)
    {
        string reference = Reference();
        string output = Add("copy.dcm", Protecting.Apply(File.ReadAllBytes(reference), Protecting.Rules(retained, cleaned)));
        IdentityTestResult result = IdentityTester.Test(reference, output, new IdentityTestOptions { Retained = retained, Cleaned = cleaned });
        Assert.True(result.Clean, string.Join("; ", result.Found));
        Assert.Equal(0, result.Count);
        Assert.Equal(reference, result.Reference);
    }

    [Fact]
    public void Many_references_are_searched_for_at_once_and_tables_too()
    {
        var tester = new IdentityTester(new IdentityTestOptions());
        for (int i = 0; i < 500; i++) tester.Add(Add($"in/{i}.dcm", new DatasetBuilder().With(0x0008_0018, "UI", $"1.2.276.9.{i}").With(0x0010_0020, "LO", $"HU-{i:D6}").ToFile()));
        tester.Add(Add("patients.csv", "id_old,id_new\r\nX-99-17,P1\r\n1.2.276.9.7.7,2.25.1\r\n"u8.ToArray()));
        Assert.Equal(501, tester.ReferenceCount);
        IdentityTestResult result = tester.Test(AddText("copy.dcm", "HU-000321, x-99-17, 1.2.276.9.7.7", CharacterSet.Default));
        Assert.Equal([_folder.Combine("in", "321.dcm"), _folder.Combine("patients.csv"), _folder.Combine("patients.csv")], result.Found.Select(found => found.Reference));
        Assert.True(tester.Test(AddText("copy.dcm", "HU-000500", CharacterSet.Default)).Clean);
        Assert.Throws<DicomException>(() => tester.Add(Add("notes.txt", "nothing"u8.ToArray())));
        Assert.Throws<ArgumentException>(() => tester.Add(Add("other.csv", "a,b"u8.ToArray())));
    }

    [Theory]
    [InlineData("1..")]
    [InlineData("\u6000A")]
    public void A_unique_identifier_is_looked_for_no_further_than_the_longest_one_reaches(string part)
    {
        string text = string.Concat(Enumerable.Repeat(part, 10_000));
        long looked = 0;
        for (int start = 0; start < text.Length; start = Words.EndAt(text.AsSpan(), start) + (part.Length - part.TrimEnd('.').Length))
        {
            (int begin, int end) = TextSearch.RangeOfUid(text.AsSpan(), start, Words.EndAt(text.AsSpan(), start));
            looked += Math.Max(begin, end) - start;
        }

        Assert.InRange(looked, 0, text.Length * 70L);
    }

    [Fact]
    public void Words_in_deep_items_cost_no_path()
    {
        const int Count = 2000, Depth = 200;
        DatasetBuilder item = new DatasetBuilder().WithValue(0x0040_A160, "UT", [.. Enumerable.Repeat("Otto "u8.ToArray(), Count).SelectMany(word => word)]);
        for (int level = 0; level < Depth; level++) item = new DatasetBuilder().WithSequence(0x0040_A730, item);
        string output = Add("deep.dcm", Copy(item));
        var tester = new IdentityTester(new IdentityTestOptions());
        tester.Add(Reference());
        Assert.Single(tester.Test(output).Found);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Single(tester.Test(output).Found);

        // A path has some 5,000 characters.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    private IdentityTestResult Test(string output, string? root = null)
    {
        var tester = new IdentityTester(new IdentityTestOptions());
        tester.Add(Reference());
        return tester.Test(output, root);
    }

    private string Reference() => Add("in/Original.dcm", new DatasetBuilder()
        .With(0x0008_0005, "CS", "ISO_IR 100").With(0x0008_0016, "UI", Protecting.CT).With(0x0008_0018, "UI", "1.2.276.9.1")
        .With(0x0008_0020, "DA", "20210304").With(0x0008_0030, "TM", "101112.345").With(0x0008_0050, "SH", "A0815/22").With(0x0008_0060, "CS", "CT").With(0x0008_0080, "LO", "Klinik am Eichenhain")
        .With(0x0010_0010, "PN", Name).With(0x0010_0020, "LO", "HU-4711").With(0x0010_0030, "DA", "19630705").With(0x0010_1040, "LO", "Birkenweg 12")
        .With(0x0010_21B0, "LT", "He came for a follow up of the lesion seen in the spring").With(0x0020_000D, "UI", "1.2.276.9.1234567")
        .With(0x0029_0010, "LO", "ACME").With(0x0029_1010, "LO", "Zweigstelle")
        .WithSequence(0x0040_0275, new DatasetBuilder().With(0x0032_1032, "PN", "Weber^Eva")).ToFile());

    private string AddText(string name, string text, CharacterSet characterSet)
    {
        Assert.True(characterSet.TryEncode(text, DicomVR.LT, out byte[]? bytes));
        DatasetBuilder dataset = new DatasetBuilder().With(0x0008_0005, "CS", characterSet.Declaration).With(0x0008_0018, "UI", "1.9.9").WithValue(0x0020_4000, "LT", bytes);
        return Add(name, Copy(dataset));
    }

    /// <summary>A file with file meta information of its own.</summary>
    private static byte[] Copy(DatasetBuilder dataset, string transferSyntax = DatasetBuilder.ExplicitLittleEndian)
    {
        byte[] meta = new DatasetBuilder().With(0x0002_0003, "UI", "1.9.9").With(0x0002_0010, "UI", transferSyntax).ToBytes(), elements = dataset.ToBytes();
        return [.. DatasetBuilder.Preamble(), .. meta, .. transferSyntax == DatasetBuilder.DeflatedLittleEndian ? DatasetBuilder.Deflate(elements) : elements];
    }

    private string Add(string name, byte[] bytes)
    {
        string path = _folder.Combine(name.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
