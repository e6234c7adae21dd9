namespace PSDicom.Deidentification;

/// <summary>What happens to an element.</summary>
internal enum Treatment
{
    /// <summary>It is left out.</summary>
    Remove,

    /// <summary>It stays, without a value.</summary>
    Empty,

    /// <summary>It gets a value without meaning.</summary>
    Dummy,

    /// <summary>It gets other unique identifiers, the same for the same.</summary>
    Uid,

    /// <summary>Its dates are moved.</summary>
    Shift,

    /// <summary>Its text is cleaned.</summary>
    Clean,

    /// <summary>It gets the pseudonym of the patient.</summary>
    Pseudonym,

    /// <summary>It stays as it is; of a sequence, its items are treated element by element.</summary>
    Keep,
}
