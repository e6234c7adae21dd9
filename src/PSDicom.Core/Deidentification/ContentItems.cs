using System.Linq;
using PSDicom.Deidentification.Profile;
using PSDicom.Query;

namespace PSDicom.Deidentification;

/// <summary>Decides which items of structured reports and of graphic annotations stay (PS3.15 sections E.3.3 and E.3.4).</summary>
/// <param name="rules">The rules of the run.</param>
/// <param name="dataset">The data set of the file.</param>
internal sealed class ContentItems(ProtectionRules rules, DicomDataset dataset)
{
    private bool? _hasReferences;

    /// <summary>The items of a sequence that stay.</summary>
    public DicomDataset[] Of(DicomElement sequence)
    {
        if (sequence.Tag == DicomTag.GraphicAnnotationSequence) return [.. sequence.Items.Where(item => item.Contains(DicomTag.GraphicObjectSequence))];
        if (!IsContent(sequence.Tag)) return [.. sequence.Items];
        return [.. sequence.Items.Where(item => StructuredContentTable.Find(item, rules) is not (ProfileAction.Remove or ProfileAction.RemoveOrDummy) || HasReferences())];
    }

    /// <summary>Whether the text or the name of a content item stays as it is.</summary>
    public bool Keeps(DicomElement element) =>
        (element.Tag == DicomTag.TextValue || element.Tag == DicomTag.PersonName)
        && element.Dataset.Parent is not null
        && StructuredContentTable.Find(element.Dataset, rules) == ProfileAction.Keep;

    /// <summary>Whether a sequence has content items.</summary>
    public static bool IsContent(DicomTag tag) => tag == DicomTag.ContentSequence || tag == DicomTag.AcquisitionContextSequence;

    // Items that refer to others do so by their number (PS3.3 section C.17.3.2.5), which must not change.
    private bool HasReferences() => _hasReferences ??= DatasetWalk.All(dataset).Any(located => located.Element.Tag == DicomTag.ReferencedContentItemIdentifier);
}
