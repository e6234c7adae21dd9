using System.Reflection;
using PSDicom.Codecs;

namespace PSDicom.Core.Tests.Dictionary;

public class DicomTransferSyntaxTests
{
    private const string Standard = "1.2.840.10008.1.2";
    private const string GEPrivate = "1.2.840.113619.5.2";

    [Fact]
    public void Every_row_is_found_with_its_properties_and_name()
    {
        List<string[]> rows = TableRows.Read("transfer-syntaxes.tsv");
        string[] flags = ["", "Y"];
        foreach (string[] row in rows)
        {
            DicomTransferSyntax? syntax = DicomTransferSyntax.Find(row[0]);
            Assert.NotNull(syntax);
            bool[] properties =
            [
                syntax.IsExplicitVR, syntax.IsBigEndian, syntax.IsBigEndianPixelData,
                syntax.IsDeflated, syntax.IsEncapsulated, syntax.IsLossy,
            ];
            string[] read =
                [syntax.UID, .. properties.Select(property => flags[property ? 1 : 0]), syntax.Codec ?? "", flags[syntax.IsCombined ? 1 : 0]];
            Assert.Equal(row, read);
            Assert.Same(syntax, DicomTransferSyntax.Find(row[0] + "\0"));
            Assert.Equal(syntax.Name, syntax.ToString());
        }
    }

    [Fact]
    public void Known_identifiers_are_those_of_the_table()
    {
        FieldInfo[] known = typeof(DicomTransferSyntax).GetFields(BindingFlags.NonPublic | BindingFlags.Static).Where(field => field.IsLiteral).ToArray();
        Assert.NotEmpty(known);
        foreach (FieldInfo field in known)
            Assert.Equal(field.Name, DicomTransferSyntax.Find((string)field.GetRawConstantValue()!)?.Keyword + "UID");
    }

    [Fact]
    public void Every_codec_of_the_table_is_registered_or_video()
    {
        byte[] nothing = new byte[16];
        foreach (string[] row in TableRows.Read("transfer-syntaxes.tsv").Where(row => row[7] is not ("" or "Video")))
            Assert.NotNull(CodecRegistry.Find(DicomTransferSyntax.Find(row[0])!, nothing));
    }

    [Fact]
    public void Table_has_every_transfer_syntax_among_the_identifiers() => Assert.Equal(
        TableRows.Read("uids.tsv").Where(row => row[3] == "Transfer Syntax").Select(row => (row[0], row[1], row[2], row[4])),
        TableRows.Read("transfer-syntaxes.tsv").Select(row => DicomTransferSyntax.Find(row[0])!)
            .Select(syntax => (syntax.UID, syntax.Keyword, syntax.Name, syntax.IsRetired ? "Y" : "")));

    [Theory]
    [InlineData(Standard, "implicit little")]
    [InlineData(Standard + ".1", "explicit little")]
    [InlineData(Standard + ".2", "explicit big")]
    [InlineData(Standard + ".1.99", "explicit little deflated")]
    [InlineData(Standard + ".1.98", "explicit little encapsulated")]
    [InlineData(Standard + ".8.1", "explicit little encapsulated")]
    [InlineData(Standard + ".5", "explicit little encapsulated")]
    [InlineData(Standard + ".4.50", "explicit little encapsulated lossy")]
    [InlineData(Standard + ".4.51", "explicit little encapsulated lossy")]
    [InlineData(Standard + ".4.57", "explicit little encapsulated")]
    [InlineData(Standard + ".4.70", "explicit little encapsulated")]
    [InlineData(Standard + ".4.80", "explicit little encapsulated")]
    [InlineData(Standard + ".4.81", "explicit little encapsulated lossy")]
    [InlineData(Standard + ".4.90", "explicit little encapsulated")]
    [InlineData(Standard + ".4.91", "explicit little encapsulated lossy")]
    [InlineData(Standard + ".4.94", "explicit little lossy")]
    [InlineData(Standard + ".4.95", "explicit little deflated lossy")]
    [InlineData(Standard + ".4.100", "explicit little encapsulated lossy")]
    [InlineData(Standard + ".4.106.1", "explicit little encapsulated lossy")]
    [InlineData(Standard + ".4.108", "explicit little encapsulated lossy")]
    [InlineData(Standard + ".4.110", "explicit little encapsulated")]
    [InlineData(Standard + ".4.112", "explicit little encapsulated lossy")]
    [InlineData(Standard + ".4.201", "explicit little encapsulated")]
    [InlineData(Standard + ".4.202", "explicit little encapsulated")]
    [InlineData(Standard + ".4.203", "explicit little encapsulated lossy")]
    [InlineData(Standard + ".7.1", "explicit little")]
    [InlineData("1.2.840.10008.1.20", "implicit little")]
    [InlineData(GEPrivate, "implicit little")]
    public void Properties_are_the_standards(string uid, string properties)
    {
        DicomTransferSyntax syntax = DicomTransferSyntax.Find(uid)!;
        string[] words =
        [
            syntax.IsExplicitVR ? "explicit" : "implicit",
            syntax.IsBigEndian ? "big" : "little",
            syntax.IsDeflated ? "deflated" : "",
            syntax.IsEncapsulated ? "encapsulated" : "",
            syntax.IsLossy ? "lossy" : "",
        ];
        Assert.Equal(properties, string.Join(" ", words.Where(word => word.Length > 0)));
        Assert.Equal(uid is Standard + ".2" or GEPrivate, syntax.IsBigEndianPixelData);
    }

    [Fact]
    public void Common_ones_are_well_known_instances()
    {
        Assert.Same(DicomTransferSyntax.ImplicitVRLittleEndian, DicomTransferSyntax.Find("1.2.840.10008.1.2"));
        Assert.Same(DicomTransferSyntax.ExplicitVRLittleEndian, DicomTransferSyntax.Find("1.2.840.10008.1.2.1"));
        Assert.Same(DicomTransferSyntax.ExplicitVRBigEndian, DicomTransferSyntax.Find("1.2.840.10008.1.2.2"));
        Assert.Same(DicomTransferSyntax.DeflatedExplicitVRLittleEndian, DicomTransferSyntax.Find("1.2.840.10008.1.2.1.99"));
        Assert.Equal("Explicit VR Little Endian", DicomTransferSyntax.ExplicitVRLittleEndian.ToString());
    }

    [Theory]
    [InlineData("1.2.840.10008.1.2.4.999")]
    [InlineData("1.2.840.10008.5.1.4.1.1.2")]
    [InlineData("")]
    [InlineData(null)]
    public void Unknown_one_is_null(string? uid) => Assert.Null(DicomTransferSyntax.Find(uid));
}
