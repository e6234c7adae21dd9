namespace PSDicom.IO.Reading;

/// <summary>Sees the tokens of a file while its data set is read, for what the data set does not keep: headers, their order, delimiters.</summary>
internal interface ITokenObserver
{
    /// <summary>The file meta information, or after it the data set, begins.</summary>
    void Begin(bool isFileMeta);

    /// <summary>A token was read; it may be examined, but not moved on.</summary>
    void See(DicomTokenizer tokenizer);

    /// <summary>The file meta information or the data set has ended.</summary>
    /// <param name="tokenizer">The tokenizer at its end.</param>
    void End(DicomTokenizer tokenizer);
}
