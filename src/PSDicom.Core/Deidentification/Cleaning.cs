using System;

namespace PSDicom.Deidentification;

/// <summary>What de-identified copies keep after cleaning it (PS3.15 sections E.3.1 and E.3.3 to E.3.5).</summary>
[Flags]
public enum Cleaning
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Descriptions, without the words of the patient's identity, dates, long numbers and addresses.</summary>
    Descriptors = 1,

    /// <summary>Graphics of presentation states, without their text.</summary>
    Graphics = 2,

    /// <summary>Structured reports, without text and names.</summary>
    StructuredContent = 4,

    /// <summary>Images that may have text in their pixels, with the pixels black that have it: outside of ultrasound regions, or where it is known to be.</summary>
    PixelData = 8,
}
