namespace PSDicom.Operations.Sets;

/// <summary>What a unique identifier identifies.</summary>
internal enum UIDKind
{
    /// <summary>A study, by Study Instance UID.</summary>
    Study,

    /// <summary>A series, by Series Instance UID.</summary>
    Series,

    /// <summary>An object, by SOP Instance UID.</summary>
    Instance,
}
