using System;
using System.Globalization;
using PSDicom.Text;

namespace PSDicom.Data;

/// <summary>Values that contradict their value representation or their character set. The messages do not contain the value.</summary>
internal static class ValueFaults
{
    /// <summary>Whether a value may have a fault: a fast check, as few values have one.</summary>
    public static bool AreLikely(DicomVR vr, ReadOnlySpan<byte> bytes) => vr.Kind switch
    {
        DicomVRKind.Text => !TextBytes.ArePlain(bytes) || (vr == DicomVR.DS && bytes.IndexOf((byte)',') >= 0),
        DicomVRKind.Number => MisfitNumbers.Is(vr, bytes),
        _ => false,
    };

    /// <summary>Finds the fault of an element's value.</summary>
    /// <param name="element">The element.</param>
    /// <param name="message">The fault and how it was handled; empty if there is none.</param>
    /// <returns>The kind of fault; null if there is none.</returns>
    public static string? Find(DicomElement element, out string message)
    {
        string? fault = element.VR.Kind switch
        {
            DicomVRKind.Text => TextFaultOf(element),
            DicomVRKind.Number when MisfitNumbers.Is(element) => MisfitOf(element),
            _ => null,
        };

        // Nearly all values are right: no text is made for them.
        message = fault is null ? string.Empty : $"The value of {element.Tag} {fault}";
        return element.VR.Kind == DicomVRKind.Number && fault is not null ? nameof(MisfitNumbers) : fault;
    }

    private static string MisfitOf(DicomElement element)
    {
        string kept = MisfitNumbers.Text(element) is null ? "bytes" : "text";
        return MisfitNumbers.HasWholeNumbers(element.VR, element.ByteLength)
            ? string.Format(CultureInfo.InvariantCulture, "is a number written as text, but {0} is binary; it was read as {1}.", element.VR, kept)
            : string.Format(
                CultureInfo.InvariantCulture,
                "has {0} bytes, but {1} takes {2} for each number; it was read as {3}.",
                element.ByteLength,
                element.VR,
                element.VR.UnitSize,
                kept);
    }

    private static string? TextFaultOf(DicomElement element)
    {
        if (element.VR == DicomVR.DS && ElementText.HasDecimalComma(element)) return "has a decimal comma, which was read as a decimal point.";
        ElementText.Decode(element, out TextFault fault);
        return Describe(element, fault);
    }

    /// <summary>A contradiction to the character set and how it was handled; null if there is none, or another warning tells of it.</summary>
    public static string? Describe(DicomElement element, TextFault fault)
    {
        CharacterSet set = element.Dataset.CharacterSet;
        bool isDeclared = element.VR.UsesCharacterSet;
        return fault switch
        {
            TextFault.None => null,

            // The unknown name of the set already has a warning.
            TextFault.UndeclaredAsUtf8 or TextFault.UndeclaredAsLatin1 when isDeclared && set.UnknownTerms.Count > 0 => null,
            TextFault.UndeclaredAsUtf8 => $"has non-ASCII characters, {(isDeclared ? "but no character set is declared for them" : $"which {element.VR} does not allow")}; it was read as UTF-8.",
            TextFault.UndeclaredAsLatin1 => $"has non-ASCII characters, {(isDeclared ? "but no character set is declared for them" : $"which {element.VR} does not allow")}; it was read as Latin-1. If that is wrong, specify the character set.",
            TextFault.WithoutEscape => $"has characters of the character set '{set}' without its escape sequence; they were read in that character set.",
            TextFault.Utf8InAnother => $"is UTF-8, but the character set '{set}' is declared; it was read as UTF-8.",
            TextFault.WindowsInIso => $"has bytes from 80H to 9FH, which are undefined in the character set '{set}'; it was read in the matching Windows code page.",
            TextFault.EscapeInWhole => $"has escape sequences, which the character set '{set}' does not allow; they were applied.",
            TextFault.NotValid => $"is not valid in the declared character set '{set}'; the invalid bytes were read as windows-1252. If that is wrong, specify the character set.",
            TextFault.Cut => "ends within a character, which was replaced by U+FFFD.",
            _ => $"has codes that are undefined in the character set '{set}'. If that is wrong, specify the character set.",
        };
    }
}
