namespace PSDicom.Query;

/// <summary>A selection of elements of a file's data set.</summary>
public interface ITagSelection
{
    /// <summary>The highest tag that can be selected.</summary>
    DicomTag Last { get; }

    /// <summary>The number of elements that can be selected, without file meta information; null if it is not limited.</summary>
    int? Count { get; }

    /// <summary>Whether the element is selected.</summary>
    bool Contains(DicomTag tag);
}
