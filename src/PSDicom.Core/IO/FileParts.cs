namespace PSDicom.IO;

/// <summary>The places and the actual encodings of the parts of a file (PS3.10 section 7.1).</summary>
/// <param name="MetaStart">The position of the first element: of the file meta information, or of the data set if there is none.</param>
/// <param name="DatasetStart">The position of the data set, or of its deflated bytes.</param>
/// <param name="MetaEncoding">The encoding of the file meta information.</param>
/// <param name="Encoding">The encoding of the data set.</param>
/// <param name="IsDeflated">Whether the data set is deflated.</param>
internal readonly record struct FileParts(
    long MetaStart, long DatasetStart, DicomEncoding MetaEncoding, DicomEncoding Encoding, bool IsDeflated)
{
    /// <summary>Whether there is file meta information.</summary>
    public bool HasMeta => DatasetStart > MetaStart;
}
