using PSDicom.Text;

namespace PSDicom.Editing.Values;

/// <summary>Where a value is written.</summary>
/// <param name="Path">The element, as a tag path, for messages.</param>
/// <param name="VR">The value representation.</param>
/// <param name="Multiplicity">The number of values that the dictionary allows; null if it does not have the element.</param>
/// <param name="CharacterSet">The character set of the data set.</param>
/// <param name="IsValidated">Whether the value must conform to the standard.</param>
internal sealed record ValueContext(string Path, DicomVR VR, string? Multiplicity, CharacterSet CharacterSet, bool IsValidated)
{
    /// <summary>The error of a value that does not fit.</summary>
    public DicomException Invalid(string sentence) => new(DicomErrorReason.InvalidValue, sentence, tagPath: Path);
}
