namespace PSDicom.Editing;

/// <summary>The kinds of changes.</summary>
public enum ChangeKind
{
    /// <summary>An element gets a value.</summary>
    Set,

    /// <summary>Elements are removed.</summary>
    Remove,
}
