namespace PSDicom;

/// <summary>What a value says about the patient, or about others whom the file names.</summary>
public enum IdentityKind
{
    /// <summary>A name of a person, or a part of one.</summary>
    Name,

    /// <summary>An identifier or a number: of a patient, an examination, an order, a device.</summary>
    Identifier,

    /// <summary>A date, or a time of day.</summary>
    Date,

    /// <summary>A unique identifier of a single thing, such as a study or an instance.</summary>
    Uid,

    /// <summary>Other text: descriptions, addresses, institutions, comments.</summary>
    Text,
}
