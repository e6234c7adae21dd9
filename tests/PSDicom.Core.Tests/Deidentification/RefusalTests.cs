using System.Text;
using PSDicom.Deidentification;

namespace PSDicom.Core.Tests.Deidentification;

public class RefusalTests
{
    [Theory]
    [InlineData("1.2.840.10008.1.3.10", DicomErrorReason.DirectoryNotEditable)]
    [InlineData("1.3.12.2.1107.5.9.1", DicomErrorReason.PrivateObjectNotCleaned)]
    [InlineData("1.2.840.10008.5.1.4.1.1.104.1", DicomErrorReason.DocumentNotCleaned)]
    [InlineData("1.2.840.10008.5.1.4.1.1.88.22", DicomErrorReason.StructuredContentNotCleaned)]
    [InlineData("1.2.840.10008.5.1.4.1.1.11.1", DicomErrorReason.GraphicsNotCleaned)]
    public void A_kind_that_the_rules_do_not_clean_is_refused_with_its_own_reason(string sopClass, DicomErrorReason reason)
    {
        byte[] file = Protecting.Start(sopClass).With(0x0010_0010, "PN", "Doe^Jane").ToFile();
        var error = Assert.Throws<DicomException>(() => Protecting.Apply(file));
        Assert.Equal(reason, error.Reason);
        Assert.DoesNotContain("Doe", error.Message);
    }

    [Theory]
    [InlineData("1.2.840.10008.5.1.4.1.1.7", "CT", "", "ORIGINAL", true)]
    [InlineData("1.2.840.10008.5.1.4.1.1.6.1", "US", "NO", "ORIGINAL", true)]
    [InlineData(Protecting.CT, "CT", "YES", "ORIGINAL", true)]
    [InlineData(Protecting.CT, "CT", "", "DERIVED\\SECONDARY", true)]
    [InlineData(Protecting.CT, "CT", "NO", "DERIVED\\SECONDARY", false)]
    [InlineData(Protecting.CT, "CT", "NO", "DERIVED\\PRIMARY\\SCREEN SAVE", true)]
    [InlineData(Protecting.CT, "CT", "", "ORIGINAL\\PRIMARY", false)]
    public void Images_that_may_have_text_are_refused_unless_allowed(string sopClass, string modality, string burnedIn, string type, bool isAtRisk)
    {
        DatasetBuilder dataset = new DatasetBuilder().With(0x0008_0008, "CS", type).With(0x0008_0016, "UI", sopClass).With(0x0008_0018, "UI", "1.2.3.4").With(0x0008_0060, "CS", modality);
        if (burnedIn.Length > 0) dataset.With(0x0028_0301, "CS", burnedIn);
        byte[] file = dataset.WithValue(0x7FE0_0010, "OW", 1, 2).ToFile();
        if (isAtRisk) Assert.Equal(DicomErrorReason.BurnedInPossible, Assert.Throws<DicomException>(() => Protecting.Apply(file)).Reason);
        else Protecting.Apply(file);
        Protecting.Apply(file, new ProtectionRules { AllowsBurnedIn = true }, out ProtectionPlan plan);
        Assert.Equal(isAtRisk ? 1 : 0, plan.Warnings.Count);
    }

    [Fact]
    public void Reports_are_cleaned_by_their_option()
    {
        DatasetBuilder Name(string code) => new DatasetBuilder().With(0x0008_0100, "SH", code).With(0x0008_0102, "SH", "DCM").With(0x0008_0104, "LO", "Concept");
        DatasetBuilder listed = new DatasetBuilder().With(0x0040_A010, "CS", "CONTAINS").With(0x0040_A040, "CS", "TEXT").WithSequence(0x0040_A043, Name("121022")).With(0x0040_A160, "UT", "Secret accession");
        DatasetBuilder text = new DatasetBuilder().With(0x0040_A010, "CS", "CONTAINS").With(0x0040_A040, "CS", "TEXT").WithSequence(0x0040_A043, Name("121999")).With(0x0040_A160, "UT", "Secret finding");
        DatasetBuilder observer = new DatasetBuilder().With(0x0040_A010, "CS", "HAS OBS CONTEXT").With(0x0040_A040, "CS", "PNAME").With(0x0040_A123, "PN", "Secret^Observer");
        byte[] file = Protecting.Start("1.2.840.10008.5.1.4.1.1.88.22").With(0x0040_A040, "CS", "CONTAINER").WithSequence(0x0040_A730, listed, text, observer).ToFile();
        byte[] copy = Protecting.Apply(file, Protecting.Rules(cleaned: Cleaning.StructuredContent));
        Assert.DoesNotContain("Secret", Encoding.ASCII.GetString(copy));
        IReadOnlyList<DicomDataset> items = DicomFile.Open(copy).Dataset[DicomTag.ContentSequence]!.Items;
        Assert.Equal(2, items.Count);
        Assert.Equal("REMOVED", items[0].GetText(DicomTag.TextValue));
        Assert.Equal("Concept", items[0][DicomTag.ConceptNameCodeSequence]!.Items[0].GetText(DicomTag.CodeMeaning));
    }

    [Fact]
    public void Annotations_lose_their_text_by_their_option()
    {
        DatasetBuilder text = new DatasetBuilder().With(0x0070_0006, "ST", "Secret");
        DatasetBuilder both = new DatasetBuilder().WithSequence(0x0070_0008, text).WithSequence(0x0070_0009, new DatasetBuilder().With(0x0070_0020, "US", 2));
        DatasetBuilder textOnly = new DatasetBuilder().WithSequence(0x0070_0008, text);
        byte[] copy = Protecting.Apply(Protecting.Start("1.2.840.10008.5.1.4.1.1.11.1").WithSequence(0x0070_0001, both, textOnly).ToFile(), Protecting.Rules(cleaned: Cleaning.Graphics));
        Assert.DoesNotContain("Secret", Encoding.ASCII.GetString(copy));
        DicomDataset item = Assert.Single(DicomFile.Open(copy).Dataset[new DicomTag(0x0070_0001)]!.Items);
        Assert.Equal([0x0070_0009u], item.Elements.Select(element => element.Tag.Value));
    }
}
