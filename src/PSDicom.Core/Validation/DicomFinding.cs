using PSDicom.Validation;

namespace PSDicom;

/// <summary>Something wrong, or remarkable, in a file.</summary>
public sealed class DicomFinding
{
    internal DicomFinding(string? fullName, FindingRule rule, string message, string? tagPath = null, long? offset = null, string? value = null)
    {
        FullName = fullName;
        Severity = rule.Severity;
        Id = rule.Id;
        TagPath = tagPath;
        Offset = offset;
        Message = VisibleText.Of(message);
        Value = value is null ? null : VisibleText.Of(value);
    }

    /// <summary>The file; null for bytes in memory.</summary>
    public string? FullName { get; }

    /// <summary>How bad it is; the same for all findings of an <see cref="Id"/>.</summary>
    public DicomFindingSeverity Severity { get; }

    /// <summary>The kind of finding; stable, for programs.</summary>
    public string Id { get; }

    /// <summary>The element, as a tag path; null if it is about no single element.</summary>
    public string? TagPath { get; }

    /// <summary>The byte position in the file (of a deflated file: in the inflated data set); null if it is about no single place.</summary>
    public long? Offset { get; }

    /// <summary>What is wrong. It never contains the value of an element that may tell who the patient is.</summary>
    public string Message { get; }

    /// <summary>The wrong value; null if there is none, or if it may tell who the patient is.</summary>
    public string? Value { get; }

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
