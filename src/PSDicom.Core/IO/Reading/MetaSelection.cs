using PSDicom.Query;

namespace PSDicom.IO.Reading;

/// <summary>Of the file meta information: what is wanted of it, and what is needed to read on.</summary>
internal sealed class MetaSelection(ITagSelection wanted) : ITagSelection
{
    public const ushort Group = 0x0002;

    public DicomTag Last { get; } = new(Group, 0xFFFF);

    /// <summary>Its group is read to its end.</summary>
    public int? Count => null;

    public bool Contains(DicomTag tag) => tag == DicomTag.TransferSyntaxUID || wanted.Contains(tag);
}
