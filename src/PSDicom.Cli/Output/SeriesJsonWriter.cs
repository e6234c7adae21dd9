using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace PSDicom.Cli.Output;

/// <summary>Writes one JSON object per line for each series or stack.</summary>
/// <param name="byStack">Whether stacks are written instead of series.</param>
internal sealed class SeriesJsonWriter(bool byStack) : ISeriesWriter
{
    public ReadOnlyMemory<byte> Heading => default;

    public ReadOnlyMemory<byte> Write(DicomSeries series)
    {
        using var lines = new JsonLines();
        if (byStack)
        {
            foreach (DicomStack stack in series.Stacks)
            {
                lines.StartLine();
                WriteSeries(lines.Writer, series);
                WriteStack(lines.Writer, stack);
                lines.EndLine();
            }

            return lines.Bytes.ToArray();
        }

        Utf8JsonWriter json = lines.Writer;
        lines.StartLine();
        WriteSeries(json, series);
        json.WriteNumber("fileCount"u8, series.FileCount);
        json.WriteNumber("frameCount"u8, series.FrameCount);
        json.WriteBoolean("isRegular"u8, series.IsRegular);
        json.WriteNumber("length"u8, series.Length);
        WriteDate(json, "firstDate", series.FirstDate, "yyyy-MM-dd'T'HH:mm:ss.FFFFFF");
        WriteDate(json, "lastDate", series.LastDate, "yyyy-MM-dd'T'HH:mm:ss.FFFFFF");
        WriteProblem(json, series.Problem);
        json.WriteStartArray("stacks"u8);
        foreach (DicomStack stack in series.Stacks)
        {
            json.WriteStartObject();
            WriteStack(json, stack);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WritePaths(json, "files", series.Files);
        WritePaths(json, "duplicateFiles", series.DuplicateFiles);
        lines.EndLine();
        return lines.Bytes.ToArray();
    }

    private static void WriteSeries(Utf8JsonWriter json, DicomSeries series)
    {
        json.WriteString("patientID"u8, series.PatientID);
        json.WriteString("patientName"u8, series.PatientName);
        json.WriteString("studyInstanceUID"u8, series.StudyInstanceUID);
        WriteDate(json, "studyDate", series.StudyDate, "yyyy-MM-dd");
        json.WriteString("studyDescription"u8, series.StudyDescription);
        json.WriteString("seriesInstanceUID"u8, series.SeriesInstanceUID);
        WriteNumber(json, "seriesNumber", series.SeriesNumber);
        json.WriteString("seriesDescription"u8, series.SeriesDescription);
        json.WriteString("modality"u8, series.Modality);
    }

    private static void WriteStack(Utf8JsonWriter json, DicomStack stack)
    {
        json.WriteNumber("stackIndex"u8, stack.StackIndex);
        json.WriteNumber("stackCount"u8, stack.StackCount);
        json.WriteString("splitBy"u8, stack.SplitBy);
        json.WriteString("kind"u8, stack.Kind.ToString());
        json.WriteNumber("columns"u8, stack.Columns);
        json.WriteNumber("rows"u8, stack.Rows);
        json.WriteNumber("slices"u8, stack.Slices);
        json.WriteNumber("volumes"u8, stack.Volumes);
        WriteNumbers(json, "spacing", stack.Spacing);
        WriteNumbers(json, "origin", stack.Origin);
        json.WriteString("orientation"u8, stack.Orientation.ToString());
        json.WriteNumber("gantryTilt"u8, stack.GantryTilt);
        json.WriteBoolean("isRegular"u8, stack.IsRegular);
        json.WriteNumber("missingSlices"u8, stack.MissingSlices);
        json.WriteStartArray("missingAfter"u8);
        foreach (int slice in stack.MissingAfter) json.WriteNumberValue(slice);
        json.WriteEndArray();
        json.WriteNumber("absentFrames"u8, stack.AbsentFrames);
        json.WriteNumber("duplicateFrames"u8, stack.DuplicateFrames);
        json.WriteNumber("duplicatePositions"u8, stack.DuplicatePositions);
        WriteNumber(json, "minGap", stack.MinGap);
        WriteNumber(json, "maxGap", stack.MaxGap);
        WriteNumber(json, "spacingDeclared", stack.SpacingDeclared);
        json.WriteNumber("length"u8, stack.Length);
        WriteProblem(json, stack.Problem);
        json.WriteStartArray("frames"u8);
        foreach (DicomStackFrame frame in stack.Frames)
        {
            json.WriteStartObject();
            json.WriteString("path"u8, frame.FullName);
            json.WriteNumber("frame"u8, frame.Frame);
            WriteNumber(json, "slice", frame.Slice);
            WriteNumber(json, "volume", frame.Volume);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProblem(Utf8JsonWriter json, SeriesProblem problem)
    {
        json.WriteStartArray("problem"u8);
        foreach (SeriesProblem one in Enum.GetValues<SeriesProblem>().Where(one => one != SeriesProblem.None && problem.HasFlag(one))) json.WriteStringValue(one.ToString());
        json.WriteEndArray();
    }

    private static void WritePaths(Utf8JsonWriter json, string name, IReadOnlyList<DicomSeriesFile> files)
    {
        json.WriteStartArray(name);
        foreach (DicomSeriesFile file in files) json.WriteStringValue(file.FullName);
        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<double>? numbers)
    {
        if (numbers is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (double number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    private static void WriteDate(Utf8JsonWriter json, string name, DateTime? date, string format) =>
        json.WriteString(name, date?.ToString(format, CultureInfo.InvariantCulture));
}
