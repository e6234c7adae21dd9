using PSDicom.Validation;

namespace PSDicom.Core.Tests.Corpus;

/// <summary>Damaged files have a finding that names their damage; files of all vendors are tested without an exception.</summary>
public class FindingTests
{
    private static readonly DicomTestOptions All = new() { Levels = [DicomTestLevel.Pixels], IsStrict = true };

    [SkippableTheory]
    [InlineData("at-of-three-bytes", "ValueByteLength", "OddLength")]
    [InlineData("big-endian-meta", "FileMetaEncoding")]
    [InlineData("big-endian-said-little-endian", "TransferSyntaxWrong")]
    [InlineData("called-deflated-is-implicit", "TransferSyntaxWrong")]
    [InlineData("character-set-unknown", "CharacterSetUnknown")]
    [InlineData("cut-in-a-header", "Truncated")]
    [InlineData("damaged-second-frame-in-two-fragments", "FrameUndecodable")]
    [InlineData("damaged-second-rle-frame-in-two-fragments", "FrameUndecodable")]
    [InlineData("decimal-strings", "DecimalComma", "ValueForm")]
    [InlineData("deflated-cut-between-elements", "Truncated")]
    [InlineData("delimiter-behind-private-sequence", "DelimiterUnexpected")]
    [InlineData("eight-zeros-between-elements", "ZeroBytes")]
    [InlineData("element-twice", "DuplicateElement")]
    [InlineData("elements-out-of-order", "TagOrder")]
    [InlineData("empty-file", "EmptyFile")]
    [InlineData("empty-last-frame-no-table", "FrameEmpty")]
    [InlineData("empty-second-frame-with-table", "FrameEmpty")]
    [InlineData("encapsulated-said-native", "PixelDataEncapsulation")]
    [InlineData("evil-length", "Truncated")]
    [InlineData("item-length-one-element-short", "LengthContradiction")]
    [InlineData("item-length-over-the-delimiter", "DelimiterMissing")]
    [InlineData("item-length-short-leaks-patient-id", "LengthContradiction")]
    [InlineData("meta-group-length-too-long", "GroupLengthWrong")]
    [InlineData("meta-group-length-too-short", "GroupLengthWrong")]
    [InlineData("meta-without-data-set", "Truncated")]
    [InlineData("no-character-set-utf8", "CharacterSetMissing")]
    [InlineData("no-offset-table-item", "OffsetTableMissing")]
    [InlineData("odd-frames-padded-one-by-one", "PixelDataLong")]
    [InlineData("prefix-without-meta", "FileMetaMissing")]
    [InlineData("rgb-label-on-jpeg-420", "CodestreamColor")]
    [InlineData("second-meta-is-implicit", "TransferSyntaxWrong", "DuplicateElement")]
    [InlineData("sequence-length-covers-next-elements", "LengthContradiction")]
    [InlineData("sequence-length-too-short", "LengthContradiction")]
    [InlineData("short-length-ur", "LengthTooShort")]
    [InlineData("short-zeros-behind-pixel-data", "TrailingZeros")]
    [InlineData("stray-delimiter-leaks-patient-id", "DelimiterUnexpected")]
    [InlineData("ul-of-ten-bytes", "ValueByteLength")]
    [InlineData("undefined-length-text-without-delimiter", "DelimiterMissing")]
    [InlineData("undefined-length-ut-with-items", "ItemsUnexpected")]
    [InlineData("undefined-sequence-without-delimiter", "DelimiterMissing")]
    [InlineData("un-sequence-with-explicit-item", "MixedEncoding")]
    [InlineData("us-of-one-byte", "ValueByteLength")]
    [InlineData("utf8-declared-latin1-written", "CharacterSetWrong")]
    [InlineData("zero-tail-after-700", "ZeroFilledEnd")]
    [InlineData("zero-tail-after-1200", "ZeroFilledEnd")]
    [InlineData("zero-vr", "VRUnknown")]
    [InlineData("zeros-between-elements", "ZeroBytes")]
    public void A_damaged_file_has_a_finding_that_names_the_damage(string name, params string[] ids)
    {
        string path = Path.Combine(CorpusFolder.Require(), "cases", "files", name + ".dcm");
        Skip.IfNot(File.Exists(path), "The cases are not there: ../shared/cases beside the repository.");

        DicomTestResult result = FileTester.Test(path, All);

        Assert.All(ids, id => Assert.Contains(id, result.Ids));
    }

    [SkippableFact]
    public void Every_file_can_be_tested()
    {
        foreach (string relative in CorpusFolder.RelativePaths())
        {
            DicomTestResult result = FileTester.Test(Path.Combine(CorpusFolder.Files, relative), DicomTestOptions.Default);

            Assert.True(result.GetFindings().Count <= FindingRules.All.Count * (DicomLimits.MaxFindingsOfKind + 1), relative);
            Assert.Equal(result.IsValid, result.GetFindings().All(finding => finding.Severity != DicomFindingSeverity.Error));
        }
    }
}
