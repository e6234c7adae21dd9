using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Query;

namespace PSDicom.Validation.Modules;

/// <summary>
/// Tests the items that are the same in all modules: codes, which need a meaning, and references to objects, which need class and identifier
/// (PS3.3 tables 8.8-1 and 10-11).
/// </summary>
internal sealed class ItemCheck : IFileCheck
{
    private const string CodeEnding = "CodeSequence";

    private static readonly DicomTag[] OfCode = [DicomTag.CodeMeaning];
    private static readonly DicomTag[] OfReference = [DicomTag.ReferencedSOPClassUID, DicomTag.ReferencedSOPInstanceUID];

    private static readonly HashSet<DicomTag> References =
    [
        DicomTag.ReferencedStudySequence, DicomTag.ReferencedPerformedProcedureStepSequence, DicomTag.ReferencedPatientSequence,
        DicomTag.ReferencedImageSequence, DicomTag.ReferencedInstanceSequence, DicomTag.ReferencedSOPSequence, DicomTag.SourceImageSequence,
    ];

    /// <inheritdoc/>
    public void Check(CheckedFile file, FindingList findings, CancellationToken cancellation)
    {
        foreach (LocatedElement sequence in DatasetWalk.All(file.Dataset))
        {
            if (sequence.Element.Items.Count == 0 || RequiredIn(sequence.Element.Tag) is not { Length: > 0 } required) continue;
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < sequence.Element.Items.Count; i++) CheckItem(sequence, i, required, findings);
        }
    }

    private static DicomTag[] RequiredIn(DicomTag sequence)
    {
        if (References.Contains(sequence)) return OfReference;
        return !sequence.IsPrivate && DicomDictionary.TryGet(sequence, out DicomDictionaryEntry? entry) && entry.Keyword.EndsWith(CodeEnding, StringComparison.Ordinal) ? OfCode : [];
    }

    private static void CheckItem(LocatedElement sequence, int index, DicomTag[] required, FindingList findings)
    {
        DicomDataset item = sequence.Element.Items[index];
        foreach (DicomTag tag in required)
        {
            DicomElement? element = item[tag];
            if (element is not null && !ObjectAttributes.IsEmpty(element)) continue;
            string message = $"{TagNames.Of(tag)} {(element is null ? "is missing" : "has no value")} in an item of {TagNames.Of(sequence.Element.Tag)}, which requires it.";
            findings.Add(element is null ? ModuleFindings.Type1Missing : ModuleFindings.Type1Empty, message, ItemPlace.PathOf(sequence.ItemAt(index), tag), element?.Offset);
        }
    }
}
