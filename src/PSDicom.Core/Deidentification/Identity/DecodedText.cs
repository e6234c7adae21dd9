namespace PSDicom.Deidentification.Identity;

/// <summary>Bytes of a file, read as text in one of the encodings that they may have.</summary>
/// <param name="Text">The text.</param>
/// <param name="Encoding">The name of the encoding.</param>
/// <param name="BytesOfCharacter">The number of bytes of each character; 0 if they differ.</param>
/// <param name="Start">The number of bytes before the first character.</param>
internal readonly record struct DecodedText(string Text, string Encoding, int BytesOfCharacter, int Start);
