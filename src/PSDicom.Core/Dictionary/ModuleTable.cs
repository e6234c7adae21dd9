using System.Collections.Concurrent;
using System.Collections.Generic;

namespace PSDicom.Dictionary;

/// <summary>The modules and their attributes (PS3.3 annex C).</summary>
internal sealed class ModuleTable
{
    private const int NameColumn = 0;
    private const int TagColumn = 1;
    private const int TypeColumn = 2;
    private const int ConditionColumn = 3;

    private readonly DataTable _table = DataTable.Load("module-attributes.tsv");
    private readonly TextIndex _names;
    private readonly ConcurrentDictionary<string, ModuleDefinition> _modules = new();

    public ModuleTable() => _names = new TextIndex(_table, NameColumn);

    /// <summary>The module with a name.</summary>
    public ModuleDefinition Get(string name) => _modules.GetOrAdd(name, Read);

    private ModuleDefinition Read(string name)
    {
        int entry = _names.Find(name);
        int first = _names.Row(entry), end = _names.Row(entry + 1);
        var attributes = new List<ModuleAttribute>(end - first);
        for (int row = first; row < end; row++) attributes.Add(ReadAttribute(row));
        return new ModuleDefinition(name, attributes);
    }

    private ModuleAttribute ReadAttribute(int row)
    {
        uint tag = _table.TagPattern(_table.FieldStart(row, TagColumn), out uint mask);
        string type = _table.Field(row, TypeColumn);
        return new ModuleAttribute(
            tag,
            mask,
            (AttributeType)(type[0] - '1'),
            isConditional: type.Length > 1,
            _table.Field(row, ConditionColumn) is { Length: > 0 } condition ? condition : null);
    }
}
