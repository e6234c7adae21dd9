namespace PSDicom.Operations.Sets;

/// <summary>The value of an attribute in the files of a study, or of a series.</summary>
internal struct SharedValue
{
    private TextKey _key;

    /// <summary>The number of the first file with a value.</summary>
    public int First { get; private set; }

    /// <summary>How many files have the same value as the first.</summary>
    public int Same { get; private set; }

    /// <summary>The number of the first file with another value.</summary>
    public int Other { get; private set; }

    /// <summary>How many files have other values.</summary>
    public int Others { get; private set; }

    /// <summary>Notes the value of a file.</summary>
    public void Add(TextKey key, int file)
    {
        if (key.IsNone) return;
        if (_key.IsNone)
        {
            _key = key;
            First = file;
        }

        if (_key.Equals(key)) Same++;
        else if (Others++ == 0) Other = file;
    }
}
