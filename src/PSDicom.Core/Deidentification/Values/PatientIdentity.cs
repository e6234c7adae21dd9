using System;

namespace PSDicom.Deidentification.Values;

/// <summary>The pseudonym of a file's patient, and the shift of its dates.</summary>
internal sealed class PatientIdentity
{
    private readonly ProtectionKey _key;
    private readonly Func<string, string?>? _map;
    private readonly Action<string, string>? _noted;
    private readonly string _keyText;
    private int? _days;

    /// <summary>Finds the patient of a file.</summary>
    /// <param name="dataset">The data set of the file.</param>
    /// <param name="key">The key.</param>
    /// <param name="map">The pseudonyms that the user chose, by patient ID; null if there are none.</param>
    /// <param name="noted">Receives old and new IDs; null if nobody wants them.</param>
    /// <exception cref="DicomException">The user's map does not have the patient.</exception>
    public PatientIdentity(DicomDataset dataset, ProtectionKey key, Func<string, string?>? map, Action<string, string>? noted)
    {
        _key = key;
        _map = map;
        _noted = noted;
        string? id = IdIn(dataset);
        _keyText = KeyTextOf(dataset, id);
        if (map is not null && (id is null || map(id) is null))
        {
            throw new DicomException(
                DicomErrorReason.NotInMap, id is null ? "The file has no patient ID, which the map of patients could have." : "The map of patients has no row for the patient ID of this file. Add one.");
        }

        Pseudonym = PseudonymIn(dataset) ?? key.PseudonymOf(_keyText);
    }

    /// <summary>The pseudonym: the new patient ID, and the new name.</summary>
    public string Pseudonym { get; }

    /// <summary>By how many days the dates become earlier.</summary>
    public int Days => _days ??= _key.DaysOf(_keyText);

    /// <summary>The pseudonym for the patient ID in a data set or an item; null if it has none.</summary>
    public string? PseudonymIn(DicomDataset dataset)
    {
        if (IdIn(dataset) is not { } id) return null;
        string pseudonym = _map?.Invoke(id) ?? _key.PseudonymOf(KeyTextOf(dataset, id));
        _noted?.Invoke(id, pseudonym);
        return pseudonym;
    }

    private static string? IdIn(DicomDataset dataset) => dataset.GetText(DicomTag.PatientID)?.Trim() is { Length: > 0 } id ? id : null;

    // Hospitals may use the same IDs, so that the issuer belongs to them. A file without an ID is told apart by the next best.
    private static string KeyTextOf(DicomDataset dataset, string? id)
    {
        if (id is not null) return id + "|" + dataset.GetText(DicomTag.IssuerOfPatientID)?.Trim();
        foreach (DicomTag tag in (DicomTag[])[DicomTag.PatientName, DicomTag.StudyInstanceUID, DicomTag.SOPInstanceUID])
        {
            if (dataset.GetText(tag)?.Trim() is { Length: > 0 } text) return tag + "|" + text;
        }

        return string.Empty;
    }
}
