namespace PSDicom;

/// <content>Identifiers, and beginnings of identifiers, that the code uses (PS3.6 annex A).</content>
public sealed partial class DicomUID
{
    /// <summary>The beginning of all identifiers of the standard.</summary>
    internal const string StandardRoot = "1.2.840.10008.";

    /// <summary>Media Storage Directory Storage: a DICOMDIR.</summary>
    internal const string MediaStorageDirectory = "1.2.840.10008.1.3.10";

    /// <summary>The beginning of the SOP classes of management: what they identify is not in files.</summary>
    internal const string ManagementClasses = "1.2.840.10008.3.1.2.";

    /// <summary>Secondary Capture Image Storage, and with a dot the beginning of its multi-frame kinds.</summary>
    internal const string SecondaryCaptureStorage = "1.2.840.10008.5.1.4.1.1.7";

    /// <summary>The beginning of presentation states.</summary>
    internal const string PresentationStateRoot = "1.2.840.10008.5.1.4.1.1.11.";

    /// <summary>The beginning of visible light images.</summary>
    internal const string VisibleLightRoot = "1.2.840.10008.5.1.4.1.1.77.1.";

    /// <summary>The beginning of structured reports.</summary>
    internal const string StructuredReportRoot = "1.2.840.10008.5.1.4.1.1.88.";

    /// <summary>The beginning of encapsulated documents.</summary>
    internal const string DocumentRoot = "1.2.840.10008.5.1.4.1.1.104.";

    /// <summary>SOP classes whose values are not intensities: labels, doses, quantities.</summary>
    internal static readonly string[] LabelsAndQuantities =
    [
        "1.2.840.10008.5.1.4.1.1.30", // Parametric Map Storage
        "1.2.840.10008.5.1.4.1.1.66.4", // Segmentation Storage
        "1.2.840.10008.5.1.4.1.1.66.7", // Label Map Segmentation Storage
        "1.2.840.10008.5.1.4.1.1.66.8", // Height Map Segmentation Storage
        "1.2.840.10008.5.1.4.1.1.7.1", // Multi-frame Single Bit Secondary Capture Image Storage
        "1.2.840.10008.5.1.4.1.1.77.1.5.6", // Wide Field Ophthalmic Photography 3D Coordinates Image Storage
        "1.2.840.10008.5.1.4.1.1.81.1", // Ophthalmic Thickness Map Storage
        "1.2.840.10008.5.1.4.1.1.82.1", // Corneal Topography Map Storage
        "1.2.840.10008.5.1.4.1.1.481.2", // RT Dose Storage
    ];
}
