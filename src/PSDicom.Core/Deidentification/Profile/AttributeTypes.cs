using System.Collections.Concurrent;
using System.Collections.Generic;
using PSDicom.Dictionary;

namespace PSDicom.Deidentification.Profile;

/// <summary>Whether objects of a SOP class need an attribute outside of sequences: the strongest requirement of any of their modules.</summary>
internal sealed class AttributeTypes
{
    private static readonly ConcurrentDictionary<InformationObject, AttributeTypes> Known = new();

    // Attributes in items that table E.1-1 touches and whose requirement it does not fit (PS3.3 sections 10.6, C.17.2, C.23.1).
    private static readonly Dictionary<(uint Sequence, uint Tag), AttributeType> InItems = new()
    {
        [(0x0040_0275, 0x0008_1110)] = AttributeType.Type3,
        [(0x0040_A370, 0x0008_0050)] = AttributeType.Type2,
        [(0x0040_A370, 0x0008_1110)] = AttributeType.Type2,
        [(0x0040_A370, 0x0032_1060)] = AttributeType.Type2,
        [(0x0040_A370, 0x0040_1001)] = AttributeType.Type2,
        [(0x0040_A370, 0x0040_2016)] = AttributeType.Type2,
        [(0x0040_A370, 0x0040_2017)] = AttributeType.Type2,
        [(0x0072_000C, 0x0040_100A)] = AttributeType.Type2,
    };

    private readonly Dictionary<uint, AttributeType> _types = [];

    private AttributeTypes(InformationObject kind)
    {
        foreach (ModuleUse use in kind.Modules)
        {
            foreach (ModuleAttribute attribute in use.Module.Attributes)
            {
                uint tag = attribute.Tag.Value;
                if (!_types.TryGetValue(tag, out AttributeType type) || attribute.Type < type) _types[tag] = attribute.Type;
            }
        }
    }

    /// <summary>The requirements of a SOP class; null if it is unknown.</summary>
    public static AttributeTypes? Of(string? sopClass) =>
        sopClass is not null && InformationObjectTable.Instance.Find(sopClass) is { } kind ? Known.GetOrAdd(kind, one => new AttributeTypes(one)) : null;

    /// <summary>What items of a sequence require; null where it is not known here.</summary>
    public static AttributeType? InItem(DicomTag sequence, DicomTag tag) => InItems.TryGetValue((sequence.Value, tag.Value), out AttributeType type) ? type : null;

    /// <summary>What is required; <see cref="AttributeType.Type3"/> for an attribute that its modules do not name.</summary>
    public AttributeType this[DicomTag tag] => _types.TryGetValue(tag.Value, out AttributeType type) ? type : AttributeType.Type3;
}
