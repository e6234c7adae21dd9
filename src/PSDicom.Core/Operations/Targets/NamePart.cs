namespace PSDicom.Operations.Targets;

/// <summary>A part of the name of a file or folder: text as it is, or a field.</summary>
internal readonly struct NamePart
{
    public NamePart(string text) => Text = text;

    public NamePart(NameField field) => Field = field;

    /// <summary>The text; null of a field.</summary>
    public string? Text { get; }

    /// <summary>The field; null of text.</summary>
    public NameField? Field { get; }
}
