using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Dictionary;

namespace PSDicom.Deidentification.BurnedIn;

/// <summary>The recipes that are known, as users of the RSNA's Clinical Trial Processor (CTP) and of deid found and published them.</summary>
internal static class DeviceRecipes
{
    private static readonly Lazy<DeviceRecipe[]> Loaded = new(Load);

    /// <summary>All recipes.</summary>
    public static IReadOnlyList<DeviceRecipe> All => Loaded.Value;

    private static DeviceRecipe[] Load()
    {
        DataTable table = DataTable.Load("device-recipes.tsv");
        return [.. Enumerable.Range(0, table.RowCount).Select(row => new DeviceRecipe([.. Enumerable.Range(0, DeviceRecipe.Columns.Count).Select(column => table.Field(row, column))]))];
    }
}
