namespace PSDicom.Editing;

/// <summary>What happens to an element.</summary>
internal enum ElementEditKind
{
    /// <summary>Only its items change.</summary>
    Items,

    /// <summary>It gets a new value, or is added.</summary>
    Write,

    /// <summary>It is removed.</summary>
    Remove,
}
