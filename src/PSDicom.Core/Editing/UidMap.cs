using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace PSDicom.Editing;

/// <summary>
/// New unique identifiers for old ones: the same for the same in all files of a run, also in references, and others in another run. They are
/// computed from the old ones and a secret of the run, so that nothing has to be kept. Thread-safe.
/// </summary>
/// <param name="kinds">The kinds to replace.</param>
/// <remarks>
/// A reference to an instance is replaced whether that instance is among the files of the run or not: they come one by one. References to
/// patients, studies and procedure steps of management systems stay.
/// </remarks>
internal sealed class UidMap(UidKinds kinds)
{
    private static readonly Dictionary<DicomTag, UidKinds> Kinds = new()
    {
        [DicomTag.SOPInstanceUID] = UidKinds.Instance,
        [DicomTag.FailedSOPInstanceUIDList] = UidKinds.Instance,
        [DicomTag.ReferencedSOPInstanceUID] = UidKinds.Instance,
        [DicomTag.MultiFrameSourceSOPInstanceUID] = UidKinds.Instance,
        [DicomTag.StudyInstanceUID] = UidKinds.Study,
        [DicomTag.SeriesInstanceUID] = UidKinds.Series,
    };

    private readonly byte[] _secret = Guid.NewGuid().ToByteArray();

    /// <summary>The new value of an element; null if it keeps its value.</summary>
    public string? NewValueOf(DicomElement element)
    {
        if (!Kinds.TryGetValue(element.Tag, out UidKinds kind) || (kind & kinds) == 0) return null;
        if (element.Dataset.GetText(DicomTag.ReferencedSOPClassUID)?.StartsWith(DicomUID.ManagementClasses, StringComparison.Ordinal) == true) return null;
        if (element.RawValue is not { Length: > 0 } text) return null;
        string[] uids = text.Split('\\');
        for (int i = 0; i < uids.Length; i++) uids[i] = uids[i].Length == 0 ? uids[i] : NewOf(uids[i]);
        return string.Join("\\", uids);
    }

    private string NewOf(string uid)
    {
        using var hmac = new HMACSHA256(_secret);
        return DerivedUid.Of(hmac.ComputeHash(Encoding.UTF8.GetBytes(uid)), DerivedUid.RandomVersion);
    }
}
