using System;
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
        var dataset = new DicomDataset(new ValueStore(NoValues.Instance, characterSet));
        return DicomElement.Kept(dataset, default, value.VR, 0, bytes.Length, bytes, isBigEndian: false).RawValue;
    }

    /// <summary>All values are in memory.</summary>
    private sealed class NoValues : IValueSource
    {
        public static readonly NoValues Instance = new();

        public void Read(long offset, Span<byte> destination) => throw new InvalidOperationException();

        public EncapsulatedValue ReadFragments(DicomTag tag, long offset, bool isBigEndian, System.Threading.CancellationToken cancellation) =>
            throw new InvalidOperationException();
    }
}
