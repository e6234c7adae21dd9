using PSDicom.Operations.Targets;

namespace PSDicom.Core.Tests.Operations.Targets;

public class NameTemplateTests
{
    private static readonly string Separator = Path.DirectorySeparatorChar.ToString();

    [Theory]
    [InlineData("{PatientID}", "P1.png")]
    [InlineData("{patientid}", "P1.png")]
    [InlineData("{(0010,0020)}", "P1.png")]
    [InlineData("{00100020}_{Modality}", "P1_CT.png")]
    [InlineData("{SeriesNumber:0000}/{InstanceNumber:000}_{Frame:0}", "0007/012_3.png")]
    [InlineData(@"a\b/c", "a/b/c.png")]
    [InlineData("{StudyDate}", "20240229.png")]
    [InlineData("{StudyDate:yyyy-MM}", "2024-02.png")]
    [InlineData("{StudyTime:HHmm}", "1530.png")]
    [InlineData("{AcquisitionDateTime:yyyyMMdd HHmm}", "20240229 1530.png")]
    [InlineData("{SliceThickness:0.00}", "2.50.png")]
    [InlineData("{AccessionNumber:00000}", "00042.png")]
    [InlineData("{PatientName:00000}", "Doe^Jane.png")]
    [InlineData("{{{PatientID}}}", "{P1}.png")]
    [InlineData("{BaseName}", "1.2.840.10008.png")]
    [InlineData("{Folder}", "study.png")]
    [InlineData("{Frame}", "03.png")]
    [InlineData("{RequestAttributesSequence[0].ScheduledProcedureStepID}", "SPS.png")]
    [InlineData("{TransferSyntaxUID}", "1.2.840.10008.1.2.1.png")]
    [InlineData("{PatientID}.png", "P1.png")]
    [InlineData("{PatientID}.PNG", "P1.PNG")]
    [InlineData("{PatientID}.jpg", "P1.jpg.png")]
    [InlineData("{ImageType}", "ORIGINAL_PRIMARY.png")]
    [InlineData("{PixelSpacing:0.0}", "0.5_0.8.png")]
    public void Fields_stand_for_values(string template, string expected) =>
        Assert.Equal(expected.Replace("/", Separator), Expand(template, Header()));

    [Theory]
    [InlineData("{StationName}")]
    [InlineData("{StationName:0000}")]
    [InlineData("{OperatorsName}")]
    [InlineData("{RequestAttributesSequence[5].ScheduledProcedureStepID}")]
    public void What_is_missing_or_empty_is_Unknown(string template) =>
        Assert.Equal("Unknown.png", Expand(template, Header().WithEmpty(0x0008_1070, "PN")));

    [Theory]
    [InlineData(@"..\..\evil", @".._.._evil")]
    [InlineData("../../evil", ".._.._evil")]
    [InlineData("/etc/passwd", "_etc_passwd")]
    [InlineData(@"C:\Windows", "C__Windows")]
    [InlineData("..", "Unknown")]
    [InlineData(".", "Unknown")]
    [InlineData("...   ", "Unknown")]
    [InlineData("", "Unknown")]
    [InlineData("   ", "Unknown")]
    [InlineData(@"\\?\C:\x", "____C__x")]
    [InlineData(@"\\.\PhysicalDrive0", "__._PhysicalDrive0")]
    [InlineData(@"\??\C:\x", "____C__x")]
    [InlineData("picture.png:hidden", "picture.png_hidden")]
    [InlineData("x::$DATA", "x__$DATA")]
    [InlineData("~/x", "~_x")]
    [InlineData("CON", "_CON")]
    [InlineData("CON:", "CON_")]
    [InlineData("aux.", "_aux")]
    [InlineData("com1.dcm", "_com1.dcm")]
    [InlineData("COM\u00B9", "_COM\u00B9")]
    [InlineData("CONIN$", "_CONIN$")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("NUL .x", "_NUL .x")]
    [InlineData("LPT9", "_LPT9")]
    [InlineData("CONSOLE", "CONSOLE")]
    [InlineData("a:b*c?d\"e<f>g|h", "a_b_c_d_e_f_g_h")]
    [InlineData("scan[1]", "scan_1_")]
    [InlineData("trailing. . .", "trailing")]
    [InlineData("a\u0001b\u001Bc", "a_b_c")]
    public void Values_make_names_and_nothing_else(string value, string expected)
    {
        DatasetBuilder header = new DatasetBuilder().With(0x0010_0020, "LO", value);
        Assert.Equal(expected + ".png", Expand("{PatientID}", header));
        Assert.Equal(expected + Separator + "x.png", Expand("{PatientID}/x", header));
    }

    [Theory]
    [InlineData(true, "1.2.3_x.png")]
    [InlineData(false, "1.2.3_x.png")]
    public void A_length_that_includes_other_elements_does_not_put_them_into_names(bool isExplicit, string expected)
    {
        // The value ends within the name of the patient.
        DatasetBuilder header = new DatasetBuilder(isExplicit).WithHeader(0x0008_0018, "UI", 28).WithBytes("1.2.3\0"u8.ToArray()).With(0x0010_0010, "PN", "Doe^Jane").With(0x0010_0020, "LO", "4711");
        Assert.Equal(expected, Expand("{SOPInstanceUID}_x", header));
    }

    [Fact]
    public void Characters_that_turn_text_around_do_not_stay() =>
        Assert.Equal("gnp_exe", SafeFileName.Clean("gnp\u202Eexe"));

    [Theory]
    [InlineData("a\u2215b\u2044c\uFF0Fd\u29F8e", "a_b_c_d_e")]
    [InlineData("a\u2216b\uFF3Cc\uFE68d\u29F5e", "a_b_c_d_e")]
    [InlineData("C\uFF1Ax\u2236y\uA789z\uFE55", "C_x_y_z_")]
    [InlineData("\u2025", "_")]
    [InlineData("\u2024\u2024\uFF0F\uFF0E\uFF0E\uFF0Fx\u2026", "______x_")]
    [InlineData("a\u200Eb\u200Fc\u2066d\u2069e\u202Af\uFEFFg\u00ADh", "a_b_c_d_e_f_g_h")]
    [InlineData("a\u2028b\u2029c\u0085d\u007Fe\u0000f", "a_b_c_d_e_f")]
    public void Characters_that_only_look_harmless_do_not_stay(string value, string expected) =>
        Assert.Equal(expected, SafeFileName.Clean(value));

    [Fact]
    public void Half_a_character_does_not_stay()
    {
        Assert.Equal("a_b", SafeFileName.Clean("a\uD83Db"));
        Assert.Equal("a\uD83D\uDE00b", SafeFileName.Clean("a\uD83D\uDE00b"));
    }

    [Theory]
    [InlineData(299)]
    [InlineData(20_000)]
    public void Long_names_are_cut_and_stay_different(int length)
    {
        string one = Expand("{PatientID}", Long('a')), other = Expand("{PatientID}", Long('b'));
        Assert.Equal(SafeFileName.MaxLength + ".png".Length, one.Length);
        Assert.StartsWith(new string('x', 100), one);
        Assert.NotEqual(one, other);
        Assert.Equal(one, Expand("{PatientID}", Long('a')));

        DatasetBuilder Long(char last) => new DatasetBuilder().With(0x0010_0020, "LO", new string('x', length) + last);
    }

    [Fact]
    public void What_is_remembered_of_a_file_with_a_long_value_is_not_taken_for_another()
    {
        NameTemplate template = NameTemplate.Parse("{PatientID}_{Frame}");
        DicomFile[] files = [.. new[] { 'a', 'b' }.Select(last => DicomFile.Open(new DatasetBuilder().With(0x0010_0020, "LO", new string('x', 20_000) + last).ToFile()))];
        string[] names = [.. new[] { 0, 1, 0, 1 }.Select(index => template.Expand(files[index], 3, 10, [".png"]))];
        Assert.Equal((names[0], names[1]), (names[2], names[3]));
        Assert.NotEqual(names[0], names[1]);
        Assert.NotEqual(names[0], template.Expand(files[0], 4, 10, [".png"]));
    }

    [Fact]
    public void Long_names_of_large_letters_fit_into_255_bytes()
    {
        string name = SafeFileName.Of(string.Concat(Enumerable.Repeat("山\uD83D\uDE00", 60)));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 150, 200);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(name)));
    }

    [Theory]
    [InlineData("", "a name is missing")]
    [InlineData("a//b", "a name is missing")]
    [InlineData("/a", "a name is missing")]
    [InlineData(@"\\server\x", "a name is missing")]
    [InlineData("a/", "a name is missing")]
    [InlineData("../a", "only dots and spaces")]
    [InlineData("a/./b", "only dots and spaces")]
    [InlineData("a/..", "only dots and spaces")]
    [InlineData("C:/a", "':' is not allowed")]
    [InlineData("a*", "'*' is not allowed")]
    [InlineData("{PatientID", "'}' of this field is missing")]
    [InlineData("PatientID}", "has no matching '{'")]
    [InlineData("{}", "the braces need")]
    [InlineData("{:000}", "the braces need")]
    [InlineData("{PatientNam}", "PatientName")]
    [InlineData("{Patient*}", "without wildcards")]
    [InlineData("{PixelData}", "no text value")]
    [InlineData("{RequestAttributesSequence}", "no text value")]
    [InlineData("{InstanceNumber:Z9}", "format 'Z9'")]
    [InlineData("{InstanceNumber:D999999999}", "format 'D999999999'")]
    [InlineData("{InstanceNumber:}", "format ''")]
    [InlineData("{BaseName:000}", "takes no format")]
    public void What_cannot_be_understood_is_told(string template, string expected)
    {
        DicomException exception = Assert.Throws<DicomException>(() => NameTemplate.Parse(template));
        Assert.Equal(DicomErrorReason.InvalidNameTemplate, exception.Reason);
        Assert.Contains(expected, exception.Message);
    }

    [Theory]
    [InlineData("head.dcm", "head")]
    [InlineData("head.DCM", "head")]
    [InlineData("head.v2.dicom", "head.v2")]
    [InlineData("1.2.840.113619.2", "1.2.840.113619.2")]
    [InlineData("IM0001", "IM0001")]
    [InlineData("IM.0001", "IM.0001")]
    [InlineData(".dcm", ".dcm")]
    [InlineData(null, "")]
    public void The_base_name_loses_only_what_is_an_extension(string? name, string expected) =>
        Assert.Equal(expected, SourceName.Base(name));

    private static DatasetBuilder Header() => new DatasetBuilder()
        .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY")
        .With(0x0008_0020, "DA", "20240229")
        .With(0x0008_002A, "DT", "20240229153000")
        .With(0x0008_0030, "TM", "153059.5")
        .With(0x0008_0050, "SH", "42")
        .With(0x0008_0060, "CS", "CT")
        .With(0x0010_0010, "PN", "Doe^Jane")
        .With(0x0010_0020, "LO", "P1")
        .With(0x0018_0050, "DS", "2.5")
        .With(0x0020_0011, "IS", "7")
        .With(0x0020_0013, "IS", "12")
        .With(0x0028_0030, "DS", @"0.5\0.75")
        .WithSequence(0x0040_0275, new DatasetBuilder().With(0x0040_0009, "SH", "SPS"));

    private static string Expand(string template, DatasetBuilder header)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Combine("study", "1.2.840.10008.dcm");
        Directory.CreateDirectory(folder.Combine("study"));
        File.WriteAllBytes(path, header.ToFile());
        return NameTemplate.Parse(template).Expand(DicomFile.Open(path), 3, 10, [".png"]);
    }
}
