using System;
using System.Text;

namespace PSDicom.Data;

/// <summary>
/// Values that cannot be numbers of their value representation (PS3.5 section 6.2): they stay bytes, or text if they are printable. Numbers
/// from a part of them would look right but be wrong: mostly the value representation is wrong.
/// </summary>
internal static class MisfitNumbers
{
    /// <summary>The longest value in which text in place of floating-point numbers is looked for, in bytes; longer ones are arrays.</summary>
    private const int MaxDecimals = 64;

    /// <summary>Whether an element should have numbers but its value cannot be numbers.</summary>
    public static bool Is(DicomElement element) =>
        element.VR.Kind == DicomVRKind.Number
        && (!HasWholeNumbers(element.VR, element.ByteLength) || (MayBeDecimals(element.VR, element.ByteLength) && AreDecimals(element.Bytes())));

    /// <inheritdoc cref="Is(DicomElement)"/>
    public static bool Is(DicomVR vr, ReadOnlySpan<byte> bytes) =>
        vr.Kind == DicomVRKind.Number && (!HasWholeNumbers(vr, bytes.Length) || (MayBeDecimals(vr, bytes.Length) && AreDecimals(bytes)));

    /// <summary>Whether a length in bytes is a multiple of the size of a number.</summary>
    public static bool HasWholeNumbers(DicomVR vr, long length) => length % vr.UnitSize == 0;

    /// <summary>The value as text; null if its bytes are not printable.</summary>
    public static string? Text(DicomElement element)
    {
        ReadOnlySpan<byte> bytes = element.Bytes();
        if (bytes.Length > 0 && bytes[bytes.Length - 1] == 0) bytes = bytes.Slice(0, bytes.Length - 1);

        // A single byte is more likely a number than a letter.
        if (bytes.Length < 2) return null;
        foreach (byte code in bytes)
        {
            if (code is < (byte)' ' or > (byte)'~') return null;
        }

        return Encoding.ASCII.GetString(bytes.ToArray()).Trim(' ');
    }

    private static bool MayBeDecimals(DicomVR vr, long length) => (vr == DicomVR.FD || vr == DicomVR.FL) && length is >= 8 and <= MaxDecimals;

    // Less than one number in ten thousand million has only such bytes.
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
