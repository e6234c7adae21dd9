namespace PSDicom.Query;

/// <summary>The name of a tag in a tag path.</summary>
internal static class TagNames
{
    /// <summary>The keyword, if it belongs to this tag only; else <c>(gggg,eeee)</c>.</summary>
    public static string Of(DicomTag tag) =>
        DicomDictionary.TryGet(tag, out DicomDictionaryEntry? entry) && entry.Keyword.Length > 0 && !entry.IsRepeating && entry.Tag == tag
            ? entry.Keyword
            : tag.ToString();
}
