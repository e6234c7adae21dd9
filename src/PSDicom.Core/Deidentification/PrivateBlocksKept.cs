using System.Collections.Generic;
using PSDicom.Deidentification.Profile;

namespace PSDicom.Deidentification;

/// <summary>
/// The private elements of a data set that are safe (PS3.15 section E.3.10): those of table E.3.10-1, and those that the file itself declares safe
/// in Private Data Element Characteristics Sequence (0008,0300), of the kinds that hold no text.
/// </summary>
internal sealed class PrivateBlocksKept
{
    private readonly HashSet<(ushort Group, string Creator)> _safeBlocks = [];
    private readonly HashSet<(ushort Group, string Creator, int Element)> _safeElements = [];

    // The blocks of each data set that have an element which is kept, found once: a data set may have thousands of creators.
    private readonly Dictionary<DicomDataset, HashSet<uint>> _keptBlocks = [];

    /// <summary>Reads what a file declares about its private elements.</summary>
    /// <param name="dataset">The data set of the file.</param>
    public PrivateBlocksKept(DicomDataset dataset)
    {
        foreach (DicomDataset item in dataset[DicomTag.PrivateDataElementCharacteristicsSequence]?.Items ?? [])
        {
            if (item.GetInteger(DicomTag.PrivateGroupReference) is not { } group || item.GetText(DicomTag.PrivateCreatorReference)?.Trim() is not { Length: > 0 } creator) continue;
            if (item.GetText(DicomTag.BlockIdentifyingInformationStatus)?.Trim() == "SAFE") _safeBlocks.Add(((ushort)group, creator));
            foreach (double element in item.GetNumbers(DicomTag.NonidentifyingPrivateElements)) _safeElements.Add(((ushort)group, creator, (int)element & 0xFF));
        }
    }

    /// <summary>The value representation under which an element is kept; null if it is removed.</summary>
    public DicomVR? VROf(DicomElement element)
    {
        if (element.Tag.IsPrivateCreator) return HasKept(element) ? DicomVR.LO : null;
        if (element.PrivateCreator?.Trim() is not { } creator) return null;
        if (SafePrivateTable.Find(creator, element.Tag) is { } listed) return Fits(element, listed) ? listed : null;
        bool isDeclared = _safeBlocks.Contains((element.Tag.Group, creator)) || _safeElements.Contains((element.Tag.Group, creator, element.Tag.Element & 0xFF));
        return isDeclared && element.VR != DicomVR.UN && element.VR.Kind != DicomVRKind.Binary ? element.VR : null;
    }

    // In implicit encoding and as UN, only the table tells what the bytes are.
    private static bool Fits(DicomElement element, DicomVR listed) => element.VR == DicomVR.UN || element.VR.Kind == listed.Kind;

    private static uint BlockOf(ushort group, int block) => ((uint)group << 16) | (uint)block;

    private bool HasKept(DicomElement creator)
    {
        if (!_keptBlocks.TryGetValue(creator.Dataset, out HashSet<uint>? kept))
        {
            kept = [];
            foreach (DicomElement element in creator.Dataset.Elements)
            {
                if (element.Tag.IsPrivate && !element.Tag.IsPrivateCreator && VROf(element) is not null) kept.Add(BlockOf(element.Tag.Group, element.Tag.Element >> 8));
            }

            _keptBlocks.Add(creator.Dataset, kept);
        }

        return kept.Contains(BlockOf(creator.Tag.Group, creator.Tag.Element));
    }
}
