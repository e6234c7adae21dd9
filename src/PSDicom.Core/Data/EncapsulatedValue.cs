using System.Collections.Generic;

namespace PSDicom.Data;

/// <summary>The items of an encapsulated value (PS3.5 section A.4).</summary>
/// <param name="items">Its items, the first being the basic offset table.</param>
/// <param name="byteLength">Its total length in bytes.</param>
/// <param name="warnings">Its problems.</param>
internal sealed class EncapsulatedValue(IReadOnlyList<DicomFragment> items, long byteLength, IReadOnlyList<DicomWarning> warnings)
{
    /// <summary>Its items, the first being the basic offset table.</summary>
    public IReadOnlyList<DicomFragment> Items { get; } = items;

    /// <summary>Its total length in bytes.</summary>
    public long ByteLength { get; } = byteLength;

    /// <summary>Its problems, such as a file that ends within it.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; } = warnings;
}
