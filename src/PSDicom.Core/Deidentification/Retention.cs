using System;

namespace PSDicom.Deidentification;

/// <summary>What de-identified copies keep (PS3.15 sections E.3.6 to E.3.12).</summary>
[Flags]
public enum Retention
{
    /// <summary>Nothing beyond the basic profile.</summary>
    None = 0,

    /// <summary>Dates and times as they are, apart from the date of birth.</summary>
    FullDates = 1,

    /// <summary>Dates moved by a number of whole days, the same for all dates of a patient; times of day as they are.</summary>
    ModifiedDates = 2,

    /// <summary>Unique identifiers.</summary>
    Uids = 4,

    /// <summary>Sex, age (of people above 89 as 90 years), size, weight and other characteristics of the patient.</summary>
    PatientCharacteristics = 8,

    /// <summary>The identity of devices: serial numbers, station names.</summary>
    DeviceIdentity = 16,

    /// <summary>The identity of the institution.</summary>
    InstitutionIdentity = 32,

    /// <summary>Private elements that the standard, or the file itself, declares safe.</summary>
    SafePrivate = 64,
}
