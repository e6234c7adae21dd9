using PSDicom.Query;

namespace PSDicom.IO.Reading;

/// <summary>Selects the wanted elements of the file meta information, and those that are needed to read the data set.</summary>
internal sealed class MetaSelection(ITagSelection wanted) : ITagSelection
{
    public const ushort Group = 0x0002;

    public DicomTag Last { get; } = new(Group, 0xFFFF);

    /// <summary>Not limited: the group is read to its end.</summary>
    public int? Count => null;

    public bool Contains(DicomTag tag) => tag == DicomTag.TransferSyntaxUID || wanted.Contains(tag);
}
