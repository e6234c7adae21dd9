using PSDicom.Validation;

namespace PSDicom.Core.Tests.Validation;

/// <summary>Findings never tell who the patient is, whatever is wrong and wherever the name got to.</summary>
public class FindingPrivacyTests
{
    private const string Mark = "ZEBEDEE";

    private static readonly DicomTestOptions All = new() { Levels = [DicomTestLevel.Pixels, DicomTestLevel.Module], IsStrict = true };

    public static TheoryData<string> Values => new()
    {
        Mark, Mark.ToLowerInvariant(), $"{Mark}^{Mark}^^^^^^=", $"{Mark}\u00FC", $"{Mark}\u0007", $@"{Mark}\{Mark}\{Mark}", $"1.2.{Mark}", new string('9', 70) + Mark, $"19700101{Mark}", $"{Mark}\0",
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_name_in_any_attribute_is_in_no_finding(string value)
    {
        foreach (string keyword in DicomDictionary.Keywords)
        {
            Assert.True(DicomDictionary.TryGet(keyword, out DicomDictionaryEntry? entry));

            // An unknown character set is named, if it is a code (QuotedText).
            if (entry.Tag == DicomTag.SpecificCharacterSet || entry.VR.Kind == DicomVRKind.Sequence || entry.Tag.Group <= 2 || entry.Tag == DicomTag.PixelData) continue;
            SampleFile file = SampleFile.Image().Set(entry.Tag.Value, entry.VR.Code, value).Put(0x0008_1140, elements => elements.WithSequence(
                0x0008_1140, new DatasetBuilder().With(entry.Tag.Value, entry.VR.Kind == DicomVRKind.Text ? entry.VR.Code : "UN", value)));

            CheckFindings(file.ToBytes(), keyword);
        }
    }

    [Fact]
    public void A_name_that_a_wrong_length_moves_is_in_no_finding()
    {
        byte[] file = SampleFile.Image().Set(0x0010_0010, "PN", $"{Mark}^{Mark}").Set(0x0008_0060, "CS", Mark).Set(0x0008_1030, "LO", Mark + Mark)
            .Put(0x0040_0275, elements => elements.WithUndefinedLengthSequence(0x0040_0275, new DatasetBuilder().With(0x0010_0010, "PN", Mark).With(0x0040_0007, "LO", Mark))).ToBytes();

        for (int i = 132; i < file.Length; i++)
        {
            byte before = file[i];
            foreach (byte wrong in (byte[])[(byte)(before + 2), (byte)(before ^ 0x20), 0xFF])
            {
                file[i] = wrong;
                CheckFindings([.. file], $"byte {i}");
            }

            file[i] = before;
        }
    }

    private static void CheckFindings(byte[] file, string where)
    {
        foreach (DicomFinding finding in FileTester.Test(file, All).GetFindings())
        {
            string shown = $"{finding.Message} {finding.Value} {finding.TagPath}";
            Assert.False(shown.IndexOf(Mark, StringComparison.OrdinalIgnoreCase) >= 0, $"{where}: {shown}");
        }
    }
}
