using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Dictionary;

namespace PSDicom.Validation.Modules;

/// <summary>What objects of a kind must have: made once for each kind, for all files.</summary>
internal sealed class ObjectRules
{
    private static readonly ConcurrentDictionary<InformationObject, ObjectRules> Known = new();

    private ObjectRules(InformationObject kind)
    {
        Name = kind.Name;
        HashSet<uint> overridden = [.. TagsOf(kind, attribute => attribute.IsOverride)];
        Mandatory = Sorted(kind.Modules.Where(use => use.IsMandatory).SelectMany(use => RequiredBy(use.Module)).Where(required => !overridden.Contains(required.Attribute.Tag.Value)));
        Repeating = [.. kind.Modules.SelectMany(use => RequiredBy(use.Module)).Where(required => required.Attribute.IsRepeating)];

        HashSet<uint> shared = [.. TagsOf(kind, _ => true).GroupBy(tag => tag).Where(tag => tag.Skip(1).Any()).Select(tag => tag.Key)];
        Optional =
        [
            .. kind.Modules.Where(use => !use.IsMandatory).Select(use => new OptionalModule(
                [.. use.Module.Attributes.Where(attribute => IsMark(attribute) && !shared.Contains(attribute.Tag.Value)).Select(attribute => attribute.Tag)],
                Sorted(RequiredBy(use.Module))))
        ];
    }

    /// <summary>The name of the kind.</summary>
    public string Name { get; }

    /// <summary>The attributes of the modules that every object has, those that need a value first.</summary>
    public IReadOnlyList<RequiredAttribute> Mandatory { get; }

    /// <summary>The attributes of groups that can be there several times (60xx), for each time.</summary>
    public IReadOnlyList<RequiredAttribute> Repeating { get; }

    /// <summary>The modules that some objects have.</summary>
    public IReadOnlyList<OptionalModule> Optional { get; }

    /// <summary>The rules for a SOP class; null if it is unknown.</summary>
    public static ObjectRules? Of(string sopClass) =>
        InformationObjectTable.Instance.Find(sopClass) is { } kind ? Known.GetOrAdd(kind, one => new ObjectRules(one)) : null;

    private static IEnumerable<uint> TagsOf(InformationObject kind, Func<ModuleAttribute, bool> isWanted) =>
        kind.Modules.SelectMany(use => use.Module.Attributes.Where(isWanted).Select(attribute => attribute.Tag.Value));

    private static IEnumerable<RequiredAttribute> RequiredBy(ModuleDefinition module) =>
        module.Attributes.Where(attribute => attribute.IsJudged).Select(attribute => new RequiredAttribute(attribute, module.Name));

    private static List<RequiredAttribute> Sorted(IEnumerable<RequiredAttribute> required) =>
        [.. required.Where(one => !one.Attribute.IsRepeating).OrderBy(one => one.Attribute.Type).ThenBy(one => one.IsConditional).ThenBy(one => one.Attribute.Tag)];

    // Attributes of type 3 are often written where the rest of their module is not.
    private static bool IsMark(ModuleAttribute attribute) => attribute.Type != AttributeType.Type3 && !attribute.IsRepeating;
}
