using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;

namespace PSDicom.Volumes;

/// <summary>A list whose text is the number of its items, as in a cell of a table or of a CSV file.</summary>
internal sealed class CountedList<T>(IList<T> items, string one, string many) : ReadOnlyCollection<T>(items)
{
    public override string ToString() => Count == 1 ? "1 " + one : Count.ToString(CultureInfo.InvariantCulture) + " " + many;
}
