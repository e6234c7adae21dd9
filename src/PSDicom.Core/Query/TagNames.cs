namespace PSDicom.Query;

/// <summary>What a tag is called in a tag path.</summary>
internal static class TagNames
{
    /// <summary>The keyword, if it stands for this tag alone; else <c>(gggg,eeee)</c>.</summary>
    public static string Of(DicomTag tag) =>
        DicomDictionary.TryGet(tag, out DicomDictionaryEntry? entry) && entry.Keyword.Length > 0 && !entry.IsRepeating && entry.Tag == tag
            ? entry.Keyword
            : tag.ToString();
}
