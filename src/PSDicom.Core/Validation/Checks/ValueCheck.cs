using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Data;
using PSDicom.Data.Rules;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Validation.Checks;

/// <summary>Each value at each depth: number of values, length, characters, form, character set; and the creators of private elements.</summary>
internal sealed class ValueCheck : IFileCheck
{
    private const int Small = 256;
    private const int LastReserved = 0x00FF;

    public void Check(CheckedFile file, FindingList findings, CancellationToken cancellation)
    {
        CheckAll(file.FileMeta, findings, cancellation);
        CheckAll(file.Dataset, findings, cancellation);
    }

    private static void CheckAll(DicomDataset root, FindingList findings, CancellationToken cancellation)
    {
        var datasets = new Stack<(DicomDataset Dataset, ItemPlace? Place)>();
        datasets.Push((root, null));
        while (datasets.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            (DicomDataset dataset, ItemPlace? place) = datasets.Pop();
            DicomTag reported = default;
            IReadOnlyList<DicomElement> elements = dataset.Elements;
            for (int i = 0; i < elements.Count; i++)
            {
                var located = new LocatedElement(elements[i], place);
                DicomElement element = elements[i];
                DicomTag tag = element.Tag;
                if (tag.IsPrivate && tag.Element > LastReserved)
                {
                    if (reported != tag.PrivateCreatorTag && element.PrivateCreator is null)
                    {
                        reported = tag.PrivateCreatorTag;
                        findings.Add(StructureFindings.PrivateCreatorMissing, $"{tag} belongs to no creator: there is no {reported}.", located);
                    }

                    CheckValue(located, null, findings);
                }
                else
                {
                    DicomDictionary.TryGet(tag, out DicomDictionaryEntry? entry);
                    if (entry is not null && entry.VR != element.VR) CheckVR(located, entry, findings);
                    CheckValue(located, entry, findings);
                }
            }

            // The first item on top, so that findings are in the order of the file, level by level.
            for (int i = elements.Count - 1; i >= 0; i--)
            {
                for (int item = elements[i].Items.Count - 1; item >= 0; item--)
                    datasets.Push((elements[i].Items[item], new LocatedElement(elements[i], place).ItemAt(item)));
            }
        }
    }

    /// <summary>Compares the value representation in the file with the dictionary's. UN is always allowed (PS3.5 section 6.2.2).</summary>
    private static void CheckVR(LocatedElement located, DicomDictionaryEntry entry, FindingList findings)
    {
        DicomVR vr = located.Element.VR;
        if (vr == DicomVR.UN || entry.VRs.Count == 0 || entry.VRs.Contains(vr) || !findings.Wants(StructureFindings.VRWrong)) return;
        string allowed = string.Join(" or ", entry.VRs);
        findings.Add(StructureFindings.VRWrong, $"The value representation of {located.Element.Tag} is {vr}; the dictionary has {allowed}.", located);
    }

    private static void CheckValue(LocatedElement located, DicomDictionaryEntry? entry, FindingList findings)
    {
        DicomElement element = located.Element;
        switch (element.VR.Kind)
        {
            case DicomVRKind.Text when element.ByteLength is > 0 and <= DicomLimits.MaxCheckedText:
                CheckText(located, entry, findings);
                break;
            case DicomVRKind.Number when element.ByteLength > 0:
                CheckNumbers(located, entry, findings);
                break;
            case DicomVRKind.Binary when !element.IsEncapsulated && !IsTruncated(element):
                AddByteLength(located, findings);
                break;
        }
    }

    private static void CheckNumbers(LocatedElement located, DicomDictionaryEntry? entry, FindingList findings)
    {
        DicomElement element = located.Element;
        if (IsTruncated(element)) return;
        if (!MisfitNumbers.HasWholeNumbers(element.VR, element.ByteLength))
            AddByteLength(located, findings);
        else if (MisfitNumbers.Is(element))
            findings.Add(ValueFindings.NumberAsText, $"The value of {element.Tag} is a number written as text; {element.VR} is binary.", located);
        else
            CheckCount(located, entry, (int)Math.Min(int.MaxValue, element.ByteLength / element.VR.UnitSize), findings);
    }

    private static void AddByteLength(LocatedElement located, FindingList findings)
    {
        if (ValueRules.OfByteLength(located.Element.VR, located.Element.ByteLength) is { } violation)
            findings.Add(ValueFindings.ValueByteLength, violation.Describe(located.Element.Tag.ToString()), located);
    }

    private static void CheckText(LocatedElement located, DicomDictionaryEntry? entry, FindingList findings)
    {
        DicomElement element = located.Element;
        ReadOnlySpan<byte> bytes = element.Bytes();
        if (!TextBytes.ArePlain(bytes))
        {
            string text = element.Dataset.CharacterSet.Decode(bytes, element.VR, out TextFault fault);
            if (ValueFaults.Describe(element, fault) is { } problem && RuleOf(element.VR, fault) is { } rule) findings.Add(rule, $"The value of {element.Tag} {problem}", located);
            CheckText(located, entry, text.AsSpan(), findings);
            return;
        }

        char[]? rented = bytes.Length > Small ? ArrayPool<char>.Shared.Rent(bytes.Length) : null;
        Span<char> characters = rented ?? stackalloc char[Small];
        characters = characters.Slice(0, bytes.Length);
        TextBytes.Widen(bytes, characters);
        CheckText(located, entry, characters, findings);
        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
    }

    private static void CheckText(LocatedElement located, DicomDictionaryEntry? entry, ReadOnlySpan<char> text, FindingList findings)
    {
        DicomElement element = located.Element;
        IReadOnlyList<ValueViolation> violations = ValueRules.OfText(element.VR, text, out int count);
        CheckCount(located, entry, count, findings);
        for (int i = 0; i < violations.Count; i++)
        {
            FindingRule rule = RuleOf(element, violations[i]);
            if (findings.Wants(rule)) findings.Add(rule, violations[i].Describe(element.Tag.ToString(), count), located, ShownValue.Of(element));
        }
    }

    private static void CheckCount(LocatedElement located, DicomDictionaryEntry? entry, int count, FindingList findings)
    {
        if (entry is null || ValueRules.OfCount(entry.VM, count) is not { } violation || !findings.Wants(ValueFindings.ValueMultiplicity)) return;
        findings.Add(ValueFindings.ValueMultiplicity, violation.Describe(located.Element.Tag.ToString()), located);
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
