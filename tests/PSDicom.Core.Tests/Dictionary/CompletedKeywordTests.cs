using System.Xml.Linq;

namespace PSDicom.Core.Tests.Dictionary;

/// <summary>The keywords that PowerShell completes after Get-DicomFile are those of the dictionary.</summary>
public class CompletedKeywordTests
{
    private static readonly string[] Keywords = XDocument.Load(Path.Combine(Repository.Folder, "PSDicom", "PSDicom.Keywords.Types.ps1xml"))
        .Descendants("NoteProperty").Select(property => property.Element("Name")!.Value).ToArray();

    [Fact]
    public void Each_is_a_keyword_that_is_not_retired_and_stands_there_once()
    {
        Assert.All(Keywords, keyword =>
        {
            Assert.True(DicomDictionary.TryGet(keyword, out DicomDictionaryEntry? entry), keyword);
            Assert.Equal(keyword, entry.Keyword);
            Assert.False(entry.IsRetired, keyword);
        });
        Assert.Equal(Keywords.Order(StringComparer.Ordinal).Distinct(), Keywords);
    }

    [Fact]
    public void Those_that_everybody_asks_for_are_among_them() => Assert.Superset(
        new HashSet<string>
        {
            "PatientName", "PatientID", "PatientBirthDate", "Modality", "StudyDate", "StudyTime", "StudyDescription", "StudyInstanceUID",
            "SeriesNumber", "SeriesDescription", "SeriesInstanceUID", "InstanceNumber", "SOPInstanceUID", "SOPClassUID", "AccessionNumber",
            "Manufacturer", "ManufacturerModelName", "Rows", "Columns", "NumberOfFrames", "PixelSpacing", "SliceThickness", "SliceLocation",
            "BodyPartExamined", "KVP", "TransferSyntaxUID", "PhotometricInterpretation", "InstitutionName",
        },
        Keywords.ToHashSet());
}
