namespace PSDicom.Deidentification.Profile;

/// <summary>What a table of PS3.15 annex E says about an attribute.</summary>
internal enum ProfileAction
{
    /// <summary>X: removed.</summary>
    Remove,

    /// <summary>Z: no value.</summary>
    Empty,

    /// <summary>D: a value without meaning.</summary>
    Dummy,

    /// <summary>U: another unique identifier, the same for the same.</summary>
    Uid,

    /// <summary>K: kept.</summary>
    Keep,

    /// <summary>C: cleaned; of a date, moved.</summary>
    Clean,

    /// <summary>X/Z: removed, unless an object of its kind needs it.</summary>
    RemoveOrEmpty,

    /// <summary>X/D.</summary>
    RemoveOrDummy,

    /// <summary>X/Z/D.</summary>
    RemoveOrEmptyOrDummy,

    /// <summary>Z/D: no value, unless an object of its kind needs one.</summary>
    EmptyOrDummy,

    /// <summary>X/Z/U*: kept, with other unique identifiers inside.</summary>
    UidsInside,
}
