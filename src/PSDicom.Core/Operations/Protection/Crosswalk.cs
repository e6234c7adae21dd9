using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using PSDicom.IO.Writing;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Protection;

/// <summary>
/// The way back from the new values of a run to the old ones: the tables patients.csv and uids.csv with the columns id_old and id_new. Whoever has
/// them knows the patients, so that only their owner may read them. Thread-safe.
/// </summary>
public sealed class Crosswalk
{
    private const string Header = "id_old,id_new\r\n";

    private readonly ConcurrentDictionary<string, string> _patients = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _uids = new(StringComparer.Ordinal);
    private readonly TargetFolder _target;

    /// <summary>Makes an empty one.</summary>
    /// <param name="folder">The folder of the tables.</param>
    /// <param name="replaces">Whether to replace existing ones; a DICOM file is never replaced.</param>
    /// <exception cref="DicomException">They exist and are not replaced: <see cref="DicomErrorReason.TargetExists"/>.</exception>
    public Crosswalk(string folder, bool replaces)
    {
        _target = new TargetFolder(folder, isFile: false, replaces);
        Check();
    }

    private string PatientsPath => Path.Combine(_target.FullPath, "patients.csv");

    private string UidsPath => Path.Combine(_target.FullPath, "uids.csv");

    /// <summary>Notes a patient ID or a unique identifier with its new one.</summary>
    public void Note(bool isPatient, string old, string other) => (isPatient ? _patients : _uids)[old] = other;

    /// <summary>Protects an input file of the call from being replaced.</summary>
    public void Protect(string input) => _target.Protect(input);

    /// <summary>Checks that the tables may be written, which saving does too.</summary>
    /// <exception cref="DicomException">What exists is not replaced: <see cref="DicomErrorReason.TargetExists"/>.</exception>
    public void Check()
    {
        foreach (string path in (string[])[PatientsPath, UidsPath]) _target.CheckFile(path, null);
    }

    /// <summary>Checks that the tables will not lie among the copies, which are given away.</summary>
    /// <param name="destination">The folder of the copies.</param>
    /// <exception cref="ArgumentException">They would.</exception>
    public void RequireOutside(string destination)
    {
        if (Place.IsIn(Place.Of(_target.FullPath), Place.Of(Path.GetFullPath(destination))))
            throw new ArgumentException("The tables that lead back to the patients would lie among the copies. Choose a folder outside of the destination.");
    }

    /// <summary>Writes the tables.</summary>
    /// <exception cref="DicomException">One of them must not be replaced.</exception>
    /// <exception cref="TargetWriteException">They cannot be written.</exception>
    public void Save()
    {
        Check();
        AtomicFile.OnTarget(_target.FullPath, () => Directory.CreateDirectory(_target.FullPath));
        Save(PatientsPath, _patients);
        Save(UidsPath, _uids);
    }

    private void Save(string path, IEnumerable<KeyValuePair<string, string>> rows)
    {
        var text = new StringBuilder(Header);
        foreach (KeyValuePair<string, string> row in rows.OrderBy(row => row.Key, StringComparer.Ordinal)) text.Append(CsvText.Field(row.Key)).Append(',').Append(CsvText.Field(row.Value)).Append("\r\n");
        SecretFile.Write(path, Encoding.UTF8.GetBytes(text.ToString()), _target.Replaces);
    }
}
