using System.Text.Json;

namespace PSDicom.Cli.Tests;

public class FramesTests
{
    [Fact]
    public void The_table_has_a_line_a_file() => Assert.Equal(
        """
        Frames  Found      Rows  Columns  Bits  Photometric      Modality  Transfer syntax             Path
             1  Single       64       64    12  MONOCHROME2      CT        Explicit VR Little Endian   samples/ct/slice-1.dcm
             1  Single       64       64    12  MONOCHROME2      CT        Explicit VR Little Endian   samples/ct/slice-2.dcm
             8  Declared     64       64     8  MONOCHROME2      MR        Explicit VR Little Endian   samples/mr/cine.dcm
             0  None                                             SR        Explicit VR Little Endian   samples/sr/report.dcm
             1  Single       96      128     8  RGB              US        Explicit VR Little Endian   samples/us/color.dcm

        """,
        Psdicom.Run("frames", "--recurse", "samples").Output.Replace('\\', '/'));

    [Fact]
    public void Json_has_a_line_a_file()
    {
        Psdicom.Outcome outcome = Psdicom.Run("frames", "--json", "samples/mr/cine.dcm", "samples/sr/report.dcm");
        Assert.Equal(
            """
            {"path":"samples/mr/cine.dcm","frameCount":8,"source":"Declared","numberOfFrames":8,"rows":64,"columns":64,
            "samplesPerPixel":1,"bitsAllocated":8,"bitsStored":8,"photometricInterpretation":"MONOCHROME2",
            "transferSyntax":"Explicit VR Little Endian","transferSyntaxUID":"1.2.840.10008.1.2.1","modality":"MR","warning":null}
            """.ReplaceLineEndings(""),
            outcome.Lines[0]);
        Assert.Equal(JsonValueKind.Null, outcome.Objects[1].GetProperty("rows").ValueKind);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public void There_is_no_heading_without_a_file() => Assert.Equal("", Psdicom.Run("frames", "no such file").Output);
}
