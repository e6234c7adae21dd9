using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes each finding, or each file, as a line for people: first the path, as compilers do.</summary>
internal sealed class TestTextWriter : ITestWriter
{
    public ReadOnlyMemory<byte> Write(string path, IEnumerable<DicomFinding> findings)
    {
        var text = new StringBuilder();
        foreach (DicomFinding finding in findings)
        {
            text.Append(PlainText.Of(path)).Append(": ").Append(finding.Severity).Append(' ').Append(finding.Id).Append(": ").Append(PlainText.OfValue(finding.Message));
            if (finding.TagPath is { } tagPath) text.Append(" (in ").Append(PlainText.Of(tagPath)).Append(')');
            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public ReadOnlyMemory<byte> Write(string path, DicomTestResult result) => Encoding.UTF8.GetBytes(string.Format(
        CultureInfo.InvariantCulture,
        "{0}: {1} {2}, {3} {4}{5}\n",
        PlainText.Of(path),
        result.Errors,
        result.Errors == 1 ? "error" : "errors",
        result.Warnings,
        result.Warnings == 1 ? "warning" : "warnings",
        result.Ids.Count == 0 ? string.Empty : $" ({string.Join(", ", result.Ids)})"));
}
