using System.Collections.Concurrent;
using System.Collections.Generic;

namespace PSDicom.Dictionary;

/// <summary>The objects that SOP classes store, with their modules (PS3.3, PS3.4 section B.5).</summary>
internal sealed class InformationObjectTable
{
    private const int NameColumn = 0;
    private const int SecondColumn = 1;
    private const int UsageColumn = 2;

    private readonly DataTable _classes = DataTable.Load("sop-classes.tsv");
    private readonly DataTable _uses = DataTable.Load("iod-modules.tsv");
    private readonly TextIndex _classUIDs;
    private readonly TextIndex _names;
    private readonly ModuleTable _modules = new();
    private readonly ConcurrentDictionary<int, InformationObject> _objects = new();

    private InformationObjectTable()
    {
        _classUIDs = new TextIndex(_classes, NameColumn);
        _names = new TextIndex(_uses, NameColumn);
    }

    /// <summary>The table, loaded on first use.</summary>
    public static InformationObjectTable Instance { get; } = new();

    /// <summary>Finds what a SOP class stores.</summary>
    /// <returns>Null if the SOP class is not in the table.</returns>
    public InformationObject? Find(string sopClass)
    {
        int found = _classUIDs.Find(sopClass);
        return found < 0 ? null : _objects.GetOrAdd(_names.Find(_classes.Field(_classUIDs.Row(found), SecondColumn)), Read);
    }

    // The rows of an object begin with the one that has its name.
    private InformationObject Read(int entry)
    {
        int first = _names.Row(entry), end = _names.Row(entry + 1);
        var uses = new List<ModuleUse>(end - first);
        for (int row = first; row < end; row++)
            uses.Add(new ModuleUse(_modules.Get(_uses.Field(row, SecondColumn)), _uses.Field(row, UsageColumn) == "M"));
        return new InformationObject(_uses.Field(first, NameColumn), uses);
    }
}
