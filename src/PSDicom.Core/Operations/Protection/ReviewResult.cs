namespace PSDicom;

/// <summary>What de-identification would do with the pixels of an image.</summary>
public enum ReviewResult
{
    /// <summary>They would be copied as they are.</summary>
    Copied,

    /// <summary>Some would become black.</summary>
    Cleaned,

    /// <summary>The file would be refused.</summary>
    Refused,
}
