using System.Text;
using System.Text.RegularExpressions;
using PSDicom.Text;

namespace PSDicom.Fuzz;

/// <summary>Searches what is shown for what must not be: who the patient of a seed is, and characters that a terminal obeys or that turn text around.</summary>
internal static class MessageCheck
{
    private static readonly Regex Numbers = new("[0-9]+", RegexOptions.CultureInvariant);

    /// <summary>What the built seeds say of the patient, and nothing else does.</summary>
    public const string Name = "MARKQ^NAMEQ", Id = "MARKQ#4711", BirthDate = "19570413";

    /// <summary>What a message has if it has some of them.</summary>
    private static readonly string[] Marks = ["MARKQ", "NAMEQ", "#4711", BirthDate];

    private static readonly byte[][] MarkBytes = [.. Marks.Select(Encoding.ASCII.GetBytes)];

    private const int MaxReason = 160;

    /// <summary>Whether bytes have one of the values.</summary>
    public static bool HasMark(ReadOnlySpan<byte> bytes)
    {
        foreach (byte[] mark in MarkBytes)
        {
            if (bytes.IndexOf(mark) >= 0) return true;
        }

        return false;
    }

    /// <summary>Checks warnings.</summary>
    /// <exception cref="InvariantException">One says what it must not.</exception>
    public static void Check(IEnumerable<DicomWarning> warnings)
    {
        foreach (DicomWarning warning in warnings) Check(warning.Message);
    }

    /// <summary>Checks an exception and its causes.</summary>
    /// <exception cref="InvariantException">It says what it must not.</exception>
    public static void Check(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException) Check(cause.Message);
    }

    /// <summary>Checks a message.</summary>
    /// <exception cref="InvariantException">It says what it must not.</exception>
    public static void Check(string? message)
    {
        if (message is null) return;
        foreach (string mark in Marks)
        {
            if (message.Contains(mark, StringComparison.Ordinal)) throw new InvariantException($"a message says who the patient is: {ReasonOf(message)}");
        }

        CheckShown(message, "a message");
    }

    /// <summary>Checks what is made of a value to be shown.</summary>
    /// <exception cref="InvariantException">It has something that nobody is to see.</exception>
    public static void CheckShownValue(string value)
    {
        CheckShown(PlainText.Of(value), "PlainText.Of");
        CheckShown(PlainText.OfValue(value), "PlainText.OfValue");
        CheckShown(string.Concat(PlainText.OfLines(value).Where(character => character is not ('\n' or '\t'))), "PlainText.OfLines");
    }

    private static void CheckShown(string text, string what)
    {
        foreach (char character in text)
        {
            if (IsHarmful(character)) throw new InvariantException($"{what} has U+{(int)character:X4}: {ReasonOf(text)}");
        }
    }

    /// <summary>C0, DEL, C1; marks, embeddings, overrides and isolates of direction; separators of lines and paragraphs; the mark of byte order.</summary>
    private static bool IsHarmful(char character) => character is < ' ' or (>= '\u007F' and <= '\u009F') or '\u061C' or '\u200B' or '\u200E' or '\u200F'
        or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u206F') or '\uFEFF';

    /// <summary>The message without its numbers, so that the same fault is told once.</summary>
    private static string ReasonOf(string message)
    {
        string reason = Numbers.Replace(string.Concat(message.Select(character => IsHarmful(character) ? '?' : character)), "#");
        return reason.Length <= MaxReason ? reason : reason[..MaxReason];
    }
}
