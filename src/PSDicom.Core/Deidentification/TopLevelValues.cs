using PSDicom.Data;
using PSDicom.Editing;
using PSDicom.IO;
using PSDicom.Text;

namespace PSDicom.Deidentification;

/// <summary>The small values outside of sequences of a file that is being made, to name it by.</summary>
/// <param name="characterSet">Its character set.</param>
internal sealed class TopLevelValues(CharacterSet characterSet)
{
    private const int MaxBytes = 1024;

    private readonly DicomDataset _dataset = new(new ValueStore(NoValueSource.Instance, characterSet));

    /// <summary>Adds a new value.</summary>
    public void Add(DicomTag tag, NewValue value)
    {
        if (value.Length <= MaxBytes) _dataset.Add(DicomElement.Kept(_dataset, tag, value.VR, 0, value.Length, value.In(DicomEncoding.ExplicitLittleEndian), isBigEndian: false));
    }

    /// <summary>Adds a value that stays.</summary>
    public void Add(DicomElement element, DicomVR vr)
    {
        if (element.IsKept && element.ByteLength <= MaxBytes) _dataset.Add(DicomElement.Kept(_dataset, element.Tag, vr, 0, element.ByteLength, element.Bytes(), element.IsBigEndian));
    }

    /// <summary>The values as a file.</summary>
    public DicomFile ToFile(DicomTransferSyntax transferSyntax)
    {
        _dataset.Order();
        return new DicomFile(null, 0, transferSyntax, new DicomDataset(_dataset.Store), _dataset, [], DicomReadOptions.Default);
    }
}
