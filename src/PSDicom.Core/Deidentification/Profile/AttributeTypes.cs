using System.Collections.Concurrent;
using System.Collections.Generic;
using PSDicom.Dictionary;

namespace PSDicom.Deidentification.Profile;

/// <summary>Whether objects of a SOP class need an attribute outside of sequences: the strongest requirement of any of their modules.</summary>
internal sealed class AttributeTypes
{
    private static readonly ConcurrentDictionary<InformationObject, AttributeTypes> Known = new();

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

    /// <summary>What is required; <see cref="AttributeType.Type3"/> for an attribute that its modules do not name.</summary>
    public AttributeType this[DicomTag tag] => _types.TryGetValue(tag.Value, out AttributeType type) ? type : AttributeType.Type3;
}
