namespace PSDicom;

// Elements that only tests of files need; a test compares them with the dictionary.
/// <content>Tags by their keyword (PS3.6 chapter 6), of the elements that are tested.</content>
public readonly partial struct DicomTag
{
    /// <summary>File Meta Information Version (0002,0001).</summary>
    public static DicomTag FileMetaInformationVersion => new(0x0002_0001);

    /// <summary>Extended Offset Table Lengths (7FE0,0002).</summary>
    public static DicomTag ExtendedOffsetTableLengths => new(0x7FE0_0002);
}
