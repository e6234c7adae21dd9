using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Data;
using PSDicom.Query;

namespace PSDicom.Validation.Modules;

/// <summary>
/// Tests whether an object has the attributes that the modules of its SOP class require (PS3.3): types 1 and 2, and 1C and 2C where the
/// object itself answers the condition. Modules that only some objects have count if an attribute that only they have is there.
/// </summary>
internal sealed class ModuleCheck : IFileCheck
{
    private const ushort FirstRepeatingGroup = 0x6000;
    private const ushort LastRepeatingGroup = 0x60FE;

    // Tested in every file.
    private static readonly Dictionary<DicomTag, FindingRule> Identifiers = new()
    {
        [DicomTag.SOPClassUID] = IdentityFindings.SOPClassUIDMissing,
        [DicomTag.SOPInstanceUID] = IdentityFindings.SOPInstanceUIDMissing,
        [DicomTag.StudyInstanceUID] = IdentityFindings.StudyInstanceUIDMissing,
        [DicomTag.SeriesInstanceUID] = IdentityFindings.SeriesInstanceUIDMissing,
    };

    // Tested in every file with pixel data, and pointless in one that lacks them.
    private static readonly HashSet<DicomTag> ImageAttributes =
    [
        DicomTag.SamplesPerPixel, DicomTag.PhotometricInterpretation, DicomTag.Rows, DicomTag.Columns, DicomTag.BitsAllocated, DicomTag.BitsStored,
        DicomTag.HighBit, DicomTag.PixelRepresentation, DicomTag.PlanarConfiguration, DicomTag.PixelData, DicomTag.FloatPixelData,
        DicomTag.DoubleFloatPixelData,
    ];

    /// <inheritdoc/>
    public void Check(CheckedFile file, FindingList findings, CancellationToken cancellation)
    {
        string? sopClass = file.Dataset.GetText(DicomTag.SOPClassUID) ?? file.FileMeta.GetText(DicomTag.MediaStorageSOPClassUID);
        if (sopClass is null || ObjectRules.Of(sopClass) is not { } rules)
        {
            findings.Add(ModuleFindings.UnknownSOPClass, Unknown(sopClass), TagNames.Of(DicomTag.SOPClassUID));
            return;
        }

        var attributes = new ObjectAttributes(file.Dataset);
        bool isImageReported = findings.Has(PixelFindings.PixelFormatIncomplete) || findings.Has(PixelFindings.PixelDataMissing);
        HashSet<DicomTag> reported = isImageReported ? [.. ImageAttributes] : [];
        CheckAll(rules.Mandatory);
        foreach (OptionalModule module in rules.Optional)
        {
            if (module.IsIn(attributes)) CheckAll(module.Required);
        }

        foreach (ushort group in RepeatingGroups(file.Dataset))
        {
            foreach (RequiredAttribute required in rules.Repeating) CheckOne(required, required.Attribute.In(group));
        }

        void CheckAll(IReadOnlyList<RequiredAttribute> all)
        {
            foreach (RequiredAttribute required in all) CheckOne(required, required.Attribute.Tag);
        }

        void CheckOne(RequiredAttribute required, DicomTag tag)
        {
            DicomElement? element = attributes.Find(tag);
            if (element is not null && !(required.NeedsValue && ObjectAttributes.IsEmpty(element))) return;
            if (!required.IsRequiredIn(attributes) || !reported.Add(tag)) return;
            FindingRule rule = RuleOf(required, tag, element);
            if (Identifiers.ContainsKey(tag) && findings.Has(rule)) return;
            findings.Add(rule, Describe(required, tag, element, rules.Name), TagNames.Of(tag), element?.Offset);
        }
    }

    private static FindingRule RuleOf(RequiredAttribute required, DicomTag tag, DicomElement? element)
    {
        if (Identifiers.TryGetValue(tag, out FindingRule? identifier)) return identifier;
        if (required.IsConditional) return ModuleFindings.ConditionalMissing;
        if (!required.NeedsValue) return ModuleFindings.Type2Missing;
        return element is null ? ModuleFindings.Type1Missing : ModuleFindings.Type1Empty;
    }

    private static string Describe(RequiredAttribute required, DicomTag tag, DicomElement? element, string kind)
    {
        string what = element is null ? "is missing" : "has no value";
        string mayBeEmpty = required.NeedsValue ? string.Empty : ", though it may be empty";
        return $"{NameOf(tag)} {what}. In objects of the kind {kind}, the module {required.Module} requires it{mayBeEmpty}{required.Reason}.";
    }

    private static string NameOf(DicomTag tag) => DicomDictionary.TryGet(tag, out DicomDictionaryEntry? entry) ? $"{entry.Name} {tag}" : tag.ToString();

    private static string Unknown(string? sopClass)
    {
        if (sopClass is null) return "There is no SOP Class UID; which attributes must be there was not tested.";
        string name = DicomUID.TryGet(sopClass, out DicomUID? uid) && uid.Name.Length > 0 ? uid.Name : QuotedText.Of(DicomVR.UI, sopClass);
        return $"The attributes of the SOP class {name} are not known; which must be there was not tested.";
    }

    private static IEnumerable<ushort> RepeatingGroups(DicomDataset dataset) => dataset.Elements
        .Select(element => element.Tag.Group)
        .Where(group => group is >= FirstRepeatingGroup and <= LastRepeatingGroup && group % 2 == 0)
        .Distinct();
}
