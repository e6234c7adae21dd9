using PSDicom.Deidentification.BurnedIn;

namespace PSDicom.Core.Tests.Deidentification.BurnedIn;

public class DeviceRecipeTests
{
    [Fact]
    public void The_known_recipes_have_names_of_their_own()
    {
        Assert.True(DeviceRecipes.All.Count > 100);
        Assert.Equal(DeviceRecipes.All.Count, DeviceRecipes.All.Select(recipe => recipe.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("US", "Philips Medical Systems", "iU22", 768, 1024, "Philips iU22 768", "0,0,1024,75")]
    [InlineData("US", "Philips Medical Systems", "iU22", 700, 1024, null, null)]
    [InlineData("us", "Siemens", "Acuson Antares", 768, 1024, "Siemens Antares", "0,0,1024,60 200,60,20,20 800,65,104,14")]
    [InlineData("MR", "SIEMENS", "ANTARES", 768, 1024, null, null)]
    public void Images_are_recognized_by_all_that_a_recipe_names(string modality, string manufacturer, string model, int rows, int columns, string? name, string? boxes)
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder().With(0x0008_0060, "CS", modality).With(0x0008_0070, "LO", manufacturer).With(0x0008_1090, "LO", model).With(0x0028_0010, "US", rows).With(0x0028_0011, "US", columns).ToFile());
        DeviceRecipe[] found = [.. DeviceRecipes.All.Where(recipe => recipe.Matches(file))];
        if (name is null) Assert.Empty(found);
        else Assert.Equal((name, boxes), (Assert.Single(found).Name, string.Join(" ", found[0].Boxes)));
    }

    [Fact]
    public void Codes_in_sequences_and_the_file_meta_information_count_too()
    {
        DatasetBuilder code = new DatasetBuilder().With(0x0008_0104, "LO", "IEC Body Dosimetry Phantom");
        DicomFile dose = DicomFile.Open(new DatasetBuilder().With(0x0008_0070, "LO", "GE MEDICAL SYSTEMS").WithSequence(0x0018_9346, code).ToFile());
        Assert.Contains("GE CT dose series", DeviceRecipes.All.Where(recipe => recipe.Matches(dose)).Select(recipe => recipe.Name));
        byte[] meta = new DatasetBuilder().With(0x0002_0010, "UI", "1.2.840.10008.1.2.1").With(0x0002_0013, "SH", "MINDRAY 1").ToBytes();
        DicomFile ultrasound = DicomFile.Open((byte[])[.. DatasetBuilder.Preamble(), .. meta, .. new DatasetBuilder().With(0x0008_0060, "CS", "US").ToBytes()]);
        Assert.Equal(["Mindray"], DeviceRecipes.All.Where(recipe => recipe.Matches(ultrasound)).Select(recipe => recipe.Name));
    }
}
