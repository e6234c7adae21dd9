using PSDicom.Query;

namespace PSDicom.IO;

/// <summary>Of the file meta information: what is wanted of it, and what is needed to read on.</summary>
internal sealed class MetaSelection(ITagSelection wanted) : ITagSelection
{
    public static readonly DicomTag TransferSyntaxUID = new(0x0002_0010);

    public DicomTag Last { get; } = new(0x0002_FFFF);

    public bool Contains(DicomTag tag) => tag == TransferSyntaxUID || wanted.Contains(tag);
}
