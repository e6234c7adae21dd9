namespace PSDicom;

/// <summary>What the frames of a stack are together.</summary>
public enum StackKind
{
    /// <summary>Images without a position in space, such as photographs, X-ray images or ultrasound: a list, and no volume.</summary>
    Images,

    /// <summary>One slice with a position.</summary>
    Slice,

    /// <summary>Several parallel slices with positions.</summary>
    Volume,
}
