using System;
using PSDicom.Deidentification.Profile;
using PSDicom.Deidentification.Values;

namespace PSDicom.Deidentification.Identity;

/// <summary>
/// Decides which attributes are about identity: those that table E.1-1 of PS3.15 protects, less what options retain, and those that it does not list
/// whose value representation is that of names, dates, unique identifiers and text that is not technical.
/// </summary>
/// <param name="retained">What copies may retain.</param>
/// <param name="cleaned">What copies may have after cleaning.</param>
/// <param name="allowsUnlisted">Whether copies may have text that the table does not list.</param>
internal sealed class IdentityAttributes(Retention retained, Cleaning cleaned, bool allowsUnlisted)
{
    private static readonly string[] EndsOfIdentifiers = ["ID", "IDs", "Number", "Identifier", "UDI", "Locator"];

    private readonly ConfidentialityProfile _profile = new(retained, cleaned);

    /// <summary>Whether dates may be in copies if they were moved.</summary>
    public bool AllowsMovedDates => (retained & Retention.ModifiedDates) != 0;

    /// <summary>What the value of an element says; null if it is not about identity, or no text.</summary>
    public IdentityKind? Find(DicomElement element)
    {
        DicomTag tag = element.Tag;
        DicomVR vr = element.VR;
        if (vr.Kind != DicomVRKind.Text || vr == DicomVR.IS || vr == DicomVR.DS || tag.IsPrivateCreator || IsOfProgram(tag)) return null;
        if (tag.IsPrivate) return OfPrivate(element);
        if (vr == DicomVR.UI && UidRules.IsOfKinds(tag)) return null;
        if (_profile.Find(tag) is not { } rule) return OfUnlisted(element);
        if (vr == DicomVR.DA || vr == DicomVR.DT || vr == DicomVR.TM) return OfDate(vr, rule.Action == ProfileAction.Keep && !AllowsMovedDates, rule.Action is ProfileAction.Keep or ProfileAction.Clean);
        if (rule.Action == ProfileAction.Keep || (rule.Action == ProfileAction.Clean && vr.UsesCharacterSet && vr != DicomVR.PN)) return null;
        return KindOf(element);
    }

    /// <summary>Whether an attribute belongs to what copies say about their own de-identification.</summary>
    public static bool IsDeclaration(DicomTag tag) =>
        tag == DicomTag.PatientIdentityRemoved || tag == DicomTag.DeidentificationMethod || tag == DicomTag.DeidentificationMethodCodeSequence;

    // The program that wrote the reference may have written the copy too.
    private static bool IsOfProgram(DicomTag tag) =>
        tag == DicomTag.SpecificCharacterSet || tag == DicomTag.ImplementationClassUID || tag == DicomTag.ImplementationVersionName || IsDeclaration(tag);

    private static IdentityKind KindOf(DicomElement element)
    {
        if (element.VR == DicomVR.PN) return IdentityKind.Name;
        if (element.VR == DicomVR.UI) return IdentityKind.Uid;
        string keyword = element.Definition?.Keyword ?? string.Empty;
        return Array.Exists(EndsOfIdentifiers, end => keyword.EndsWith(end, StringComparison.Ordinal)) ? IdentityKind.Identifier : IdentityKind.Text;
    }

    private static IdentityKind? OfDate(DicomVR vr, bool isKept, bool isMoved)
    {
        // Dates are moved, times of day are not: see DateShift.
        bool stays = isKept || (isMoved && vr == DicomVR.TM);
        return stays ? null : IdentityKind.Date;
    }

    private IdentityKind? OfPrivate(DicomElement element)
    {
        DicomVR vr = element.VR;
        bool isSafe = (retained & Retention.SafePrivate) != 0;
        if (vr == DicomVR.PN) return IdentityKind.Name;
        if (vr == DicomVR.UI) return OfUid();
        if (vr == DicomVR.DA || vr == DicomVR.DT) return OfUnlistedDate(vr);
        return isSafe || !vr.UsesCharacterSet ? null : IdentityKind.Text;
    }

    private IdentityKind? OfUnlisted(DicomElement element)
    {
        DicomVR vr = element.VR;
        if (vr == DicomVR.PN) return IdentityKind.Name;
        if (vr == DicomVR.UI) return OfUid();
        if (vr == DicomVR.DA || vr == DicomVR.DT || vr == DicomVR.TM) return OfUnlistedDate(vr);
        bool isText = vr.UsesCharacterSet || vr == DicomVR.AE || vr == DicomVR.UR;
        if (!isText || allowsUnlisted || TechnicalText.Contains(element.Tag) || (CodeItem.IsPart(element.Tag) && CodeItem.IsPublic(element.Dataset))) return null;
        return (cleaned & Cleaning.Descriptors) != 0 && vr.UsesCharacterSet && !CodeItem.IsPart(element.Tag) ? null : KindOf(element);
    }

    private IdentityKind? OfUid() => (retained & Retention.Uids) != 0 ? null : IdentityKind.Uid;

    private IdentityKind? OfUnlistedDate(DicomVR vr) => OfDate(vr, (retained & Retention.FullDates) != 0, AllowsMovedDates);
}
