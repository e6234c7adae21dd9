using System.Collections.Generic;
using System.Globalization;
using PSDicom.Data;
using PSDicom.Query;

namespace PSDicom.IO.Reading;

/// <summary>Warns of faulty values: once for each kind of fault, at the first place.</summary>
internal static class ValueWarnings
{
    /// <summary>Checks a data set, if it may have faulty values.</summary>
    public static void AddTo(List<DicomWarning> warnings, DicomDataset root)
    {
        if (!root.Store.MayHaveFaults) return;
        var found = new Dictionary<string, Found>();
        foreach (LocatedElement located in DatasetWalk.All(root))
        {
            if (ValueFaults.Find(located.Element, out string message) is not { } fault) continue;
            if (found.TryGetValue(fault, out Found? likewise)) likewise.More++;
            else found.Add(fault, new Found(message, located));
        }

        foreach (Found fault in found.Values)
        {
            if (warnings.Count >= DicomLimits.MaxWarnings) return;
            warnings.Add(fault.ToWarning());
        }
    }

    private sealed class Found(string message, LocatedElement first)
    {
        public int More { get; set; }

        public DicomWarning ToWarning() => new(
            More == 0 ? message : string.Format(CultureInfo.InvariantCulture, "{0} The same applies to {1} more {2}.", message, More, More == 1 ? "value" : "values"),
            first.Element.Offset,
            ItemPlace.PathOf(first.Place, first.Element.Tag));
    }
}
