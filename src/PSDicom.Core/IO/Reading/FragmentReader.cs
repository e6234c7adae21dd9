using System.Collections.Generic;
using System.Threading;
using PSDicom.Data;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>Finds the fragments of an encapsulated value without reading their content (PS3.5 section A.4).</summary>
internal static class FragmentReader
{
    /// <summary>Enough for the header of one fragment; the bytes between headers are skipped.</summary>
    private const int FirstRead = 512;

    /// <summary>Reads an encapsulated value whose first item begins at the offset.</summary>
    public static EncapsulatedValue Read(ByteSource source, DicomTag tag, long offset, bool isBigEndian, CancellationToken cancellation, ReadingBudget? budget = null)
    {
        using var window = new ByteWindow(source, FirstRead, cancellation);
        var warnings = new List<DicomWarning>();
        IReadOnlyList<DicomFragment> items = Read(DicomTokenizer.AtFragments(window, tag, offset, isBigEndian, warnings), budget, out long byteLength);
        return new EncapsulatedValue(items, byteLength, warnings);
    }

    /// <summary>Reads to the end of the tokenizer's current encapsulated value.</summary>
    public static IReadOnlyList<DicomFragment> Read(DicomTokenizer tokenizer, ReadingBudget? budget, out long byteLength)
    {
        var fragments = new List<DicomFragment>();
        while (tokenizer.Read() && tokenizer.Kind == DicomTokenKind.Fragment)
        {
            budget?.SpendStep();
            budget?.SpendMemory(ReadingBudget.OfFragment);
            fragments.Add(new DicomFragment(tokenizer.Offset, tokenizer.ByteLength));
        }

        byteLength = tokenizer.ByteLength;
        return fragments;
    }
}
