using System.Collections;
using System.Text;
using PSDicom.Editing;
using PSDicom.Text;

namespace PSDicom.Core.Tests.Editing;

/// <summary>What changes mean in a file, and which are refused.</summary>
public class ChangeResolverTests
{
    [Theory]
    [InlineData("PatientID", "200 characters")]
    [InlineData("PatientBirthDate", "31.02.2020")]
    [InlineData("PatientBirthDate", "20200231")]
    [InlineData("SeriesNumber", "abc")]
    [InlineData("StudyInstanceUID", "not-a-uid")]
    [InlineData("StudyInstanceUID", "1.02.3")]
    [InlineData("Rows", "65536")]
    [InlineData("Rows", "x")]
    [InlineData("PixelSpacing", "1")]
    [InlineData("Modality", "ct")]
    [InlineData("PatientComments", "a\u0001b")]
    [InlineData("RedPaletteColorLookupTableData", "text")]
    [InlineData("FrameIncrementPointer", "nothing")]
    public void A_value_that_does_not_fit_is_refused_in_every_file_and_never_quoted(string tag, string value)
    {
        if (value == "200 characters") value = new string('x', 200);
        byte[] file = new DatasetBuilder().With(0x00080060, "CS", "CT").ToFile();
        DatasetChange change = DatasetChange.Set(tag, value);
        DicomException exception = Assert.Throws<DicomException>(() => Rewriting.Apply(file, change));
        Assert.Equal((DicomErrorReason.InvalidValue, tag), (exception.Reason, exception.TagPath));
        Assert.DoesNotContain(value.Length > 6 ? value : "'" + value, exception.Message, StringComparison.Ordinal);
        Assert.Equal(DicomErrorReason.InvalidValue, Assert.Throws<DicomException>(() => CallValues.Check(change, new EditOptions())).Reason);
    }

    [Fact]
    public void Values_that_do_not_conform_are_written_if_validation_is_skipped()
    {
        DicomDataset dataset = Set(new DatasetBuilder(), new EditOptions { SkipsValidation = true }, DatasetChange.Set("PatientBirthDate", "31.02.2020"), DatasetChange.Set("PixelSpacing", "1"));
        Assert.Equal(("31.02.2020", "1"), (dataset.GetText(new DicomTag(0x00100030)), dataset.GetText(DicomTag.PixelSpacing)));
    }

    [Fact]
    public void Values_of_dotnet_types_are_written_by_their_value_representation()
    {
        var time = new DateTime(2020, 2, 29, 13, 5, 9).AddTicks(1_500_000);
        DicomDataset dataset = Set(
            new DatasetBuilder(),
            new EditOptions(),
            DatasetChange.Set("StudyDate", time),
            DatasetChange.Set("StudyTime", time),
            DatasetChange.Set("SeriesTime", new TimeSpan(7, 30, 0)),
            DatasetChange.Set("AcquisitionDateTime", new DateTimeOffset(time, TimeSpan.FromHours(-3.5))),
            DatasetChange.Set("SeriesNumber", 42),
            DatasetChange.Set("PixelSpacing", new[] { 0.1, 1.0 / 3 }),
            DatasetChange.Set("Rows", 512L),
            DatasetChange.Set("RealWorldValueSlope", 2.5),
            DatasetChange.Set("ImageType", new[] { "DERIVED", "SECONDARY" }),
            DatasetChange.Set("FrameIncrementPointer", "FrameTime"),
            DatasetChange.Set("PatientSize", 1.75m),
            DatasetChange.Set("PatientID", 4711));
        string? Text(string keyword) => dataset[keyword]?.RawValue;
        Assert.Equal("20200229", Text("StudyDate"));
        Assert.Equal("130509.15", Text("StudyTime"));
        Assert.Equal("073000", Text("SeriesTime"));
        Assert.Equal("20200229130509.15-0330", Text("AcquisitionDateTime"));
        Assert.Equal("42", Text("SeriesNumber"));
        Assert.Equal("0.1\\0.33333333333333", Text("PixelSpacing"));
        Assert.Equal("512", Text("Rows"));
        Assert.Equal("2.5", Text("RealWorldValueSlope"));
        Assert.Equal("DERIVED\\SECONDARY", Text("ImageType"));
        Assert.Equal("00181063", Text("FrameIncrementPointer"));
        Assert.Equal("1.75", Text("PatientSize"));
        Assert.Equal("4711", Text("PatientID"));
    }

    [Fact]
    public void A_value_of_the_wrong_kind_is_refused()
    {
        foreach ((string tag, object value) in ((string, object)[])[("PatientID", true), ("PatientID", DateTime.Now), ("Rows", 1.5), ("Rows", -1), ("SeriesNumber", 1.5), ("PixelSpacing", new[] { double.NaN, 1 }), ("StudyDate", TimeSpan.Zero), ("StudyTime", TimeSpan.FromDays(2))])
            Assert.Equal(DicomErrorReason.InvalidValue, Assert.Throws<DicomException>(() => Set(new DatasetBuilder(), new EditOptions(), DatasetChange.Set(tag, value))).Reason);
    }

    [Fact]
    public void Text_is_never_written_into_bytes()
    {
        DatasetBuilder before = new DatasetBuilder().With(0x00090010, "LO", "ACME").WithValue(0x00091010, "UN", 1, 2);
        DicomException exception = Assert.Throws<DicomException>(() => Set(before, new EditOptions(), DatasetChange.Set("ACME|(0009,xx10)", "ABC")));
        Assert.Equal(DicomErrorReason.UnknownVR, exception.Reason);
        exception = Assert.Throws<DicomException>(() => Set(before, new EditOptions(), DatasetChange.Set("ACME|(0009,xx10)", "ABC", vr: DicomVR.UN)));
        Assert.Equal(DicomErrorReason.InvalidValue, exception.Reason);
        Assert.Equal([7, 8], (byte[])Set(before, new EditOptions(), DatasetChange.Set("ACME|(0009,xx10)", new byte[] { 7, 8 }))[new DicomTag(0x00091010)]!.Value!);
        Assert.Equal([0xAB, 0xCD], (byte[])Set(before, new EditOptions(), DatasetChange.Set("ACME|(0009,xx10)", "0xABCD", vr: DicomVR.OB))[new DicomTag(0x00091010)]!.Value!);
    }

    [Fact]
    public void A_private_element_is_set_in_the_block_of_its_creator_which_is_reserved_if_missing()
    {
        DatasetBuilder before = new DatasetBuilder().With(0x00290010, "LO", "OTHER").With(0x00291010, "LO", "xy").With(0x00291110, "LO", "of nobody");
        DicomDataset dataset = Set(before, new EditOptions(), DatasetChange.Set("ACME|(0029,xx10)", "a", vr: DicomVR.LO), DatasetChange.Set("acme|(0029,xx20)", "b", vr: DicomVR.LO));
        Assert.Equal(["(0029,0010) LO OTHER", "(0029,0012) LO ACME", "(0029,1010) LO xy", "(0029,1110) LO of nobody", "(0029,1210) LO a", "(0029,1220) LO b"], dataset.Elements.Select(element => element.ToString()));
        dataset = Set(before, new EditOptions(), DatasetChange.Set("OTHER|(0029,xx10)", "new", vr: DicomVR.LO));
        Assert.Equal("new", dataset.GetText(new DicomTag(0x00291010)));
        DicomException exception = Assert.Throws<DicomException>(() => Set(new DatasetBuilder(), new EditOptions(), DatasetChange.Set("(0029,1010)", "x", vr: DicomVR.LO)));
        Assert.Equal(DicomErrorReason.NoPrivateCreator, exception.Reason);
    }

    [Fact]
    public void Removing_a_creator_removes_its_block()
    {
        DatasetBuilder before = new DatasetBuilder().With(0x00290010, "LO", "ACME").With(0x00290011, "LO", "OTHER").With(0x00291010, "LO", "xy").With(0x00291110, "LO", "ab");
        Assert.Equal(["(0029,0011) LO OTHER", "(0029,1110) LO ab"], Set(before, new EditOptions(), DatasetChange.Remove("(0029,0010)")).Elements.Select(element => element.ToString()));
    }

    [Fact]
    public void Private_elements_are_removed_at_any_depth_all_or_by_creator()
    {
        DatasetBuilder Private() => new DatasetBuilder().With(0x00090010, "LO", "ACME").With(0x00091010, "LO", "xy").With(0x00110010, "LO", "OTHER").With(0x00111010, "LO", "ab");
        DatasetBuilder before = Private().With(0x00100020, "LO", "AB").WithSequence(0x00321064, Private());
        DicomDataset dataset = Set(before, new EditOptions { RemovesPrivate = true });
        Assert.Equal(["(0010,0020)", "(0032,1064)"], dataset.Elements.Select(element => element.Tag.ToString()));
        Assert.Empty(dataset.Elements[1].Items[0].Elements);
        dataset = Set(before, new EditOptions { RemovesPrivate = true, PrivateCreators = ["acme"] });
        Assert.Equal(["(0010,0020)", "(0011,0010)", "(0011,1010)", "(0032,1064)"], dataset.Elements.Select(element => element.Tag.ToString()));
        Assert.Equal(2, dataset.Elements[3].Items[0].Elements.Count);
    }

    [Fact]
    public void One_value_of_several_is_set_by_its_number()
    {
        DatasetBuilder before = new DatasetBuilder().With(0x00080008, "CS", "A\\B\\C").With(0x00281101, "US", 1, 2, 3);
        DicomDataset dataset = Set(before, new EditOptions(), DatasetChange.Set("ImageType[1]", "X"), DatasetChange.Set("(0028,1101)[-1]", 9));
        Assert.Equal(("A\\X\\C", "1\\2\\9"), (dataset["ImageType"]!.RawValue, dataset[new DicomTag(0x00281101)]!.RawValue));
        Assert.Equal("A\\B\\C\\D", Set(before, new EditOptions(), DatasetChange.Set("ImageType[3]", "D"))["ImageType"]!.RawValue);
        Assert.Equal(DicomErrorReason.ElementNotFound, Assert.Throws<DicomException>(() => Set(before, new EditOptions(), DatasetChange.Set("ImageType[5]", "D"))).Reason);
        Assert.Equal(DicomErrorReason.InvalidValue, Assert.Throws<DicomException>(() => Set(before, new EditOptions(), DatasetChange.Set("ImageType[0]", "D\\E"))).Reason);
    }

    [Fact]
    public void Items_are_written_from_dictionaries()
    {
        var code = new Hashtable { ["CodeValue"] = "121", ["CodingSchemeDesignator"] = "DCM" };
        DicomDataset dataset = Set(new DatasetBuilder(), new EditOptions(), DatasetChange.Set("ProcedureCodeSequence", new object[] { code, new Hashtable { ["CodeMeaning"] = "x", ["(0008,1140)"] = code } }));
        IReadOnlyList<DicomDataset> items = dataset["ProcedureCodeSequence"]!.Items;
        Assert.Equal(("121", "x", "DCM"), (items[0].GetText(new DicomTag(0x00080100)), items[1].GetText(new DicomTag(0x00080104)), items[1]["ReferencedImageSequence"]!.Items[0].GetText(new DicomTag(0x00080102))));
        Assert.Empty(Set(new DatasetBuilder().WithSequence(0x00081032, new DatasetBuilder()), new EditOptions(), DatasetChange.Set("ProcedureCodeSequence", null))["ProcedureCodeSequence"]!.Items);
    }

    [Fact]
    public void Items_that_do_not_exist_are_added_only_as_the_next_one()
    {
        DicomDataset dataset = Set(new DatasetBuilder(), new EditOptions(), DatasetChange.Set("RequestAttributesSequence[0].RequestedProcedureID", "R"), DatasetChange.Set("RequestAttributesSequence[1].RequestedProcedureID", "S"));
        Assert.Equal(["R", "S"], dataset["RequestAttributesSequence"]!.Items.Select(item => item.GetText(new DicomTag(0x00401001))));
        Assert.Equal(DicomErrorReason.ElementNotFound, Assert.Throws<DicomException>(() => Set(new DatasetBuilder(), new EditOptions(), DatasetChange.Set("RequestAttributesSequence[1].RequestedProcedureID", "S"))).Reason);
        Assert.Empty(Set(new DatasetBuilder(), new EditOptions(), DatasetChange.Set("RequestAttributesSequence[*].RequestedProcedureID", "S")).Elements);
        Assert.Empty(Set(new DatasetBuilder(), new EditOptions(), DatasetChange.Set("RequestAttributesSequence[0].RequestedProcedureID", "S", ChangeCondition.IfExists)).Elements);
        Assert.Equal(DicomErrorReason.ElementNotFound, Assert.Throws<DicomException>(() => Set(new DatasetBuilder(), new EditOptions(), DatasetChange.Set("PatientID[0].RequestedProcedureID", "S"))).Reason);
    }

    [Fact]
    public void Conditions_wildcards_and_depth_choose_the_elements()
    {
        DatasetBuilder before = new DatasetBuilder().With(0x00080020, "DA", "20200101").With(0x00100020, "LO", "AB").WithSequence(0x00321064, new DatasetBuilder().With(0x00100020, "LO", "AB").With(0x00080021, "DA", "20200101"));
        Assert.Equal("AB", Set(before, new EditOptions(), DatasetChange.Set("PatientID", "x", ChangeCondition.IfMissing)).GetText(new DicomTag(0x00100020)));
        Assert.Null(Set(before, new EditOptions(), DatasetChange.Set("PatientName", "x", ChangeCondition.IfExists))["PatientName"]);
        DicomDataset dataset = Set(before, new EditOptions(), DatasetChange.Set("PatientID", "x", isNested: true), DatasetChange.Set("*Date", "", isNested: true));
        DicomDataset item = dataset.Elements[^1].Items[0];
        Assert.Equal(("x", "x", null, null), (dataset.GetText(new DicomTag(0x00100020)), item.GetText(new DicomTag(0x00100020)), dataset["StudyDate"]!.RawValue, item["SeriesDate"]!.RawValue));
        Assert.Equal(3, dataset.Elements.Count);
        Assert.Empty(Set(before, new EditOptions(), DatasetChange.Remove("*Date", isNested: true), DatasetChange.Remove("(0010,xxxx)", isNested: true)).Elements[0].Items[0].Elements);
    }

    [Theory]
    [InlineData("TransferSyntaxUID")]
    [InlineData("(0002,0000)")]
    [InlineData("(0010,0000)")]
    [InlineData("(FFFE,E000)")]
    public void What_follows_from_the_file_is_never_set(string tag) =>
        Assert.Equal(DicomErrorReason.InvalidTagPath, Assert.Throws<DicomException>(() => DatasetChange.Set(tag, "1")).Reason);

    [Fact]
    public void Compressed_pixel_data_are_not_set()
    {
        byte[] file = new DatasetBuilder().WithFragments(0x7FE00010, [], [1, 2]).ToFile(DatasetBuilder.JpegBaseline);
        Assert.Equal(DicomErrorReason.InvalidValue, Assert.Throws<DicomException>(() => Rewriting.Apply(file, DatasetChange.Set("PixelData", new byte[] { 1, 2 }))).Reason);
    }

    [Theory]
    [InlineData("", "M\u00FCller", false)]
    [InlineData("ISO_IR 100", "M\u00FCller", true)]
    [InlineData("ISO_IR 100", "\u738B^\u5C0F\u4E1C", false)]
    [InlineData("ISO_IR 144", "\u0418\u0432\u0430\u043D", true)]
    [InlineData("ISO_IR 192", "\u738B^\u5C0F\u4E1C \uD83D\uDE00", true)]
    [InlineData("GB18030", "\u738B^\u5C0F\u4E1C", true)]
    [InlineData("\\ISO 2022 IR 87", "Yamada^Tarou=\u5C71\u7530^\u592A\u90CE=\u3084\u307E\u3060^\u305F\u308D\u3046", true)]
    [InlineData("ISO 2022 IR 13\\ISO 2022 IR 87", "\uFF94\uFF8F\uFF80\uFF9E^\uFF80\uFF9B\uFF73=\u5C71\u7530^\u592A\u90CE", true)]
    [InlineData("\\ISO 2022 IR 149", "Hong^Gildong=\uD64D^\uAE38\uB3D9", true)]
    [InlineData("\\ISO 2022 IR 58", "Wang^XiaoDong=\u738B^\u5C0F\u4E1C", true)]
    [InlineData("ISO 2022 IR 100\\ISO 2022 IR 144", "\u00C4neas^\u0418\u0432\u0430\u043D\u00E4", true)]
    public void Text_is_written_in_the_character_set_of_the_file_or_refused(string characterSet, string text, bool isIn)
    {
        DatasetBuilder before = new DatasetBuilder();
        if (characterSet.Length > 0) before.With(0x00080005, "CS", characterSet);
        before.With(0x00100010, "PN", "Doe");
        if (isIn)
        {
            DicomFile after = DicomFile.Open(Rewriting.Apply(before.ToFile(), DatasetChange.Set("PatientName", text)));
            Assert.Equal(text, after.Dataset["PatientName"]!.RawValue);
            Assert.Empty(after.Warnings);
            return;
        }

        DicomException exception = Assert.Throws<DicomException>(() => Rewriting.Apply(before.ToFile(), DatasetChange.Set("PatientName", text)));
        Assert.Equal(DicomErrorReason.NotInCharacterSet, exception.Reason);
        Assert.Contains("-EncodeAs", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_text_is_encoded_anew_also_in_items_with_a_character_set_of_their_own()
    {
        DatasetBuilder before = new DatasetBuilder()
            .With(0x00080005, "CS", "ISO_IR 100").With(0x00080080, "LO", "plain").With(0x00100010, "PN", "M\u00FCller")
            .WithSequence(0x00321064, new DatasetBuilder().WithValue(0x00080005, "CS", [.. "ISO_IR 144"u8]).WithValue(0x00080104, "LO", 0xB8, 0xD2), new DatasetBuilder().With(0x00080104, "LO", "\u00E4\u00F6"));
        DicomFile after = DicomFile.Open(Rewriting.Apply(before.ToFile(), new EditOptions { EncodeAs = CharacterSet.FromName("ISO_IR 192") }));
        Assert.Empty(after.Warnings);
        IReadOnlyList<DicomDataset> items = after.Dataset.Elements[^1].Items;
        Assert.Equal(("ISO_IR 192", "M\u00FCller", "ISO_IR 192", "\u0418\u0432", "\u00E4\u00F6"), (after.Dataset.GetText(DicomTag.SpecificCharacterSet), after.Dataset["PatientName"]!.RawValue,
            items[0].GetText(DicomTag.SpecificCharacterSet), items[0].GetText(new DicomTag(0x00080104)), items[1].GetText(new DicomTag(0x00080104))));
        Assert.Equal(Encoding.UTF8.GetBytes("M\u00FCller "), after.Dataset["PatientName"]!.ReadBytes());
        Assert.False(items[1].Contains(DicomTag.SpecificCharacterSet));
    }

    [Fact]
    public void Text_that_is_only_guessed_is_not_encoded_anew()
    {
        byte[] file = new DatasetBuilder().WithValue(0x00100010, "PN", 0xC3, 0xBC).ToFile();
        Assert.Equal(DicomErrorReason.NotInCharacterSet, Assert.Throws<DicomException>(() => Rewriting.Apply(file, new EditOptions { EncodeAs = CharacterSet.FromName("ISO_IR 192") })).Reason);
        file = new DatasetBuilder().With(0x00080005, "CS", "ISO_IR 192").WithValue(0x00100010, "PN", [.. Encoding.UTF8.GetBytes("\u738B ")]).ToFile();
        Assert.Equal(DicomErrorReason.NotInCharacterSet, Assert.Throws<DicomException>(() => Rewriting.Apply(file, new EditOptions { EncodeAs = CharacterSet.FromName("ISO_IR 100") })).Reason);
    }

    [Fact]
    public void A_character_set_that_is_set_alone_decides_how_other_new_values_are_written()
    {
        DicomFile after = DicomFile.Open(Rewriting.Apply(new DatasetBuilder().With(0x00100010, "PN", "Doe").ToFile(), DatasetChange.Set("PatientName", "\u738B"), DatasetChange.Set("SpecificCharacterSet", "ISO_IR 192")));
        Assert.Equal("\u738B", after.Dataset["PatientName"]!.RawValue);
    }

    [Fact]
    public void New_identifiers_are_the_same_in_all_files_of_a_run_and_in_references()
    {
        var uids = new UidMap(UidKinds.Study | UidKinds.Instance);
        DicomDataset Renamed(string instance, string reference)
        {
            byte[] file = new DatasetBuilder().With(0x00080018, "UI", instance)
                .WithSequence(0x00081111, new DatasetBuilder().With(0x00081150, "UI", "1.2.840.10008.3.1.2.3.3").With(0x00081155, "UI", reference))
                .WithSequence(0x00081140, new DatasetBuilder().With(0x00081150, "UI", "1.2.840.10008.5.1.4.1.1.2").With(0x00081155, "UI", reference))
                .With(0x0020000D, "UI", "1.2.9").With(0x0020000E, "UI", "1.2.8").ToFile();
            DicomFile read = DicomFile.Open(file);
            EditedFile edited = new ChangeResolver(read, new EditOptions(), uids).Resolve([]);
            using var source = new PSDicom.IO.Sources.MemoryByteSource(file);
            RewritePlan plan = new DicomFileRewriter(source, read, new RewriteOptions(), default).Plan(edited.Edit)!;
            using var folder = new Operations.TemporaryFolder();
            using (var output = PSDicom.IO.Writing.OutputFile.Create(folder.Combine("a"), "a")) plan.WriteTo(output, source, default);
            return DicomFile.Open(File.ReadAllBytes(folder.Combine("a"))).Dataset;
        }

        DicomDataset one = Renamed("1.2.3", "1.2.4"), other = Renamed("1.2.4", "1.2.3");
        string Instance(DicomDataset dataset) => dataset.GetText(DicomTag.SOPInstanceUID)!;
        string Reference(DicomDataset dataset, string sequence) => dataset[sequence]!.Items[0].GetText(new DicomTag(0x00081155))!;
        Assert.Equal((Instance(other), Instance(one)), (Reference(one, "ReferencedImageSequence"), Reference(other, "ReferencedImageSequence")));
        Assert.Equal("1.2.4", Reference(one, "ReferencedPerformedProcedureStepSequence"));
        Assert.Equal(one.GetText(new DicomTag(0x0020000D)), other.GetText(new DicomTag(0x0020000D)));
        Assert.Equal("1.2.8", one.GetText(new DicomTag(0x0020000E)));
        Assert.Matches("^2\\.25\\.[1-9][0-9]{20,38}$", Instance(one));
        Assert.NotEqual(Instance(one), Instance(other));
    }

    [Fact]
    public void Paths_of_nested_changes_are_bounded_by_the_file()
    {
        DatasetBuilder item = new();
        for (uint i = 0; i < 3000; i++) item.WithEmpty(0x60000000 + (i / 200 * 0x20000) + 0x1100 + i % 200, "LO");
        for (int depth = 0; depth < 400; depth++) item = new DatasetBuilder().WithUndefinedLengthSequence(0x00081140, item);
        byte[] file = item.ToFile();
        Assert.Equal(DicomErrorReason.PathsTooLong, Assert.Throws<DicomException>(() => Rewriting.Apply(file, DatasetChange.Remove("(60xx,xxxx)", isNested: true))).Reason);
    }

    [Fact]
    public void Changes_are_reported_with_old_and_new_values()
    {
        Rewriting.Apply(new DatasetBuilder().With(0x00100010, "PN", "Doe").With(0x00100020, "LO", "AB").ToFile(), new EditOptions(), out IReadOnlyList<DicomElementChange> changes, out _,
            DatasetChange.Set("PatientID", "x"), DatasetChange.Set("PatientID", "CD"), DatasetChange.Remove("PatientName"), DatasetChange.Set("Rows", 5));
        Assert.Equal([("PatientID", ChangeKind.Set, "AB", "CD"), ("PatientName", ChangeKind.Remove, "Doe", null), ("Rows", ChangeKind.Set, null, "5")], changes.Select(change => (change.TagPath, change.Action, change.OldValue, change.NewValue)));
        Assert.Equal("Set PatientID", changes[0].ToString());
    }

    private static DicomDataset Set(DatasetBuilder before, EditOptions options, params DatasetChange[] changes) =>
        DicomFile.Open(Rewriting.Apply(before.ToFile(), options, changes)).Dataset;
}
