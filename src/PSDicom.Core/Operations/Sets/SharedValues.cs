using System.Collections.Generic;

namespace PSDicom.Operations.Sets;

/// <summary>The values of the files of a study, or of a series, that should be the same in all of them.</summary>
/// <param name="attributes">The attributes.</param>
internal sealed class SharedValues(SetAttribute[] attributes)
{
    private readonly SharedValue[] _values = new SharedValue[attributes.Length];

    /// <summary>Notes the values of a file. A file without a value contradicts none.</summary>
    /// <param name="keys">The values, in the order of the attributes.</param>
    /// <param name="file">The number of the file.</param>
    public void Add(TextKey[] keys, int file)
    {
        for (int i = 0; i < keys.Length; i++) _values[i].Add(keys[i], file);
    }

    /// <summary>The attributes that differ.</summary>
    public IEnumerable<(SetAttribute Attribute, SharedValue Value)> Differences()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            if (_values[i].Others > 0) yield return (attributes[i], _values[i]);
        }
    }
}
