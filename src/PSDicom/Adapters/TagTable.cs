using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text;
using PSDicom.Text;

namespace PSDicom.Adapters;

/// <summary>
/// Formats files read with -Tag: a table with a column for each tag, or a list if they do not fit. Used by PSDicom.Format.ps1xml, whose
/// views cannot have other columns for each call.
/// </summary>
public static class TagTable
{
    private const string FullName = "FullName";
    private const int Gap = 1;
    private const int NarrowestPath = 20;
    private const int WidestValue = 40;
    private const int DefaultWidth = 16;

    private static readonly HashSet<string> Unshown = new(StringComparer.OrdinalIgnoreCase)
    {
        FullName, ItemPath.PropertyName, ViewText.ComputerName, "PSShowComputerName", "PSSourceJobInstanceId", "RunspaceId",
    };

    /// <summary>The heading of a table; the text is the same for all files read with the same tags.</summary>
    /// <param name="file">A file read with -Tag.</param>
    /// <param name="width">The number of columns of the terminal.</param>
    public static string Heading(PSObject file, int width)
    {
        List<PSPropertyInfo> columns = ColumnsOf(file);
        if (!Fits(columns, width)) return string.Empty;
        var names = new StringBuilder();
        var lines = new StringBuilder();
        foreach (PSPropertyInfo column in columns)
        {
            names.Append(PlainText.Pad(column.Name, WidthOf(column.Name) + Gap));
            lines.Append(PlainText.Pad(new string('-', column.Name.Length), WidthOf(column.Name) + Gap));
        }

        return $"{names}{FullName}{Environment.NewLine}{lines}{new string('-', FullName.Length)}";
    }

    /// <summary>The row of a file in the table, or its list.</summary>
    /// <param name="file">A file read with -Tag.</param>
    /// <param name="width">The number of columns of the terminal.</param>
    public static string Row(PSObject file, int width)
    {
        List<PSPropertyInfo> columns = ColumnsOf(file);
        string path = ViewText.Of(file.Properties[FullName]?.Value);
        if (!Fits(columns, width)) return List(columns, path);
        var row = new StringBuilder();
        int used = 0;
        foreach (PSPropertyInfo column in columns)
        {
            int columnWidth = WidthOf(column.Name);
            row.Append(PlainText.Pad(PlainText.Cut(ViewText.WithUIDName(column.Value), columnWidth), columnWidth + Gap));
            used += columnWidth + Gap;
        }

        return row.Append(PlainText.CutStart(path, width - used)).ToString();
    }

    private static List<PSPropertyInfo> ColumnsOf(PSObject file)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        if (file.BaseObject is DicomFile read) return [.. read.GetColumns().Select(column => file.Properties[column.Name])];
        List<PSPropertyInfo> columns = [.. file.Properties.Where(property =>
            property.MemberType is (PSMemberTypes.Property or PSMemberTypes.NoteProperty) && !Unshown.Contains(property.Name))];
        if (ViewText.ShowsComputer(file)) columns.Add(file.Properties[ViewText.ComputerName]);
        return columns;
    }

    /// <summary>A line for each tag that the file has, because a wildcard may match many that it lacks.</summary>
    private static string List(List<PSPropertyInfo> columns, string path)
    {
        List<(string Name, string Text)> lines = [.. from column in columns let value = column.Value where value is not null select (column.Name, ViewText.WithUIDName(value))];
        lines.Add((FullName, path));
        int width = lines.Max(line => line.Name.Length);
        var list = new StringBuilder();
        foreach ((string name, string text) in lines) list.Append(PlainText.Pad(name, width)).Append(" : ").AppendLine(text);
        return list.ToString();
    }

    private static bool Fits(List<PSPropertyInfo> columns, int width) =>
        columns.Sum(column => WidthOf(column.Name) + Gap) + NarrowestPath < width;

    /// <summary>The width of a column: that of usual values, because each file is shown before the next is read.</summary>
    private static int WidthOf(string name)
    {
        string vr = DicomDictionary.TryGet(name, out DicomDictionaryEntry? entry) ? entry.VR.Code : string.Empty;
        int usual = vr switch
        {
            "DA" or "CS" or "DS" => 10,
            "TM" => 16,
            "DT" => 19,
            "IS" or "US" or "SS" or "UL" or "SL" => 6,
            "PN" => 20,
            "UI" => WidestValue,
            _ => DefaultWidth,
        };
        return Math.Max(name.Length, usual);
    }
}
