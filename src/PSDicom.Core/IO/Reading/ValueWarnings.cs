using System.Collections.Generic;
using System.Globalization;
using PSDicom.Data;
using PSDicom.Query;

namespace PSDicom.IO.Reading;

/// <summary>Warns of values that contradict what is said of them: once for all that do likewise, at the first of them.</summary>
internal static class ValueWarnings
{
    /// <summary>Looks through a data set that was read, if there may be any.</summary>
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
            More == 0 ? message : string.Format(CultureInfo.InvariantCulture, "{0} {1} more {2} so.", message, More, More == 1 ? "is" : "are"),
            first.Element.Offset,
            ItemPlace.PathOf(first.Place, first.Element.Tag));
    }
}
