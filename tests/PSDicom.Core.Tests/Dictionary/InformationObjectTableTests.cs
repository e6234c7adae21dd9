using PSDicom.Dictionary;
using PSDicom.Validation.Modules;

namespace PSDicom.Core.Tests.Dictionary;

/// <summary>The tables of SOP classes, objects and modules fit together.</summary>
public class InformationObjectTableTests
{
    private static IEnumerable<InformationObject> Objects => TableRows.Read("sop-classes.tsv").Select(row => InformationObjectTable.Instance.Find(row[0])!);

    [Fact]
    public void Each_class_has_an_object_with_modules()
    {
        Assert.Equal(175, Objects.Count());
        Assert.All(Objects, kind => Assert.Contains(kind.Modules, use => use.IsMandatory));
        Assert.All(TableRows.Read("sop-classes.tsv"), row => Assert.True(DicomUID.TryGet(row[0], out _), row[0]));
    }

    [Fact]
    public void Each_module_has_attributes_that_the_dictionary_knows()
    {
        foreach (ModuleUse use in Objects.SelectMany(kind => kind.Modules))
        {
            Assert.NotEmpty(use.Module.Attributes);
            Assert.All(use.Module.Attributes, attribute => Assert.True(DicomDictionary.TryGet(attribute.Tag, out _), $"{use.Module.Name} {attribute.Tag}"));
        }
    }

    [Fact]
    public void Each_condition_names_attributes_that_the_dictionary_knows()
    {
        string[] conditions = [.. TableRows.Read("module-attributes.tsv").Select(row => row[3]).Where(text => text.Length > 0 && text != "overrides")];
        Assert.NotEmpty(conditions);
        Assert.All(conditions, text => Assert.DoesNotMatch(@"\([0-9A-F]{4},[0-9A-F]{4}\)", AttributeCondition.Parse(text).ToString()));
    }

    [Fact]
    public void A_CT_image_has_its_modules()
    {
        InformationObject kind = InformationObjectTable.Instance.Find("1.2.840.10008.5.1.4.1.1.2")!;
        Assert.Equal("CT Image", kind.Name);
        ModuleUse image = Assert.Single(kind.Modules, use => use.Module.Name == "CT Image");
        Assert.True(image.IsMandatory);
        ModuleAttribute slope = Assert.Single(image.Module.Attributes, attribute => attribute.Tag == DicomTag.RescaleSlope);
        Assert.Equal((AttributeType.Type1, false, null, true), (slope.Type, slope.IsConditional, slope.Condition, slope.IsJudged));
        ModuleUse contrast = Assert.Single(kind.Modules, use => use.Module.Name == "Contrast/Bolus");
        Assert.False(contrast.IsMandatory);
        Assert.Null(InformationObjectTable.Instance.Find("1.2.3"));
    }
}
