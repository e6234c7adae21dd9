using PSDicom.IO;
using PSDicom.Validation;
using PSDicom.Validation.Modules;

namespace PSDicom.Core.Tests.Validation;

/// <summary>The attributes that SOP classes require.</summary>
public sealed class ModuleTests
{
    public static TheoryData<string> Objects => [.. ValidObjects.Names];

    private static IReadOnlyList<DicomFinding> Test(byte[] bytes)
    {
        using var file = new TemporaryFile(bytes);
        using var open = new OpenFile(file.Path);
        var findings = new FindingList(file.Path);
        new ModuleCheck().Check(new CheckedFile(open.ReadHeader(new DicomReadOptions(), default), open), findings, default);
        return findings.ToFindings();
    }

    private static IEnumerable<(string Id, string? TagPath)> Kinds(ObjectBuilder builder) => Test(builder.ToFile()).Select(finding => (finding.Id, finding.TagPath));

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_valid_object_has_no_findings(string name)
    {
        Assert.Equal([], Test(ValidObjects.Of(name).ToFile()).Select(finding => finding.Message));
    }
}
