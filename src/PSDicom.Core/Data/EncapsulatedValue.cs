using System.Collections.Generic;

namespace PSDicom.Data;

/// <summary>An encapsulated value as it was found (PS3.5 section A.4).</summary>
/// <param name="items">Its items, the first being the basic offset table.</param>
/// <param name="byteLength">How many bytes it has in all.</param>
/// <param name="warnings">What is wrong with it.</param>
internal sealed class EncapsulatedValue(IReadOnlyList<DicomFragment> items, long byteLength, IReadOnlyList<DicomWarning> warnings)
{
    /// <summary>Its items, the first being the basic offset table.</summary>
    public IReadOnlyList<DicomFragment> Items { get; } = items;

    /// <summary>How many bytes it has in all.</summary>
    public long ByteLength { get; } = byteLength;

    /// <summary>What is wrong with it, such as that the file ends within it.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; } = warnings;
}
