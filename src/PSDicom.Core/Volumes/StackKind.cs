namespace PSDicom;

/// <summary>The kind of a stack.</summary>
public enum StackKind
{
    /// <summary>Images without a position in space, such as photographs, X-ray images or ultrasound: a list, not a volume.</summary>
    Images,

    /// <summary>One slice with a position.</summary>
    Slice,

    /// <summary>Several parallel slices with positions.</summary>
    Volume,
}
