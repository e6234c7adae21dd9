using System.Linq;
using System.Threading;
using PSDicom.Query;

namespace PSDicom.Validation.Checks;

/// <summary>What reading the file warned of.</summary>
internal sealed class ReadingCheck : IFileCheck
{
    public void Check(CheckedFile file, FindingList findings, CancellationToken cancellation)
    {
        foreach (DicomWarning warning in file.File.Warnings)
        {
            if (FindingRules.Of(warning.Kind) is { } rule) findings.Add(rule, warning.Detail, NamedPath(warning.TagPath), warning.Offset);
        }
    }

    /// <summary>The path with keywords, as in other findings.</summary>
    private static string? NamedPath(string? path) => path is null ? null : string.Join(".", path.Split('.').Select(NamedStep));

    private static string NamedStep(string step)
    {
        int end = step.IndexOf(')') + 1;
        return DicomTag.TryParse(step.Substring(0, end), out DicomTag tag) ? TagNames.Of(tag) + step.Substring(end) : step;
    }
}
