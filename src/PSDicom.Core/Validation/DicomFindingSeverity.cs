namespace PSDicom;

/// <summary>How bad a finding is.</summary>
public enum DicomFindingSeverity
{
    /// <summary>Worth knowing, but no violation of the standard.</summary>
    Information,

    /// <summary>A violation of the standard; the data can be read nevertheless.</summary>
    Warning,

    /// <summary>Something cannot be read, or not rightly, or the identity of the object is lost.</summary>
    Error,
}
