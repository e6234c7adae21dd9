using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PSDicom.Data;
using PSDicom.Query;

namespace PSDicom.Cli.Output;

/// <summary>Writes a row a file as CSV (RFC 4180), as Get-DicomFile -Tag with Export-Csv does; used by several threads at once.</summary>
/// <param name="columns">The columns after the path.</param>
internal sealed class TagCsvWriter(IReadOnlyList<TagColumn> columns)
{
    private static readonly char[] Quoted = ['"', ',', '\r', '\n'];

    /// <summary>The names of the columns.</summary>
    public ReadOnlyMemory<byte> Heading { get; } = Line([nameof(DicomFile.FullName), .. columns.Select(column => column.Name)]);

    public ReadOnlyMemory<byte> Write(DicomFile file) =>
        Line([file.FullName!, .. columns.Select(column => ValueText.Of(file.ValueOf(column)))]);

    private static byte[] Line(IEnumerable<string> fields) => Encoding.UTF8.GetBytes(string.Join(',', fields.Select(Field)) + "\r\n");

    private static string Field(string text) =>
        text.IndexOfAny(Quoted) < 0 ? text : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
