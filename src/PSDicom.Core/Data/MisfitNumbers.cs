using System;
using System.Text;

namespace PSDicom.Data;

/// <summary>
/// Values that cannot be the numbers of their value representation (PS3.5 section 6.2): they stay the bytes that they are, or the text where they
/// are that. A part of them as numbers would look right and be wrong: mostly it is the value representation that is.
/// </summary>
internal static class MisfitNumbers
{
    /// <summary>Text in place of floating-point numbers is looked for in values of up to so many bytes; longer ones are arrays.</summary>
    private const int MaxDecimals = 64;

    /// <summary>Whether an element is of numbers and its value is none.</summary>
    public static bool Is(DicomElement element) =>
        element.VR.Kind == DicomVRKind.Number
        && (!HasWholeNumbers(element.VR, element.ByteLength) || (MayBeDecimals(element.VR, element.ByteLength) && AreDecimals(element.Bytes())));

    /// <inheritdoc cref="Is(DicomElement)"/>
    public static bool Is(DicomVR vr, ReadOnlySpan<byte> bytes) =>
        vr.Kind == DicomVRKind.Number && (!HasWholeNumbers(vr, bytes.Length) || (MayBeDecimals(vr, bytes.Length) && AreDecimals(bytes)));

    /// <summary>Whether so many bytes are numbers without a rest.</summary>
    public static bool HasWholeNumbers(DicomVR vr, long length) => length % vr.UnitSize == 0;

    /// <summary>The value as text; null if its bytes are not printable.</summary>
    public static string? Text(DicomElement element)
    {
        ReadOnlySpan<byte> bytes = element.Bytes();
        if (bytes.Length > 0 && bytes[bytes.Length - 1] == 0) bytes = bytes.Slice(0, bytes.Length - 1);

        // A single byte is rather a number than a letter.
        if (bytes.Length < 2) return null;
        foreach (byte code in bytes)
        {
            if (code is < (byte)' ' or > (byte)'~') return null;
        }

        return Encoding.ASCII.GetString(bytes.ToArray()).Trim(' ');
    }

    private static bool MayBeDecimals(DicomVR vr, long length) => (vr == DicomVR.FD || vr == DicomVR.FL) && length is >= 8 and <= MaxDecimals;

    // Of numbers whose bytes are all like this there is not one in ten thousand million.
    private static bool AreDecimals(ReadOnlySpan<byte> bytes)
    {
        bool hasDigit = false;
        foreach (byte code in bytes[bytes.Length - 1] == 0 ? bytes.Slice(0, bytes.Length - 1) : bytes)
        {
            if (code is >= (byte)'0' and <= (byte)'9') hasDigit = true;
            else if (code is not ((byte)'.' or (byte)',' or (byte)'+' or (byte)'-' or (byte)'E' or (byte)'e' or (byte)' ' or (byte)'\\')) return false;
        }

        return hasDigit;
    }
}
