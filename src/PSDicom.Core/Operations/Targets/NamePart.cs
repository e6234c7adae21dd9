namespace PSDicom.Operations.Targets;

/// <summary>A part of the name of a file or folder: literal text or a field.</summary>
internal readonly struct NamePart
{
    public NamePart(string text) => Text = text;

    public NamePart(NameField field) => Field = field;

    /// <summary>The text; null for a field.</summary>
    public string? Text { get; }

    /// <summary>The field; null for text.</summary>
    public NameField? Field { get; }
}
