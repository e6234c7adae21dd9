namespace PSDicom.Validation.Checks;

/// <summary>Values in findings: only such that cannot tell who the patient is, nor what follows a wrong length.</summary>
internal static class ShownValue
{
    private const ushort PatientGroup = 0x0010;
    private const int MaxShown = 64;

    /// <summary>The value of an element; null if it must not be shown.</summary>
    public static string? Of(DicomElement element)
    {
        if (element.Tag.IsPrivate || element.Tag.Group == PatientGroup || element.ByteLength > MaxShown) return null;
        if (element.VR != DicomVR.CS && element.VR != DicomVR.IS && element.VR != DicomVR.DS) return null;
        if (element.RawValue is not { } text) return null;

        // Letters may be a name that got here by a wrong length.
        foreach (char character in text)
        {
            if (character is not ((>= '0' and <= '9') or '+' or '-' or '.' or ',' or ' ' or '\\')) return null;
        }

        return text;
    }
}
