using System.Collections.Generic;
using System.Text;
using PSDicom.Editing;

namespace PSDicom.Deidentification;

/// <summary>What the output says about its de-identification (PS3.15 section E.1.1, PS3.16 CID 7050).</summary>
internal static class Declaration
{
    private const string Scheme = "DCM";

    /// <summary>The elements that say it.</summary>
    /// <param name="rules">The rules of the run.</param>
    /// <param name="breaksProfile">Whether a rule of the site keeps what the profile protects, so that the output claims nothing.</param>
    /// <param name="cleansPixels">Whether pixels of this image were made black.</param>
    public static Dictionary<uint, AddedElement> Of(ProtectionRules rules, bool breaksProfile, bool cleansPixels)
    {
        List<IReadOnlyList<(DicomTag Tag, NewValue Value)>> codes = [Code("113100", "Basic Application Confidentiality Profile")];
        AddIf(cleansPixels, "113101", "Clean Pixel Data Option");
        AddIf(rules.Cleans(Cleaning.Graphics), "113103", "Clean Graphics Option");
        AddIf(rules.Cleans(Cleaning.StructuredContent), "113104", "Clean Structured Content Option");
        AddIf(rules.Cleans(Cleaning.Descriptors), "113105", "Clean Descriptors Option");
        AddIf(rules.Retains(Retention.FullDates), "113106", "Retain Longitudinal Temporal Information Full Dates Option");
        AddIf(rules.Retains(Retention.ModifiedDates), "113107", "Retain Longitudinal Temporal Information Modified Dates Option");
        AddIf(rules.Retains(Retention.PatientCharacteristics), "113108", "Retain Patient Characteristics Option");
        AddIf(rules.Retains(Retention.DeviceIdentity), "113109", "Retain Device Identity Option");
        AddIf(rules.Retains(Retention.Uids), "113110", "Retain UIDs Option");
        AddIf(rules.Retains(Retention.SafePrivate), "113111", "Retain Safe Private Option");
        AddIf(rules.Retains(Retention.InstitutionIdentity), "113112", "Retain Institution Identity Option");
        string dates = rules.Retains(Retention.FullDates) ? "UNMODIFIED" : rules.Retains(Retention.ModifiedDates) ? "MODIFIED" : "REMOVED";
        var added = new Dictionary<uint, AddedElement>
        {
            [DicomTag.PatientIdentityRemoved.Value] = AddedElement.OfText(DicomVR.CS, breaksProfile ? "NO" : "YES"),
            [DicomTag.DeidentificationMethod.Value] = breaksProfile ? AddedElement.None : AddedElement.OfText(DicomVR.LO, $"PS3.15 Annex E by {Implementation.VersionName}"),
            [DicomTag.DeidentificationMethodCodeSequence.Value] = breaksProfile ? AddedElement.None : new AddedElement(null, codes),
            [DicomTag.LongitudinalTemporalInformationModified.Value] = AddedElement.OfText(DicomVR.CS, dates),
        };
        if (cleansPixels) added[DicomTag.BurnedInAnnotation.Value] = AddedElement.OfText(DicomVR.CS, "NO");
        return added;

        void AddIf(bool isChosen, string code, string meaning)
        {
            if (isChosen) codes.Add(Code(code, meaning));
        }
    }

    private static (DicomTag Tag, NewValue Value)[] Code(string code, string meaning) =>
    [
        (DicomTag.CodeValue, new NewValue(DicomVR.SH, Encoding.ASCII.GetBytes(code))),
        (DicomTag.CodingSchemeDesignator, new NewValue(DicomVR.SH, Encoding.ASCII.GetBytes(Scheme))),
        (DicomTag.CodeMeaning, new NewValue(DicomVR.LO, Encoding.ASCII.GetBytes(meaning))),
    ];
}
