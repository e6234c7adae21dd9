using PSDicom.Cli.Output;
using PSDicom.Operations.Tags;

namespace PSDicom.Cli.Tests;

public class TagsTableTests
{
    [Fact]
    public void Named_tags_of_all_samples()
    {
        Psdicom.Outcome outcome = Psdicom.Run("tags", "--recurse", "--tag", "PatientName", "--tag", "Modality", "samples");
        Assert.Equal(
            """
            samples/ct/slice-1.dcm
              (0010,0010) PN PatientName  Phantom^Wässerchen
              (0008,0060) CS Modality     CT

            samples/ct/slice-2.dcm
              (0010,0010) PN PatientName  Phantom^Wässerchen
              (0008,0060) CS Modality     CT

            samples/mr/cine.dcm
              (0010,0010) PN PatientName  Sample^Heart
              (0008,0060) CS Modality     MR

            samples/sr/report.dcm
              (0010,0010) PN PatientName  Yamada^Tarou=山田^太郎=やまだ^たろう
              (0008,0060) CS Modality     SR

            samples/us/color.dcm
              (0010,0010) PN PatientName  Sample^Flow^^Dr.
              (0008,0060) CS Modality     US


            """,
            outcome.Output.Replace('\\', '/'));
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public void Nested_elements_are_indented_under_their_item()
    {
        Psdicom.Outcome outcome = Psdicom.Run(
            "tags", "--nested", "--tag", "MeasuredValueSequence", "--tag", "NumericValue", "samples/sr/report.dcm");
        Assert.Equal(
            """
            samples/sr/report.dcm
              ContentSequence[2]
                (0040,A300) SQ MeasuredValueSequence  <1 item>
                ContentSequence[2].MeasuredValueSequence[0]
                  (0040,A30A) DS NumericValue         12.5


            """,
            outcome.Output);
    }

    [Fact]
    public void The_whole_of_a_file_has_each_item_once()
    {
        string[] lines = Psdicom.Run("tags", "--nested", "samples/sr/report.dcm").Lines;
        Assert.Equal("samples/sr/report.dcm", lines[0]);
        Assert.Single(lines, line => line == "  ContentSequence[2]");
        Assert.Contains("      (0040,A30A) DS NumericValue                          12.5", lines);
        Assert.Contains("  (0008,0090) PN ReferringPhysicianName", lines);

        // A line break in the value is not one in the output.
        Assert.Contains(lines, line => line.EndsWith("this patient is made up.  So is the device.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_without_the_tag_is_listed_only_with_include_missing()
    {
        Assert.Equal("", Psdicom.Run("tags", "--tag", "Rows", "samples/sr/report.dcm").Output);
        Assert.Equal(
            "samples/sr/report.dcm\n  (0028,0010) US Rows  (missing)\n\n",
            Psdicom.Run("tags", "--include-missing", "--tag", "Rows", "samples/sr/report.dcm").Output);
    }

    [Fact]
    public void A_value_is_cut_to_the_terminal_and_has_no_control_characters()
    {
        byte[] file = new DatasetBuilder()
            .With(0x0008_103E, "LO", "\u001B[31mred")
            .With(0x0010_0010, "PN", "Abcdefghijklmnopqrstuvwxyz^Abcdefghijklmnopqrstuvwxyz")
            .ToFile();
        IReadOnlyList<DicomTagValue> rows = TagReader.Read(DicomFile.Open(file), new TagReadOptions());
        byte[] bytes = [.. new TagTableWriter(70).Write("odd\nname", rows, default).SelectMany(piece => piece.ToArray())];
        string[] lines = System.Text.Encoding.UTF8.GetString(bytes).Split('\n');

        Assert.Equal("odd<U+000A>name", lines[0]);
        Assert.Contains("  (0008,103E) LO SeriesDescription               <U+001B>[31mred", lines);
        string cut = Assert.Single(lines, line => line.Contains("PatientName"));
        Assert.Equal(70, cut.Length);
        Assert.EndsWith(" Abcdefghijklmnopqrst…", cut);
    }
}
