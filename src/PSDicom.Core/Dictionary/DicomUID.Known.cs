namespace PSDicom;

/// <content>Unique identifiers of the standard that PSDicom itself uses (PS3.6 annex A).</content>
public sealed partial class DicomUID
{
    /// <summary>Media Storage Directory Storage: a DICOMDIR.</summary>
    internal const string MediaStorageDirectory = "1.2.840.10008.1.3.10";

    /// <summary>The start of the SOP classes that manage patients, studies and procedure steps: what they identify is not in files.</summary>
    internal const string ManagementClasses = "1.2.840.10008.3.1.2.";
}
