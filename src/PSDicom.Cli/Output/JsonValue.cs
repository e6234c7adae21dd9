using System;
using System.Globalization;
using System.Text.Json;
using System.Threading;

namespace PSDicom.Cli.Output;

/// <summary>Writes the value of an element as JSON: numbers as numbers, dates in ISO 8601, several values as an array.</summary>
internal static class JsonValue
{
    public static void Write(Utf8JsonWriter json, DicomElement element, CancellationToken cancellation)
    {
        switch (element.VR.Kind)
        {
            case DicomVRKind.Sequence when element.Items.Count > 0:
                json.WriteStartObject();
                json.WriteNumber("items"u8, element.Items.Count);
                json.WriteEndObject();
                break;

            // Not through Value, which would hold all of it in memory.
            case DicomVRKind.Binary when element.ByteLength > 0:
                WriteBytes(json, element, cancellation);
                break;

            case DicomVRKind.Text or DicomVRKind.Number:
                object? value = element.Value;

                // The length does not fit the number type.
                if (value is byte[]) WriteBytes(json, element, cancellation);
                else WriteAny(json, value, element.VR);
                break;

            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteBytes(Utf8JsonWriter json, DicomElement element, CancellationToken cancellation)
    {
        json.WriteStartObject();
        json.WriteNumber("length"u8, element.ByteLength);
        json.WriteString("sha256"u8, ValueHash.Compute(element, cancellation));
        json.WriteEndObject();
    }

    private static void WriteAny(Utf8JsonWriter json, object? value, DicomVR vr)
    {
        if (value is not Array values)
        {
            WriteOne(json, value, vr);
            return;
        }

        json.WriteStartArray();
        foreach (object? one in values) WriteOne(json, one, vr);
        json.WriteEndArray();
    }

    private static void WriteOne(Utf8JsonWriter json, object? value, DicomVR vr)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case double number: WriteDouble(json, number); break;
            case float number: WriteSingle(json, number); break;
            case ulong number: json.WriteNumberValue(number); break;
            case DateTime date when vr == DicomVR.DA: WriteFormatted(json, date, "yyyy-MM-dd"); break;
            case DateTime date: WriteFormatted(json, date, "yyyy-MM-dd'T'HH:mm:ss.FFFFFF"); break;
            case DateTimeOffset date: WriteFormatted(json, date, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz"); break;
            case TimeSpan time: json.WriteStringValue(Format(time)); break;
            case DicomTag tag: json.WriteStringValue(tag.ToString()); break;
            default: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
        }
    }

    // A leap second at the end of the day is hour 24.
    private static string Format(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}{DateTime.MinValue + time:':'mm':'ss.FFFFFF}");

    private static void WriteFormatted(Utf8JsonWriter json, IFormattable value, string format) =>
        json.WriteStringValue(value.ToString(format, CultureInfo.InvariantCulture));

    // JSON has no infinity and no NaN.
    private static void WriteDouble(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number)) json.WriteNumberValue(number);
        else json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteSingle(Utf8JsonWriter json, float number)
    {
        if (float.IsFinite(number)) json.WriteNumberValue(number);
        else json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
    }
}
