namespace PSDicom.Query;

/// <summary>Elements of a file's data set that are wanted.</summary>
public interface ITagSelection
{
    /// <summary>The highest tag that may be wanted.</summary>
    DicomTag Last { get; }

    /// <summary>How many elements can be wanted, file meta information apart; null if any number.</summary>
    int? Count { get; }

    /// <summary>Whether the element is wanted.</summary>
    bool Contains(DicomTag tag);
}
