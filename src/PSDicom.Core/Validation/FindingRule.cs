namespace PSDicom.Validation;

/// <summary>A kind of finding.</summary>
/// <param name="id">Its name; stable, for programs.</param>
/// <param name="severity">How bad it is.</param>
/// <param name="meaning">What it means, in a sentence.</param>
/// <param name="remedy">What to do, in a sentence.</param>
/// <param name="isStrict">Whether it is reported only on request.</param>
internal sealed class FindingRule(string id, DicomFindingSeverity severity, string meaning, string remedy, bool isStrict)
{
    /// <summary>Its name; stable, for programs.</summary>
    public string Id { get; } = id;

    /// <summary>How bad it is.</summary>
    public DicomFindingSeverity Severity { get; } = severity;

    /// <summary>What it means, in a sentence.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>What to do, in a sentence.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>Whether it is reported only on request.</summary>
    public bool IsStrict { get; } = isStrict;

    /// <summary>Its name.</summary>
    public override string ToString() => Id;
}
