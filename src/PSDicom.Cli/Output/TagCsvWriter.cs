using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PSDicom.Data;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes one CSV row per file (RFC 4180), as Get-DicomFile -Tag with Export-Csv does; used by several threads at once.</summary>
/// <param name="columns">The columns after the path.</param>
/// <param name="isShown">Whether it goes to a terminal, where fields are made safe; otherwise they are exact.</param>
internal sealed class TagCsvWriter(IReadOnlyList<TagColumn> columns, bool isShown)
{
    private static readonly char[] Quoted = ['"', ',', '\r', '\n'];

    /// <summary>The names of the columns.</summary>
    public ReadOnlyMemory<byte> Heading { get; } = Line([nameof(DicomFile.FullName), .. columns.Select(column => column.Name)]);

    public ReadOnlyMemory<byte> Write(DicomFile file) =>
        Line(((IEnumerable<string>)[file.FullName!, .. columns.Select(column => ValueText.Of(file.ValueOf(column)))]).Select(field => isShown ? PlainText.OfLines(field) : field));

    private static byte[] Line(IEnumerable<string> fields) => Encoding.UTF8.GetBytes(string.Join(',', fields.Select(Field)) + "\r\n");

    private static string Field(string text) =>
        text.IndexOfAny(Quoted) < 0 ? text : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
