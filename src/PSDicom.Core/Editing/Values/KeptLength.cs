namespace PSDicom.Editing.Values;

/// <summary>Gives a new value the length of the old one.</summary>
internal static class KeptLength
{
    /// <summary>Pads text with blanks at its end, where they mean nothing (PS3.5 section 6.2).</summary>
    /// <param name="value">The new value.</param>
    /// <param name="element">The element; null if it is missing.</param>
    /// <param name="context">Where it is written.</param>
    /// <exception cref="DicomException">It cannot have the length of the old one.</exception>
    public static NewValue Pad(NewValue value, DicomElement? element, ValueContext context)
    {
        if (element is null) throw context.Invalid("The file does not have the element, and keeping its length, it cannot be added.");
        if (value.Length == element.ByteLength) return value;
        if (value.Length > element.ByteLength) throw context.Invalid($"The value needs {value.Length} bytes, more than the {element.ByteLength} of the old one, and the length of the file is to be kept.");
        if (!MayEndInBlanks(value.VR)) throw context.Invalid($"The value needs {value.Length} bytes, not the {element.ByteLength} of the old one, and {value.VR} cannot be padded to keep the length of the file.");
        return value.PaddedTo((int)element.ByteLength);
    }

    // Dates and ages have fixed lengths, and unique identifiers no blanks.
    private static bool MayEndInBlanks(DicomVR vr) => vr.Kind == DicomVRKind.Text && vr != DicomVR.UI && vr != DicomVR.DA && vr != DicomVR.AS;
}
