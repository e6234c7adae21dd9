using System.Collections;
using PSDicom.Editing.Values;
using PSDicom.Text;

namespace PSDicom.Editing;

/// <summary>Checks values that are the same for all files before the first file is read.</summary>
public static class CallValues
{
    /// <summary>Checks the value of a change, as far as it does not depend on the file.</summary>
    /// <param name="change">The change.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="DicomException">The value does not fit its element in any file.</exception>
    public static void Check(DatasetChange change, EditOptions options)
    {
        if (change is null || options is null || change.Kind != ChangeKind.Set || change.EditPath.Number is not null) return;
        if (change.Value is IDictionary || ItemValues.AreItems(change.Value)) return;
        if (change.EditPath.FixedTag is not { } tag || !DicomDictionary.TryGet(tag, out DicomDictionaryEntry? entry)) return;
        DicomException? error = null;
        foreach (DicomVR vr in change.VR is { } named ? [named] : entry.VRs)
        {
            if (vr == DicomVR.SQ) return;
            try
            {
                ValueEncoder.Encode(change.Value, new ValueContext(change.Path, vr, entry.VM, CharacterSet.FromTerms("ISO_IR 192"), !options.SkipsValidation));
                return;
            }
            catch (DicomException exception)
            {
                error = exception;
            }
        }

        if (error is not null) throw error;
    }
}
