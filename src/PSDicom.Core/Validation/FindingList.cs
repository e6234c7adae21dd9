using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Query;

namespace PSDicom.Validation;

/// <summary>
/// Collects the findings of a file. Of each kind, only the first are kept (<see cref="DicomLimits.MaxFindingsOfKind"/>) and the others are
/// counted, as a damaged file may have millions.
/// </summary>
/// <param name="fullName">The file; null for bytes in memory.</param>
/// <param name="isStrict">Whether to keep those that are reported only on request.</param>
internal sealed class FindingList(string? fullName, bool isStrict = false)
{
    private readonly List<DicomFinding> _findings = [];
    private readonly Dictionary<FindingRule, int> _counts = [];

    /// <summary>The file; null for bytes in memory.</summary>
    public string? FullName => fullName;

    /// <summary>Whether those that are reported only on request are kept.</summary>
    public bool IsStrict => isStrict;

    /// <summary>The kinds of findings, the worst first.</summary>
    public IReadOnlyList<string> Ids => [.. _counts.Keys.OrderByDescending(rule => rule.Severity).Select(rule => rule.Id)];

    /// <summary>The number of findings with a severity, with those that were only counted.</summary>
    public int Count(DicomFindingSeverity severity)
    {
        int count = 0;
        foreach (KeyValuePair<FindingRule, int> kind in _counts) count += kind.Key.Severity == severity ? kind.Value : 0;
        return count;
    }

    /// <summary>Whether there is a finding of a kind.</summary>
    public bool Has(FindingRule rule) => _counts.ContainsKey(rule);

    /// <summary>
    /// Whether a finding of a kind is to be added; if not, it is counted here. It saves the message and the path of findings beyond the limit.
    /// </summary>
    public bool Wants(FindingRule rule)
    {
        if (rule.IsStrict && !isStrict) return false;
        if (!_counts.TryGetValue(rule, out int count) || count < DicomLimits.MaxFindingsOfKind) return true;
        _counts[rule] = count + 1;
        return false;
    }

    /// <summary>Adds a finding.</summary>
    /// <param name="rule">Its kind.</param>
    /// <param name="message">What is wrong, with nothing that may tell who the patient is.</param>
    /// <param name="tagPath">The element.</param>
    /// <param name="offset">The byte position.</param>
    /// <param name="value">The wrong value, if it cannot tell who the patient is.</param>
    public void Add(FindingRule rule, string message, string? tagPath = null, long? offset = null, string? value = null)
    {
        if (IsKept(rule)) _findings.Add(new DicomFinding(fullName, rule, message, tagPath, offset, value));
    }

    /// <summary>Adds a finding about an element.</summary>
    /// <inheritdoc cref="Add(FindingRule, string, string?, long?, string?)"/>
    public void Add(FindingRule rule, string message, LocatedElement element, string? value = null) =>
        Add(rule, message, element.Place, element.Element.Tag, element.Element.Offset, value);

    /// <summary>Adds a finding about an element.</summary>
    /// <param name="rule">Its kind.</param>
    /// <param name="message">What is wrong, with nothing that may tell who the patient is.</param>
    /// <param name="place">The item with the element; null for the file's data set.</param>
    /// <param name="tag">The element.</param>
    /// <param name="offset">The byte position.</param>
    /// <param name="value">The wrong value, if it cannot tell who the patient is.</param>
    public void Add(FindingRule rule, string message, ItemPlace? place, DicomTag tag, long? offset, string? value = null)
    {
        if (IsKept(rule)) _findings.Add(new DicomFinding(fullName, rule, message, ItemPlace.PathOf(place, tag), offset, value));
    }

    /// <summary>The findings, and for each kind with too many of them one that says how many more there are.</summary>
    public IReadOnlyList<DicomFinding> ToFindings()
    {
        List<DicomFinding> findings = [.. _findings];
        foreach (KeyValuePair<FindingRule, int> kind in _counts)
        {
            int more = kind.Value - DicomLimits.MaxFindingsOfKind;
            if (more > 0) findings.Add(new DicomFinding(fullName, kind.Key, string.Format(CultureInfo.InvariantCulture, "There {0} {1} more of this kind in the file.", more == 1 ? "is" : "are", more)));
        }

        return findings;
    }

    private bool IsKept(FindingRule rule)
    {
        if (rule.IsStrict && !isStrict) return false;
        _counts.TryGetValue(rule, out int count);
        _counts[rule] = count + 1;
        return count < DicomLimits.MaxFindingsOfKind;
    }
}
