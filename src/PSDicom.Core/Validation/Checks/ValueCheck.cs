using System;
using System.Buffers;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Data;
using PSDicom.Data.Rules;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Validation.Checks;

/// <summary>Each value at each depth: number of values, length, characters, form, character set; and the creators of private elements.</summary>
internal sealed class ValueCheck : IFileCheck
{
    /// <summary>Texts of up to this many bytes are checked: longer ones are documents, not values.</summary>
    private const int MaxChecked = 16 << 20;

    private const int Small = 256;
    private const int LastReserved = 0x00FF;

    public void Check(CheckedFile file, FindingList findings, CancellationToken cancellation)
    {
        (DicomDataset? Dataset, DicomTag Creator) reported = default;
        foreach (DicomDataset root in (DicomDataset[])[file.FileMeta, file.Dataset])
        {
            foreach (LocatedElement located in DatasetWalk.All(root))
            {
                DicomElement element = located.Element;
                if (element.Tag.IsPrivate && element.Tag.Element > LastReserved && element.PrivateCreator is null && reported != (element.Dataset, element.Tag.PrivateCreatorTag))
                {
                    reported = (element.Dataset, element.Tag.PrivateCreatorTag);
                    findings.Add(StructureFindings.PrivateCreatorMissing, $"{element.Tag} belongs to no creator: there is no {element.Tag.PrivateCreatorTag}.", located);
                }

                CheckValue(located, findings, cancellation);
            }
        }
    }

    private static void CheckValue(LocatedElement located, FindingList findings, CancellationToken cancellation)
    {
        DicomElement element = located.Element;
        switch (element.VR.Kind)
        {
            case DicomVRKind.Text when element.ByteLength is > 0 and <= MaxChecked:
                cancellation.ThrowIfCancellationRequested();
                CheckText(located, findings);
                break;
            case DicomVRKind.Number when element.ByteLength > 0:
                CheckNumbers(located, findings);
                break;
            case DicomVRKind.Binary when !element.IsEncapsulated && !IsTruncated(element):
                AddByteLength(located, findings);
                break;
        }
    }

    private static void CheckNumbers(LocatedElement located, FindingList findings)
    {
        DicomElement element = located.Element;
        if (IsTruncated(element)) return;
        if (!MisfitNumbers.HasWholeNumbers(element.VR, element.ByteLength))
            AddByteLength(located, findings);
        else if (MisfitNumbers.Is(element))
            findings.Add(ValueFindings.NumberAsText, $"The value of {element.Tag} is a number written as text; {element.VR} is binary.", located);
        else
            CheckCount(located, (int)Math.Min(int.MaxValue, element.ByteLength / element.VR.UnitSize), findings);
    }

    private static void AddByteLength(LocatedElement located, FindingList findings)
    {
        if (ValueRules.OfByteLength(located.Element.VR, located.Element.ByteLength) is { } violation)
            findings.Add(ValueFindings.ValueByteLength, violation.Describe(located.Element.Tag.ToString()), located);
    }

    private static void CheckText(LocatedElement located, FindingList findings)
    {
        DicomElement element = located.Element;
        ReadOnlySpan<byte> bytes = element.Bytes();
        if (!TextBytes.ArePlain(bytes))
        {
            string text = element.Dataset.CharacterSet.Decode(bytes, element.VR, out TextFault fault);
            if (ValueFaults.Describe(element, fault) is { } problem && RuleOf(element.VR, fault) is { } rule) findings.Add(rule, $"The value of {element.Tag} {problem}", located);
            CheckText(located, text.AsSpan(), findings);
            return;
        }

        char[]? rented = bytes.Length > Small ? ArrayPool<char>.Shared.Rent(bytes.Length) : null;
        Span<char> characters = rented ?? stackalloc char[Small];
        characters = characters.Slice(0, bytes.Length);
        TextBytes.Widen(bytes, characters);
        CheckText(located, characters, findings);
        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
    }

    private static void CheckText(LocatedElement located, ReadOnlySpan<char> text, FindingList findings)
    {
        DicomElement element = located.Element;
        IReadOnlyList<ValueViolation> violations = ValueRules.OfText(element.VR, text, out int count);
        CheckCount(located, count, findings);
        for (int i = 0; i < violations.Count; i++)
        {
            FindingRule rule = RuleOf(element, violations[i]);
            if (findings.Wants(rule)) findings.Add(rule, violations[i].Describe(element.Tag.ToString(), count), located, ShownValue.Of(element));
        }
    }

    private static void CheckCount(LocatedElement located, int count, FindingList findings)
    {
        DicomTag tag = located.Element.Tag;
        if (tag.IsPrivate && !tag.IsPrivateCreator) return;
        if (DicomDictionary.TryGet(tag, out DicomDictionaryEntry? entry) && ValueRules.OfCount(entry.VM, count) is { } violation && findings.Wants(ValueFindings.ValueMultiplicity))
            findings.Add(ValueFindings.ValueMultiplicity, violation.Describe(tag.ToString()), located);
    }

    private static FindingRule RuleOf(DicomElement element, ValueViolation violation) => violation.Rule switch
    {
        _ when element.VR == DicomVR.UI && violation.Rule != ValueRule.Padding => ValueFindings.UIDInvalid,
        ValueRule.Length => ValueFindings.ValueTooLong,
        ValueRule.Repertoire => element.VR == DicomVR.DS && ElementText.HasDecimalComma(element) ? ValueFindings.DecimalComma : ValueFindings.ValueCharacters,
        ValueRule.Padding => ValueFindings.ValuePadding,
        ValueRule.Range => ValueFindings.ValueRange,
        _ => ValueFindings.ValueForm,
    };

    /// <summary>The finding for a text that contradicts its character set; null where its characters are a finding themselves.</summary>
    private static FindingRule? RuleOf(DicomVR vr, TextFault fault) => fault switch
    {
        _ when !vr.UsesCharacterSet => null,
        TextFault.UndeclaredAsUtf8 or TextFault.UndeclaredAsLatin1 => ValueFindings.CharacterSetMissing,
        TextFault.WithoutEscape or TextFault.WindowsInIso or TextFault.EscapeInWhole => ValueFindings.CharacterSetDeviation,
        _ => ValueFindings.CharacterSetWrong,
    };

    private static bool IsTruncated(DicomElement element) => element.Length > element.ByteLength;
}
