using System;
using PSDicom.Data.Rules;
using PSDicom.Deidentification.Profile;
using PSDicom.Deidentification.Values;
using PSDicom.Dictionary;

namespace PSDicom.Deidentification;

/// <summary>
/// Decides what happens to each element of a file: by the rules of the site, by table E.1-1 with the options, and for what the table does not list
/// by value representation, so that nothing passes that nobody thought of.
/// </summary>
/// <param name="rules">The rules of the run.</param>
/// <param name="types">What objects of the file's SOP class need; null if it is unknown.</param>
/// <param name="words">The words that tell whose the file is.</param>
/// <param name="safe">The private elements that are safe.</param>
/// <param name="tally">Receives what was left out though it is not listed.</param>
internal sealed class ElementRules(ProtectionRules rules, AttributeTypes? types, Lazy<IdentityWords> words, PrivateBlocksKept safe, ProtectionTally tally)
{
    private const int FirstReservedGroup = 0x0008;

    private const int ShortestName = 3;

    // What is shorter is the same as an identifier by chance.
    private const int LongNumber = 8;

    /// <summary>Whether an element was kept by a rule of the site although the profile protects it.</summary>
    public bool BreaksProfile { get; private set; }

    /// <summary>What happens to an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="sequence">The sequence whose item the element is in; none outside of sequences.</param>
    /// <param name="isInDummy">Whether it is in an item that stands for another.</param>
    public Treatment Of(DicomElement element, DicomTag sequence = default, bool isInDummy = false)
    {
        if (rules.Site.Removes(element)) return Treatment.Remove;
        if (rules.Site.Keeps(element))
        {
            BreaksProfile |= ByProfile(element, sequence, isInDummy) is not (Treatment.Keep or Treatment.Shift or Treatment.Clean);
            return Treatment.Keep;
        }

        return ByProfile(element, sequence, isInDummy);
    }

    private Treatment ByProfile(DicomElement element, DicomTag sequence, bool isInDummy)
    {
        DicomTag tag = element.Tag;
        if (tag.IsPrivate) return OfPrivate(element);
        if (tag.IsGroupLength || tag.Group < FirstReservedGroup || tag == DicomTag.EncryptedAttributesSequence || tag == DicomTag.TextObjectSequence || IsRepeatingGroup(tag)) return Treatment.Remove;
        if (tag == DicomTag.PrivateDataElementCharacteristicsSequence) return rules.Retains(Retention.SafePrivate) ? Treatment.Keep : Treatment.Remove;
        Treatment treatment = rules.Profile.Find(tag) is { } rule ? Listed(element, rule, TypeOf(element, sequence)) : Unlisted(element);
        return isInDummy && treatment is Treatment.Keep or Treatment.Clean or Treatment.Empty && IsText(element) ? Treatment.Dummy : treatment;
    }

    // Overlays (60xx) and curves (50xx): without their data, the rest of the group describes nothing.
    private static bool IsRepeatingGroup(DicomTag tag) => (tag.Group & 0xFF00) is 0x5000 or 0x6000;

    private static bool IsText(DicomElement element) => element.VR.UsesCharacterSet || element.VR == DicomVR.AE || element.VR == DicomVR.UR;

    private static bool IsDate(DicomVR vr) => vr == DicomVR.DA || vr == DicomVR.TM || vr == DicomVR.DT;

    private Treatment OfPrivate(DicomElement element)
    {
        if (!rules.Retains(Retention.SafePrivate) || safe.VROf(element) is not { } vr) return Treatment.Remove;
        if (vr == DicomVR.UI) return rules.Retains(Retention.Uids) ? Treatment.Keep : Treatment.Uid;
        if (IsDate(vr)) return ByOption(element, vr, Treatment.Remove);
        if (vr == DicomVR.PN || (vr.Kind == DicomVRKind.Text && words.Value.AreIn(element.RawValue.AsSpan()))) return Treatment.Remove;
        return !IsOfNumbers(vr) || IsTrustworthyData(element) ? Treatment.Keep : Treatment.Remove;
    }

    private Treatment Listed(DicomElement element, ProfileRule rule, AttributeType? type)
    {
        DicomTag tag = element.Tag;
        if (tag == DicomTag.PatientID) return Treatment.Pseudonym;
        if (tag == DicomTag.PatientName) return element.Dataset.Parent is null ? Treatment.Pseudonym : Treatment.Empty;
        if (rule.Action == ProfileAction.Keep && !IsTrustworthy(element)) return Basic(element, rule.Basic, type);
        if (rule.Action is ProfileAction.Keep && IsDate(element.VR) && !rules.Retains(Retention.FullDates | Retention.ModifiedDates))
        {
            // Another option keeps it, such as a date of calibration.
            return DateShift.Shift(element.VR, element.RawValue ?? string.Empty, 0) is null ? Basic(element, rule.Basic, type) : Treatment.Keep;
        }

        if (rule.Action is ProfileAction.Keep or ProfileAction.Clean && IsDate(element.VR)) return ByOption(element, element.VR, Basic(element, rule.Basic, type));
        return rule.Action switch
        {
            ProfileAction.Keep => Treatment.Keep,
            ProfileAction.Clean when element.VR.Kind == DicomVRKind.Sequence => Treatment.Keep,
            ProfileAction.Clean when IsText(element) => Treatment.Clean,
            ProfileAction.Clean => Basic(element, rule.Basic, type),
            _ => Basic(element, rule.Action, type),
        };
    }

    /// <summary>The action of the basic profile: of alternatives the weakest that an object of its kind needs.</summary>
    private static Treatment Basic(DicomElement element, ProfileAction action, AttributeType? type)
    {
        return action switch
        {
            // The table removes some attributes that must be there.
            ProfileAction.Remove => type switch
            {
                AttributeType.Type1 when element.VR.Kind != DicomVRKind.Sequence => DummyOf(element),
                AttributeType.Type2 => Treatment.Empty,
                _ => Treatment.Remove,
            },
            ProfileAction.Empty => Treatment.Empty,
            ProfileAction.Dummy => DummyOf(element),
            ProfileAction.Uid or ProfileAction.UidsInside => element.VR == DicomVR.UI || element.VR.Kind == DicomVRKind.Sequence ? Treatment.Uid : Treatment.Remove,
            ProfileAction.RemoveOrEmpty => type is AttributeType.Type3 ? Treatment.Remove : Treatment.Empty,
            ProfileAction.RemoveOrDummy => type is AttributeType.Type3 ? Treatment.Remove : DummyOf(element),
            ProfileAction.RemoveOrEmptyOrDummy => type switch
            {
                AttributeType.Type3 => Treatment.Remove,
                AttributeType.Type2 => Treatment.Empty,
                _ => DummyOf(element),
            },
            ProfileAction.EmptyOrDummy => type is AttributeType.Type2 ? Treatment.Empty : DummyOf(element),
            _ => Treatment.Remove,
        };
    }

    private AttributeType? TypeOf(DicomElement element, DicomTag sequence) => element.Dataset.Parent is null ? types?[element.Tag] : AttributeTypes.InItem(sequence, element.Tag);

    private static Treatment DummyOf(DicomElement element) => element.VR == DicomVR.UI ? Treatment.Uid : Treatment.Dummy;

    private Treatment Unlisted(DicomElement element)
    {
        DicomTag tag = element.Tag;
        DicomVR vr = element.VR;
        if (!DicomDictionary.TryGet(tag, out DicomDictionaryEntry? entry) || vr == DicomVR.UN) return Treatment.Remove;
        if (!HasKindOf(entry, vr)) return Needed(element);
        if (vr.Kind == DicomVRKind.Sequence) return Treatment.Keep;
        if (IsOfNumbers(vr)) return IsTrustworthyData(element) ? Treatment.Keep : Treatment.Remove; // No dummy is right for what describes an image.
        if (vr == DicomVR.PN) return Treatment.Empty;
        if (IsDate(vr)) return ByOption(element, vr, Needed(element));
        if (vr == DicomVR.UI) return OfUnlistedUid(element);
        if (!IsText(element)) return IsTrustworthy(element) ? Treatment.Keep : Needed(element);
        string text = element.RawValue ?? string.Empty;
        if (text.Length == 0) return Treatment.Keep;
        bool isCode = CodeItem.IsPart(tag) && CodeItem.IsPublic(element.Dataset);
        if (isCode || TechnicalText.Contains(tag) || tag == DicomTag.PrivateCreatorReference)
        {
            if (!words.Value.AreIn(text.AsSpan())) return Treatment.Keep;
        }
        else if (rules.KeepsUnlisted && !words.Value.AreIn(text.AsSpan()))
        {
            tally.AddUnlisted(tag);
            return Treatment.Keep;
        }
        else if (rules.Cleans(Cleaning.Descriptors) && vr != DicomVR.AE && vr != DicomVR.UR && !CodeItem.IsPart(tag))
        {
            return Treatment.Clean;
        }

        if (!CodeItem.IsPart(tag)) tally.AddUnlisted(tag);
        return Needed(element);
    }

    /// <summary>A value is left out: the element too, unless objects of its kind need it.</summary>
    private Treatment Needed(DicomElement element)
    {
        if (element.VR.Kind == DicomVRKind.Sequence) return Treatment.Remove;
        return (element.Dataset.Parent is null ? types?[element.Tag] : null) switch
        {
            AttributeType.Type3 => Treatment.Remove,
            AttributeType.Type2 => Treatment.Empty,
            _ => DicomDictionary.FindVR(element.Tag) == element.VR ? DummyOf(element) : Treatment.Remove,
        };
    }

    private Treatment OfUnlistedUid(DicomElement element)
    {
        if (rules.Retains(Retention.Uids)) return IsTrustworthy(element) ? Treatment.Keep : Treatment.Uid;
        return UidRules.IsOfKinds(element.Tag) && IsTrustworthy(element) ? Treatment.Keep : Treatment.Uid;
    }

    private Treatment ByOption(DicomElement element, DicomVR vr, Treatment otherwise)
    {
        if (!rules.Retains(Retention.FullDates | Retention.ModifiedDates)) return otherwise;
        if (DateShift.Shift(vr, element.RawValue ?? string.Empty, 0) is null) return otherwise;
        return rules.Retains(Retention.ModifiedDates) && vr != DicomVR.TM ? Treatment.Shift : Treatment.Keep;
    }

    private static bool IsOfNumbers(DicomVR vr) => vr.Kind is DicomVRKind.Number or DicomVRKind.Binary;

    /// <summary>Whether a value of numbers or bytes has no other elements.</summary>
    private bool IsTrustworthyData(DicomElement element)
    {
        if (!SwallowedElements.AreIn(element)) return true;
        tally.AddSwallowing(element.Tag);
        return false;
    }

    /// <summary>Whether the value of a code, a number or an identifier in text is one, and data are only data: anything else can be hidden there.</summary>
    private bool IsTrustworthy(DicomElement element)
    {
        DicomVR vr = element.VR;
        if (IsOfNumbers(vr)) return IsTrustworthyData(element);
        if (vr.Kind != DicomVRKind.Text || vr.UsesCharacterSet || vr == DicomVR.AE || vr == DicomVR.UR) return true;
        ReadOnlySpan<char> rest = element.RawValue.AsSpan();
        while (true)
        {
            int end = rest.IndexOf('\\');
            ReadOnlySpan<char> text = (end < 0 ? rest : rest.Slice(0, end)).Trim();
            if (text.Length > 0 && !IsTrustworthy(vr, text)) return false;
            if (end < 0) return true;
            rest = rest.Slice(end + 1);
        }
    }

    private bool IsTrustworthy(DicomVR vr, ReadOnlySpan<char> value) => vr.Code switch
    {
        "CS" => value.Length <= vr.MaximumLength && value.IndexOfAny('^', '@', '=') < 0 && (value.Length < ShortestName || CodedWords.Contains(value) || !words.Value.AreIn(value)),
        "UI" => UidRules.IsValid(value),
        "IS" or "DS" => IsNumber(value) && !(value.Length >= LongNumber && AreDigits(value) && words.Value.AreIn(value)),
        "AS" => SingleValueRules.Find(vr, value, mayHaveOthers: true) is null,
        _ => true,
    };

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (character is not ((>= '0' and <= '9') or '+' or '-' or '.' or ',' or 'e' or 'E')) return false;
        }

        return true;
    }

    private static bool AreDigits(ReadOnlySpan<char> number)
    {
        foreach (char character in number)
        {
            if (character is not (>= '0' and <= '9')) return false;
        }

        return true;
    }

    private static bool HasKindOf(DicomDictionaryEntry entry, DicomVR vr)
    {
        foreach (DicomVR allowed in entry.VRs)
        {
            // Numbers and bytes have no text; one text can be read as another.
            if (allowed == vr || (allowed.Kind is DicomVRKind.Number or DicomVRKind.Binary && vr.Kind is DicomVRKind.Number or DicomVRKind.Binary)) return true;
            if (allowed.Kind == DicomVRKind.Text && vr.Kind == DicomVRKind.Text && allowed.UsesCharacterSet == vr.UsesCharacterSet) return true;
        }

        return false;
    }
}
