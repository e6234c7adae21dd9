using System.Text;
using PSDicom.Deidentification;

namespace PSDicom.Core.Tests.Deidentification;

public class FileProtectorTests
{
    [Fact]
    public void The_table_applies_at_every_depth_also_in_sequences_that_the_file_calls_unknown()
    {
        DatasetBuilder inner = DatasetBuilder.Implicit().With(0x0010_0010, "PN", "Secret^Nested").With(0x0008_0080, "LO", "Secret Hospital").With(0x0018_0050, "DS", "5");
        DatasetBuilder dataset = Protecting.Start()
            .With(0x0010_0010, "PN", "Secret^Name")
            .WithSequence(0x0040_9096, new DatasetBuilder().With(0x0008_1070, "PN", "Secret^Operator").WithSequence(0x0008_1110, new DatasetBuilder().With(0x0010_0010, "PN", "Secret^Deep")))
            .WithUndefinedLength(0x5200_9229, "UN", inner);
        byte[] copy = Protecting.Apply(dataset.ToFile());
        Assert.DoesNotContain("Secret", Encoding.ASCII.GetString(copy));
        DicomFile file = DicomFile.Open(copy);
        Assert.Equal("5", file.Dataset[new DicomTag(0x5200_9229)]!.Items[0].GetText(new DicomTag(0x0018_0050)));
    }

    [Theory]
    [InlineData(0x0018_4000u, "LT", "text", "(absent)")] // X
    [InlineData(0x0008_0050u, "SH", "4711", null)] // Z
    [InlineData(0x0040_0512u, "LO", "container", "REMOVED")] // D
    [InlineData(0x0008_0022u, "DA", "20200101", "(absent)")] // X/Z of type 3
    [InlineData(0x0038_0010u, "LO", "4711", "(absent)")] // X
    [InlineData(0x0008_0080u, "LO", "Hospital", "(absent)")] // X/Z/D of type 3
    [InlineData(0x0008_0021u, "DA", "20200101", "(absent)")] // X/D of type 3
    [InlineData(0x0008_0060u, "CS", "CT", "CT")] // not listed, a code
    [InlineData(0x0028_1054u, "LO", "HU", "HU")] // not listed, technical
    [InlineData(0x0012_0010u, "LO", "Sponsor", "REMOVED")] // D
    public void An_attribute_gets_what_the_table_says(uint tag, string vr, string value, string? expected)
    {
        DatasetBuilder dataset = new();
        foreach ((uint other, string otherVR, string text) in new[] { (0x0008_0016u, "UI", Protecting.CT), (0x0008_0018u, "UI", "1.2.3.4"), (tag, vr, value) }.OrderBy(one => one.Item1)) dataset.With(other, otherVR, text);
        Assert.Equal(expected, Protecting.Read(dataset).Text(tag));
    }

    [Fact]
    public void Alternatives_are_the_conformant_ones_where_the_kind_of_object_is_unknown()
    {
        DicomFile file = Protecting.Read(new DatasetBuilder().With(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.999").With(0x0008_0021, "DA", "20200101").With(0x0008_0022, "DA", "20200101").With(0x0008_0080, "LO", "Hospital").With(0x0018_1400, "LO", "x"));
        Assert.Equal("19000101", file.Text(0x0008_0021));
        Assert.Null(file.Text(0x0008_0022));
        Assert.Equal("REMOVED", file.Text(0x0008_0080));
        Assert.Equal("REMOVED", file.Text(0x0018_1400));
    }

    [Fact]
    public void What_the_table_does_not_list_follows_from_its_value_representation()
    {
        DatasetBuilder dataset = Protecting.Start()
            .With(0x0014_0102, "DA", "20200101")
            .With(0x0014_2006, "PN", "Secret^Evaluator")
            .With(0x0018_5010, "LO", "L7-4")
            .With(0x0018_9423, "LO", "Protocol of Secret")
            .With(0x0020_0FFE, "LO", "unknown tag")
            .With(0x0028_0304, "UI", "1.2.3.4.5")
            .With(0x0062_0009, "LO", "Algorithm")
            .WithValue(0x0099_1234, "UN", 1, 2, 3, 4);
        DicomFile file = DicomFile.Open(Protecting.Apply(dataset.ToFile(), null, out ProtectionPlan plan));
        Assert.Equal("(absent)", file.Text(0x0014_0102));
        Assert.Null(file.Text(0x0014_2006));
        Assert.Equal("L7-4", file.Text(0x0018_5010));
        Assert.Equal("(absent)", file.Text(0x0018_9423));
        Assert.Equal("(absent)", file.Text(0x0020_0FFE));
        Assert.StartsWith("2.25.", file.Text(0x0028_0304));
        Assert.Equal("Algorithm", file.Text(0x0062_0009));
        Assert.Equal(["AcquisitionProtocolName"], plan.Tally.Unlisted);
        Assert.Contains(plan.Warnings, warning => warning.Message.Contains("AcquisitionProtocolName", StringComparison.Ordinal));
    }

    [Fact]
    public void Unlisted_text_can_be_kept_but_not_with_words_of_the_patient()
    {
        DatasetBuilder dataset = Protecting.Start().With(0x0010_0010, "PN", "Doe^Jane").With(0x0018_9423, "LO", "Head routine").With(0x0018_9433, "LO", "Field of DOE").With(0x0018_5010, "LO", "probe of Jane");
        DicomFile file = Protecting.Read(dataset, new ProtectionRules(Protecting.Key) { KeepsUnlisted = true });
        Assert.Equal("Head routine", file.Text(0x0018_9423));
        Assert.Equal("(absent)", file.Text(0x0018_9433));
        Assert.Equal("(absent)", file.Text(0x0018_5010));
    }

    [Theory]
    [InlineData(0x0018_0050u, "DS", "5.0 Jane")]
    [InlineData(0x0018_0015u, "CS", "HEAD OF JANE DOE")]
    [InlineData(0x0018_0022u, "CS", "DOE^JANE")]
    [InlineData(0x0008_0062u, "UI", "Doe")]
    [InlineData(0x0018_0060u, "LO", "Jane")]
    public void Text_does_not_hide_in_codes_and_numbers(uint tag, string vr, string value)
    {
        byte[] copy = Protecting.Apply(Protecting.Start().With(tag, vr, value + (vr == "CS" ? " BIS" : string.Empty)).ToFile());
        Assert.DoesNotContain("JANE", Encoding.ASCII.GetString(copy).ToUpperInvariant());
        Assert.DoesNotContain("DOE", Encoding.ASCII.GetString(copy).ToUpperInvariant());
    }

    [Theory]
    [InlineData("Smith^Ann", "SMITH", "(absent)")]
    [InlineData("Chest^Ann", "CHEST", "CHEST")] // a term
    [InlineData("CE Circular^Ann", "CE CIRCULAR", "(absent)")] // not all of it
    [InlineData("Miller^Ann", "SMITH", "SMITH")]
    [InlineData("Acme-Study-Smith_7^Ann", "SMITH", "(absent)")]
    public void Codes_do_not_name_the_patient_unless_they_are_terms(string name, string code, string expected)
    {
        Assert.Equal(expected, Protecting.Read(Protecting.Start().With(0x0010_0010, "PN", name).With(0x0018_0022, "CS", code)).Text(0x0018_0022));
    }

    [Fact]
    public void Long_numbers_do_not_repeat_an_identifier()
    {
        DicomFile file = Protecting.Read(Protecting.Start().With(0x0010_0020, "LO", "20471100").With(0x0018_0050, "DS", "0.20471100").With(0x0018_1152, "IS", "20471100").With(0x0020_0013, "IS", "2047"));
        Assert.Equal(["0.20471100", "(absent)", "2047"], new uint[] { 0x0018_0050, 0x0018_1152, 0x0020_0013 }.Select(file.Text));
    }

    [Fact]
    public void Technical_text_does_not_repeat_the_number_of_a_device_that_is_removed()
    {
        DatasetBuilder dataset = Protecting.Start().With(0x0008_1010, "SH", "SCANNER").With(0x0008_1090, "LO", "SCANNER").With(0x0018_1000, "LO", "L03-02246").With(0x0018_7006, "LT", "SN=L03-02246;mc=3.5");
        Assert.Equal(["SCANNER", "(absent)"], new uint[] { 0x0008_1090, 0x0018_7006 }.Select(Protecting.Read(dataset).Text));
        Assert.Equal("SN=L03-02246;mc=3.5", Protecting.Read(dataset, Protecting.Rules(Retention.DeviceIdentity)).Text(0x0018_7006));
    }

    [Fact]
    public void What_must_be_there_is_there_though_the_table_removes_it_and_what_must_not_be_empty_is_left_out()
    {
        DatasetBuilder state = Protecting.Start("1.2.840.10008.5.1.4.1.1.11.1").With(0x0070_0082, "DA", "20200301").With(0x0070_0083, "TM", "101112");
        DicomFile file = Protecting.Read(state, Protecting.Rules(cleaned: Cleaning.Graphics));
        Assert.Equal(["19000101", "000000"], new uint[] { 0x0070_0082, 0x0070_0083 }.Select(file.Text));
        DatasetBuilder concept = new DatasetBuilder().With(0x0008_0100, "SH", "121036").With(0x0008_0102, "SH", "DCM").With(0x0008_0104, "LO", "Mother of fetus");
        DatasetBuilder name = new DatasetBuilder().With(0x0040_A040, "CS", "PNAME").WithSequence(0x0040_A043, concept).With(0x0040_A123, "PN", "Doe^Jane");
        DatasetBuilder container = new DatasetBuilder().With(0x0040_A040, "CS", "CONTAINER").WithSequence(0x0040_A730, name);
        file = Protecting.Read(Protecting.Start("1.2.840.10008.5.1.4.1.1.88.33").WithSequence(0x0040_A730, container), Protecting.Rules(cleaned: Cleaning.StructuredContent));
        DicomDataset item = Assert.Single(file.Dataset[DicomTag.ContentSequence]!.Items);
        Assert.False(item.Contains(DicomTag.ContentSequence));
    }

    [Fact]
    public void Text_ends_at_a_zero_byte()
    {
        byte[] copy = Protecting.Apply(Protecting.Start().With(0x0018_0015, "CS", "HEAD\0SECRET").ToFile());
        Assert.DoesNotContain("SECRET", Encoding.ASCII.GetString(copy));
        Assert.Equal("HEAD", DicomFile.Open(copy).Text(0x0018_0015));
    }

    [Fact]
    public void Empty_stays_empty_and_absent_is_not_added()
    {
        DicomFile file = Protecting.Read(Protecting.Start().WithEmpty(0x0010_0010, "PN").WithEmpty(0x0010_0020, "LO").WithEmpty(0x0040_0512, "LO"));
        Assert.Null(file.Text(0x0010_0010));
        Assert.Null(file.Text(0x0010_0020));
        Assert.Null(file.Text(0x0040_0512));
        Assert.Equal("(absent)", file.Text(0x0010_0030));
    }

    [Fact]
    public void Unique_identifiers_are_the_same_for_the_same_everywhere()
    {
        DatasetBuilder dataset = Protecting.Start()
            .WithSequence(0x0008_1140, new DatasetBuilder().With(0x0008_1150, "UI", Protecting.CT).With(0x0008_1155, "UI", "1.2.3.4"))
            .With(0x0020_000D, "UI", "1.2.3")
            .With(0x0020_0052, "UI", "1.2.840.10008.1.4.1.1")
            .With(0x0028_0304, "UI", "1.2.3.4\\not a uid");
        DicomFile file = Protecting.Read(dataset);
        string uid = file.Text(0x0008_0018)!;
        Assert.Matches("^2[.]25[.][1-9][0-9]{30,38}$", uid);
        Assert.Equal(uid, file.FileMeta.GetText(DicomTag.MediaStorageSOPInstanceUID));
        DicomDataset reference = file.Dataset[new DicomTag(0x0008_1140)]!.Items[0];
        Assert.Equal(uid, reference.GetText(new DicomTag(0x0008_1155)));
        Assert.Equal(Protecting.CT, reference.GetText(new DicomTag(0x0008_1150)));
        Assert.Equal("1.2.840.10008.1.4.1.1", file.Text(0x0020_0052));
        string[] both = file.Text(0x0028_0304)!.Split('\\');
        Assert.Equal(uid, both[0]);
        Assert.StartsWith("2.25.", both[1]);
        Assert.NotEqual(uid, file.Text(0x0020_000D));
    }

    [Fact]
    public void The_same_key_gives_the_same_bytes_and_another_one_nothing_of_it()
    {
        byte[] file = Protecting.Start().With(0x0010_0020, "LO", "4711").With(0x0020_000D, "UI", "1.2.3").ToFile();
        byte[] one = Protecting.Apply(file);
        Assert.Equal(one, Protecting.Apply(file));
        DicomFile first = DicomFile.Open(one), other = DicomFile.Open(Protecting.Apply(file, new ProtectionRules()));
        foreach (uint tag in (uint[])[0x0008_0018, 0x0010_0020, 0x0020_000D]) Assert.NotEqual(first.Text(tag), other.Text(tag));
        Assert.Throws<ArgumentException>(() => new ProtectionRules(new byte[15]));
    }

    [Fact]
    public void A_patient_has_one_pseudonym_which_is_also_the_name()
    {
        DatasetBuilder dataset = Protecting.Start()
            .With(0x0010_0010, "PN", "Doe^Jane").With(0x0010_0020, "LO", "4711")
            .WithSequence(0x0040_9096, new DatasetBuilder().With(0x0010_0010, "PN", "Doe^Jane").With(0x0010_0020, "LO", "4711"));
        DicomFile file = Protecting.Read(dataset);
        string pseudonym = file.Text(0x0010_0020)!;
        Assert.Matches("^[0-9A-Z]{16}$", pseudonym);
        Assert.Equal(pseudonym, file.Text(0x0010_0010));
        DicomDataset item = file.Dataset[new DicomTag(0x0040_9096)]!.Items[0];
        Assert.Equal(pseudonym, item.GetText(DicomTag.PatientID));
        Assert.Null(item.GetText(DicomTag.PatientName));

        var mapped = new ProtectionRules { Patients = new Dictionary<string, string> { ["4711"] = "TRIAL-1" } };
        Assert.Equal("TRIAL-1", Protecting.Read(dataset, mapped).Text(0x0010_0010));
        var lacking = new ProtectionRules { Patients = new Dictionary<string, string>() };
        Assert.Equal(DicomErrorReason.NotInMap, Assert.Throws<DicomException>(() => Protecting.Read(dataset, lacking)).Reason);
    }

    [Fact]
    public void Dates_of_a_patient_move_by_the_same_whole_days()
    {
        DatasetBuilder dataset = Protecting.Start()
            .With(0x0008_0020, "DA", "20200301").With(0x0008_0022, "DA", "20200229").With(0x0008_002A, "DT", "20200229235959.5+0100").With(0x0008_0030, "TM", "101112").With(0x0008_0032, "TM", "9")
            .With(0x0010_0020, "LO", "4711").With(0x0010_0030, "DA", "19700101").With(0x0038_0020, "DA", "202003").With(0x0040_0244, "DA", "2020.03.02");
        DicomFile file = Protecting.Read(dataset, Protecting.Rules(Retention.ModifiedDates));
        DateTime study = Day(file.Text(0x0008_0020)!), acquired = Day(file.Text(0x0008_0022)!), started = Day(file.Text(0x0040_0244)!);
        int days = (new DateTime(2020, 3, 1) - study).Days;
        Assert.InRange(days, 1, 3650);
        Assert.Equal(1, (study - acquired).Days);
        Assert.Equal(1, (started - study).Days);
        Assert.Equal(file.Text(0x0008_0022) + "235959.5+0100", file.Text(0x0008_002A));
        Assert.Equal("101112", file.Text(0x0008_0030));
        Assert.Equal("(absent)", file.Text(0x0008_0032));
        Assert.Null(file.Text(0x0010_0030));
        Assert.Equal("(absent)", file.Text(0x0038_0020));
        Assert.Equal("MODIFIED", file.Text(0x0028_0303));
        DicomFile kept = Protecting.Read(dataset, Protecting.Rules(Retention.FullDates));
        Assert.Equal("20200301", kept.Text(0x0008_0020));
        Assert.Null(kept.Text(0x0010_0030));
        Assert.Equal("UNMODIFIED", kept.Text(0x0028_0303));
        Assert.Throws<ArgumentException>(Protecting.Rules(Retention.FullDates | Retention.ModifiedDates).Validate);

        static DateTime Day(string text) => DateTime.ParseExact(text, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(Retention.None, "(absent)")]
    [InlineData(Retention.PatientCharacteristics, "090Y")]
    public void Ages_are_kept_only_if_asked_for_and_up_to_90_years(Retention retained, string expected)
    {
        Assert.Equal(expected, Protecting.Read(Protecting.Start().With(0x0010_1010, "AS", "097Y"), Protecting.Rules(retained)).Text(0x0010_1010));
    }

    [Fact]
    public void Options_keep_what_the_table_marks()
    {
        DatasetBuilder dataset = Protecting.Start().With(0x0008_0080, "LO", "Hospital").With(0x0010_0040, "CS", "F").With(0x0018_1000, "LO", "SN 1").With(0x0020_000D, "UI", "1.2.3");
        DicomFile file = Protecting.Read(dataset, Protecting.Rules(Retention.InstitutionIdentity | Retention.PatientCharacteristics | Retention.DeviceIdentity | Retention.Uids));
        Assert.Equal(["Hospital", "F", "SN 1", "1.2.3"], new uint[] { 0x0008_0080, 0x0010_0040, 0x0018_1000, 0x0020_000D }.Select(file.Text));
        Assert.Equal(["113100", "113108", "113109", "113110", "113112"], file.Dataset[new DicomTag(0x0012_0064)]!.Items.Select(item => item.GetText(DicomTag.CodeValue)));
        Assert.Equal("YES", file.Text(0x0012_0062));
        Assert.Equal("REMOVED", file.Text(0x0028_0303));
    }

    [Fact]
    public void Cleaned_descriptions_lose_names_dates_numbers_and_addresses()
    {
        DatasetBuilder dataset = Protecting.Start().With(0x0008_1030, "LO", "Abdomen of Doe, seen 12.03.2019 by Dr. House, 4711").With(0x0008_103E, "LO", "T2 TSE axial").With(0x0008_1090, "LO", "Model 3").With(0x0010_0010, "PN", "Doe^Jane").With(0x0010_0020, "LO", "4711");
        DicomFile file = Protecting.Read(dataset, Protecting.Rules(cleaned: Cleaning.Descriptors));
        Assert.Equal("T2 TSE axial", file.Text(0x0008_103E));
        string study = file.Text(0x0008_1030)!;
        Assert.StartsWith("Abdomen of", study);
        Assert.All(["Doe", "2019", "House", "4711"], word => Assert.DoesNotContain(word, study));
    }

    [Fact]
    public void Private_elements_go_but_safe_ones_can_stay()
    {
        DatasetBuilder dataset = Protecting.Start()
            .With(0x0019_0010, "LO", "GEMS_ACQU_01").With(0x0019_1023, "DS", "1.5").With(0x0019_1099, "LO", "other")
            .With(0x0029_0010, "LO", "ACME").With(0x0029_1010, "LO", "secret")
            .With(0x0031_1010, "LO", "nobody's");
        Assert.DoesNotContain(Protecting.Read(dataset).Dataset.Elements, element => element.Tag.IsPrivate);
        DicomFile file = Protecting.Read(dataset, Protecting.Rules(Retention.SafePrivate));
        Assert.Equal([0x0019_0010u, 0x0019_1023u], file.Dataset.Elements.Where(element => element.Tag.IsPrivate).Select(element => element.Tag.Value));
    }

    [Fact]
    public void Safe_private_sequences_keep_elements_of_the_standard_and_safe_bytes_do_not()
    {
        DatasetBuilder characteristics = new DatasetBuilder().With(0x0008_0301, "US", 0x0029).With(0x0008_0302, "LO", "ACME").With(0x0008_0303, "CS", "SAFE");
        byte[] elements = new DatasetBuilder().With(0x0018_0050, "DS", "5").With(0x0018_0060, "DS", "120").With(0x0020_0013, "IS", "3").ToBytes();
        DicomFile file = Protecting.Read(
            Protecting.Start().WithSequence(0x0008_0300, characteristics).With(0x0029_0010, "LO", "ACME")
                .WithSequence(0x0029_1010, new DatasetBuilder().WithBytes(elements)).WithValue(0x0029_1011, "OB", elements),
            Protecting.Rules(Retention.SafePrivate));
        Assert.Equal("5", file.Dataset[new DicomTag(0x0029_1010)]!.Items[0]["SliceThickness"]!.RawValue?.Trim());
        Assert.Equal("(absent)", file.Text(0x0029_1011));
    }

    [Fact]
    public void Blocks_that_the_file_declares_safe_can_stay()
    {
        DatasetBuilder characteristics = new DatasetBuilder().With(0x0008_0301, "US", 0x0029).With(0x0008_0302, "LO", "ACME").With(0x0008_0303, "CS", "SAFE");
        DatasetBuilder dataset = Protecting.Start().WithSequence(0x0008_0300, characteristics).With(0x0010_0010, "PN", "Doe^Jane").With(0x0029_0010, "LO", "ACME").With(0x0029_1010, "FD", 2.5).With(0x0029_1011, "LO", "of Doe").WithValue(0x0029_1012, "OB", 1, 2);
        DicomFile file = Protecting.Read(dataset, Protecting.Rules(Retention.SafePrivate));
        Assert.Equal([0x0029_0010u, 0x0029_1010u], file.Dataset.Elements.Where(element => element.Tag.IsPrivate).Select(element => element.Tag.Value));
        Assert.Equal("(absent)", Protecting.Read(dataset).Text(0x0008_0300));
    }

    [Fact]
    public void Preamble_meta_information_group_lengths_overlays_and_what_follows_are_made_anew_or_left_out()
    {
        byte[] file = Protecting.Start().With(0x0008_0060, "CS", "CT").With(0x0010_0000, "UL", 10).With(0x0018_0050, "DS", "5").With(0x5000_0010, "US", 1).WithValue(0x5000_3000, "OW", 1, 2).With(0x6000_0010, "US", 1).WithValue(0x6000_3000, "OW", 1, 2).WithValue(0xFFFC_FFFC, "OB", 1, 2).ToFile();
        Encoding.ASCII.GetBytes("SECRET").CopyTo(file, 8);
        file = [.. file, .. "SECRET, long after the end of all"u8];
        byte[] copy = Protecting.Apply(file);
        Assert.DoesNotContain("SECRET", Encoding.ASCII.GetString(copy));
        Assert.All(copy.Take(128), value => Assert.Equal(0, value));
        DicomFile read = DicomFile.Open(copy);
        Assert.DoesNotContain(read.Dataset.Elements, element => element.Tag.IsGroupLength || element.Tag.Group >= 0x5000);
        Assert.Equal([0x0002_0000u, 0x0002_0001u, 0x0002_0002u, 0x0002_0003u, 0x0002_0010u, 0x0002_0012u, 0x0002_0013u], read.FileMeta.Elements.Select(element => element.Tag.Value));
    }

    [Fact]
    public void Pixel_data_keep_their_bytes()
    {
        byte[] pixels = [.. Enumerable.Range(0, 40000).Select(number => (byte)number)];
        byte[] copy = Protecting.Apply(Protecting.Start().With(0x0010_0010, "PN", "Doe^Jane").WithValue(0x7FE0_0010, "OW", pixels).ToFile());
        Assert.Equal(pixels, DicomFile.Open(copy).Dataset[DicomTag.PixelData]!.ReadBytes());
        byte[] compressed = Protecting.Apply(Protecting.Start().WithFragments(0x7FE0_0010, [0, 0, 0, 0], [1, 2, 3, 4]).ToFile(DatasetBuilder.JpegBaseline));
        DicomElement element = DicomFile.Open(compressed).Dataset[DicomTag.PixelData]!;
        Assert.Equal([4L, 4L], element.Fragments.Select(fragment => fragment.Length));
        Assert.Equal(DatasetBuilder.JpegBaseline, DicomFile.Open(compressed).TransferSyntax.UID);
    }

    [Theory]
    [InlineData("MONOCHROME2", 1, 8, 2, 128)]
    [InlineData("MONOCHROME2", 1, 8, null, 64)]
    [InlineData("MONOCHROME2", 1, 16, 20, 2560)]
    [InlineData("MONOCHROME2", 1, 1, 3, 24)]
    [InlineData("MONOCHROME2", 1, 12, 1, 128)] // unpacked, against the standard
    [InlineData("RGB", 3, 8, 1, 192)]
    [InlineData("YBR_FULL_422", 3, 8, 1, 128)]
    [InlineData("YBR_FULL_422", 3, 8, 1, 192)] // with all colors, against the standard
    public void Bytes_after_the_last_frame_are_not_in_the_copy(string photometric, int samples, int bits, int? frames, int length)
    {
        byte[] Pixels(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(1 + (i % 200)))];
        foreach (int tail in (int[])[0, 6])
        {
            DatasetBuilder dataset = Protecting.Start().With(0x0028_0002, "US", samples).With(0x0028_0004, "CS", photometric);
            if (frames is { } number) dataset.With(0x0028_0008, "IS", $"{number}");
            dataset.With(0x0028_0010, "US", 8).With(0x0028_0011, "US", 8).With(0x0028_0100, "US", bits).WithValue(0x7FE0_0010, "OW", Pixels(length + tail));
            byte[] copy = Protecting.Apply(dataset.ToFile(), null, out ProtectionPlan plan);
            Assert.Equal(Pixels(length), DicomFile.Open(copy).Dataset[DicomTag.PixelData]!.ReadBytes());
            Assert.Equal(tail > 0, plan.Warnings.Any(warning => warning.Message.StartsWith("6 bytes after the last frame", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData(true, false, "US", 0x0028_0106u)]
    [InlineData(true, true, "US", 0x0028_0106u)]
    [InlineData(false, false, "US", 0x0028_0106u)]
    [InlineData(true, false, "OW", 0x0028_1201u)]
    public void Numbers_and_bytes_with_other_elements_in_them_are_removed(bool isExplicit, bool isBigEndian, string vr, uint tag)
    {
        foreach (int before in (int[])[0, 3, 8, 70_000])
        {
            DatasetBuilder Data() => new(isExplicit, isBigEndian);
            byte[] inside = [.. new byte[before], .. Data().With(0x0028_0107, "US", 5).With(0x0032_1032, "PN", "Doe^Jane").With(0x0038_0300, "LO", "Ward 7").ToBytes()];
            Array.Resize(ref inside, (inside.Length + 7) / 8 * 8);
            DatasetBuilder dataset = Data().With(0x0008_0018, "UI", "1.2.3.4").WithHeader(tag, vr, (uint)inside.Length).WithBytes(inside).With(0x0040_0253, "SH", "ID");
            if (vr == "US" && isExplicit && inside.Length > ushort.MaxValue) continue;
            string syntax = isBigEndian ? DatasetBuilder.ExplicitBigEndian : isExplicit ? DatasetBuilder.ExplicitLittleEndian : DatasetBuilder.ImplicitLittleEndian;
            byte[] copy = Protecting.Apply(dataset.ToFile(syntax), null, out ProtectionPlan plan);
            Assert.DoesNotContain("Doe", Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
            Assert.Contains(plan.Warnings, warning => warning.Message.StartsWith("Values with other elements", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Tables_of_numbers_stay()
    {
        // Ramps and small numbers: tags of the standard and lengths that fit are among them.
        var random = new Random(1);
        var tables = new List<ushort[]>();
        foreach (int step in (int[])[1, 8, 16, 256]) tables.Add([.. Enumerable.Range(0, 30_000).Select(i => (ushort)(i * step))]);
        foreach (int most in (int[])[2, 40, 300]) tables.Add([.. Enumerable.Range(0, 30_000).Select(_ => (ushort)random.Next(most))]);
        foreach (ushort[] table in tables)
        {
            byte[] bytes = [.. table.SelectMany(BitConverter.GetBytes)];
            Assert.Equal(bytes, Protecting.Read(Protecting.Start().WithValue(0x0028_1201, "OW", bytes)).Dataset[new DicomTag(0x0028_1201)]!.ReadBytes());
        }
    }

    [Fact]
    public void Pixel_data_that_are_shorter_than_declared_stay_whole()
    {
        DatasetBuilder dataset = Protecting.Start().With(0x0028_0002, "US", 1).With(0x0028_0004, "CS", "MONOCHROME2").With(0x0028_0008, "IS", "3")
            .With(0x0028_0010, "US", 8).With(0x0028_0011, "US", 8).With(0x0028_0100, "US", 8).WithValue(0x7FE0_0010, "OW", new byte[150]);
        Assert.Equal(150, Protecting.Read(dataset).Dataset[DicomTag.PixelData]!.ByteLength);
    }

    [Theory]
    [InlineData(DatasetBuilder.ImplicitLittleEndian)]
    [InlineData(DatasetBuilder.ExplicitLittleEndian)]
    [InlineData(DatasetBuilder.DeflatedLittleEndian)]
    [InlineData(DatasetBuilder.ExplicitBigEndian)]
    public void The_encoding_of_the_file_stays(string transferSyntax)
    {
        bool isBig = transferSyntax == DatasetBuilder.ExplicitBigEndian;
        DatasetBuilder dataset = new DatasetBuilder(transferSyntax != DatasetBuilder.ImplicitLittleEndian, isBig)
            .With(0x0008_0018, "UI", "1.2.3.4").With(0x0010_0010, "PN", "Doe^Jane").With(0x0028_0010, "US", 258);
        DicomFile file = Protecting.Read(dataset, transferSyntax: transferSyntax);
        Assert.Equal(transferSyntax, file.TransferSyntax.UID);
        Assert.Empty(file.Warnings);
        Assert.Equal(258, file.Dataset.GetInteger(new DicomTag(0x0028_0010)));
    }

    [Fact]
    public void The_transfer_syntax_of_the_copy_is_true()
    {
        DicomFile file = Protecting.Read(DatasetBuilder.Implicit().With(0x0008_0018, "UI", "1.2.3.4").With(0x0008_0060, "CS", "CT").With(0x0018_0050, "DS", "5"), transferSyntax: DatasetBuilder.ExplicitLittleEndian);
        Assert.Equal(DatasetBuilder.ImplicitLittleEndian, file.TransferSyntax.UID);
        Assert.Equal("CT", file.Text(0x0008_0060));
    }

    [Fact]
    public void Codes_of_public_schemes_stay_and_others_do_not()
    {
        DatasetBuilder Code(string scheme) => new DatasetBuilder().With(0x0008_0100, "SH", "T-1").With(0x0008_0102, "SH", scheme).With(0x0008_0104, "LO", "Meaning");
        DicomFile file = Protecting.Read(Protecting.Start().WithSequence(0x0008_2218, Code("SCT"), Code("99LOCAL")));
        IReadOnlyList<DicomDataset> items = file.Dataset[new DicomTag(0x0008_2218)]!.Items;
        Assert.Equal(["T-1", "SCT", "Meaning"], items[0].Elements.Select(element => element.RawValue));
        Assert.Equal(["REMOVED", "REMOVED", "REMOVED"], items[1].Elements.Select(element => element.RawValue));
    }

    [Fact]
    public void Rules_of_a_site_come_first()
    {
        var rules = new ProtectionRules(Protecting.Key);
        rules.Site.Keep("InstitutionName");
        rules.Site.Remove("Slice*");
        rules.Site.Set("ClinicalTrialProtocolID", "T-12");
        DicomFile file = Protecting.Read(Protecting.Start().With(0x0008_0080, "LO", "Hospital").With(0x0018_0050, "DS", "5"), rules);
        Assert.Equal(["Hospital", "(absent)", "T-12"], new uint[] { 0x0008_0080, 0x0018_0050, 0x0012_0020 }.Select(file.Text));
        Assert.Equal("NO", file.Text(0x0012_0062));
        Assert.Equal("(absent)", file.Text(0x0012_0064));
        foreach (Action wrong in (Action[])[() => rules.Site.Set("SOPInstanceUID", "1.2"), () => rules.Site.Remove("SpecificCharacterSet"), () => rules.Site.Keep("RequestAttributesSequence[0].StudyID"), () => rules.Site.Set("Rows", "x"), () => rules.Site.Set("PatientIDs", "x")])
            Assert.Throws<DicomException>(wrong);
    }

    [Fact]
    public void A_file_that_ends_within_a_value_is_refused()
    {
        byte[] file = Protecting.Start().With(0x0018_0050, "DS", "5.0000").ToFile();
        Assert.Equal(DicomErrorReason.Truncated, Assert.Throws<DicomException>(() => Protecting.Apply(file[..^2])).Reason);
    }
}
