namespace PSDicom.IO.Reading;

/// <summary>The tags of items and delimiters, which are not elements (PS3.5 section 7.5).</summary>
internal static class StructureTags
{
    public const uint Item = 0xFFFE_E000;
    public const uint ItemDelimiter = 0xFFFE_E00D;
    public const uint SequenceDelimiter = 0xFFFE_E0DD;
    public const ushort Group = 0xFFFE;
}
