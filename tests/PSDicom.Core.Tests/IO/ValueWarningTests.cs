using PSDicom.Frames;
using PSDicom.Text;

namespace PSDicom.Core.Tests.IO;

/// <summary>Faulty values have one warning for each kind, which does not contain them.</summary>
public class ValueWarningTests
{
    private const uint Charset = 0x0008_0005;
    private const uint PatientName = 0x0010_0010;
    private const uint PatientComments = 0x0010_4000;
    private const uint Items = 0x0008_1140;

    [Fact]
    public void Many_alike_have_one_warning_at_the_first_of_them()
    {
        DatasetBuilder item = new DatasetBuilder().With(PatientName, "PN", "J\u00F6rg");
        DicomFile file = DicomFile.Open(new DatasetBuilder().With(Charset, "CS", "ISO_IR 192").WithSequence(Items, new DatasetBuilder(), item, item)
            .With(PatientName, "PN", "M\u00FCller^Secret").ToFile());
        DicomWarning warning = Assert.Single(file.Warnings);
        Assert.Equal("ReferencedImageSequence[1].PatientName", warning.TagPath);
        Assert.Equal(file.Dataset[new DicomTag(Items)]!.Items[1]["PatientName"]!.Offset, warning.Offset);
        Assert.StartsWith("The value of (0010,0010) is not valid in the declared character set 'ISO_IR 192';", warning.Message, StringComparison.Ordinal);
        Assert.Contains("applies to 2 more values", warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ller", warning.Message, StringComparison.Ordinal);
        Assert.Equal("Müller^Secret", file.Dataset["PatientName"]!.Value);
    }

    [Fact]
    public void Each_kind_has_its_own_warning()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder().With(Charset, "CS", "ISO_IR 100")
            .With(PatientName, "PN", "\u0093M\u0094").With(PatientComments, "LT", "M\u00C3\u00BCller").With(0x0018_0050, "DS", "1,5")
            .WithHeader(0x0028_0010, "US", 1).WithBytes(1).ToFile());
        Assert.Equal(
            ["(0010,0010)", "(0010,4000)", "(0018,0050)", "(0028,0010)"],
            file.Warnings.Select(warning => warning.Message["The value of ".Length..][..11]));
    }

    [Fact]
    public void Items_with_a_character_set_of_their_own_are_held_against_that()
    {
        DatasetBuilder utf8 = new DatasetBuilder().With(Charset, "CS", "ISO_IR 192").WithValue(PatientName, "PN", "Müller"u8.ToArray());
        DatasetBuilder latin = new DatasetBuilder().With(Charset, "CS", "ISO_IR 100").With(PatientName, "PN", "M\u00FCller");
        Assert.Empty(DicomFile.Open(new DatasetBuilder().With(Charset, "CS", "ISO_IR 144").WithSequence(Items, utf8, latin)
            .With(PatientName, "PN", "\u00B8\u00D2\u00D0\u00DD").ToFile()).Warnings);
        DatasetBuilder wrongItem = new DatasetBuilder().With(Charset, "CS", "ISO_IR 192").With(PatientName, "PN", "M\u00FCller");
        DicomFile wrong = DicomFile.Open(new DatasetBuilder().With(Charset, "CS", "ISO_IR 100").WithSequence(Items, utf8, wrongItem).ToFile());
        Assert.Equal("ReferencedImageSequence[1].PatientName", Assert.Single(wrong.Warnings).TagPath);
    }

    [Fact]
    public void A_late_character_set_applies() =>
        Assert.Empty(DicomFile.Open(new DatasetBuilder().WithValue(PatientName, "PN", "Müller"u8.ToArray()).With(Charset, "CS", "ISO_IR 192").ToFile()).Warnings);

    [Fact]
    public void Long_text_that_stays_in_the_file_is_looked_at_too()
    {
        string text = new string('a', 20_000) + "\u00E9!";
        DicomFile file = DicomFile.Open(new DatasetBuilder().With(Charset, "CS", "ISO_IR 192").With(0x0040_A160, "UT", text).ToFile());
        Assert.Equal(text, file.Dataset["TextValue"]!.Value);
        Assert.Contains("ISO_IR 192", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "DS", "1.5\\2.5")]
    [InlineData(null, "LO", "1,000, and more")]
    [InlineData(null, "PN", "Mueller^Joerg")]
    [InlineData("ISO_IR 100", "PN", "M\u00FCller^J\u00F6rg")]
    [InlineData("ISO_IR 192", "PN", "M\u00C3\u00BCller^J\u00C3\u00B6rg")]
    [InlineData("ISO_IR 144", "LT", "\u00BB\u00EE\u00DAce\u00DC\u00D1yp\u00D3")]
    [InlineData("GB18030", "LO", "\u00CD\u00F5^\u00D0\u00A1\u00B6\u00AB")]
    [InlineData("ISO_IR 192\\", "LO", "\u00E7\u008E\u008B")]
    [InlineData("\\ISO 2022 IR 149", "PN", "\u001B$)C\u00FB\u00F3^\u001B$)C\u00D1\u00CE\u00D4\u00D7")]
    [InlineData("\\ISO 2022 IR 87", "PN", "Yamada^Tarou=\u001B$B;3ED\u001B(B^\u001B$BB@O:\u001B(B")]
    [InlineData(null, "US", "12")]
    [InlineData(null, "FD", "\0\0\0\0\0\0\0\0")]
    public void A_file_that_is_right_has_none(string? charset, string vr, string text)
    {
        var dataset = new DatasetBuilder();
        if (charset is not null) dataset.With(Charset, "CS", charset);
        Assert.Empty(DicomFile.Open(dataset.With(0x0009_0010, "LO", "A CREATOR").With(0x0009_1001, vr, text).ToFile()).Warnings);
    }

    [Fact]
    public void A_named_character_set_replaces_the_declared_one()
    {
        byte[] bytes = new DatasetBuilder().With(Charset, "CS", "ISO_IR 192").With(PatientName, "PN", "M\u00FCller").ToFile();
        DicomFile file = DicomFile.Open(bytes, new DicomReadOptions { CharacterSet = CharacterSet.FromName("ISO_IR 100") });
        Assert.Equal("Müller", file.Dataset["PatientName"]!.Value);
        Assert.Empty(file.Warnings);
    }

    [Fact]
    public void An_unknown_character_set_has_one_warning()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder().With(Charset, "CS", "ISO_IR 999").With(PatientName, "PN", "M\u00FCller").ToFile());
        Assert.Contains("ISO_IR 999", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_is_not_why_a_file_has_no_pixel_data()
    {
        using var file = new TemporaryFile(new DatasetBuilder().With(Charset, "CS", "ISO_IR 192").With(PatientName, "PN", "M\u00FCller").ToFile());
        DicomException exception = Assert.Throws<DicomException>(() => FrameFile.Open(file.Path, CancellationToken.None));
        Assert.DoesNotContain("character set", exception.Message, StringComparison.Ordinal);
    }
}
