using PSDicom.Data;
using PSDicom.IO;
using PSDicom.Text;

namespace PSDicom.Editing;

/// <summary>The text of a new value, as <see cref="DicomElement.RawValue"/> will give it.</summary>
internal static class NewValueText
{
    /// <summary>The text; null if there is no value.</summary>
    public static string? Of(NewValue value, CharacterSet characterSet)
    {
        byte[] bytes = value.In(DicomEncoding.ExplicitLittleEndian);
        var dataset = new DicomDataset(new ValueStore(NoValueSource.Instance, characterSet));
        return DicomElement.Kept(dataset, default, value.VR, 0, bytes.Length, bytes, isBigEndian: false).RawValue;
    }
}
