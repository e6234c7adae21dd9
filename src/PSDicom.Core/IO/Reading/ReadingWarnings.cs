using System.Collections.Generic;

namespace PSDicom.IO.Reading;

/// <summary>Collects the warnings of a file with their positions; repeated ones once.</summary>
internal sealed class ReadingWarnings(List<DicomWarning> warnings)
{
    private ReadingOddity _reported;

    /// <summary>Adds a warning.</summary>
    /// <param name="kind">The kind of problem.</param>
    /// <param name="message">The message.</param>
    /// <param name="position">The byte position.</param>
    /// <param name="level">The item or data set.</param>
    public void Add(DicomWarningKind kind, string message, long position, TokenizerLevel level)
    {
        if (warnings.Count < DicomLimits.MaxWarnings - 1) warnings.Add(new DicomWarning(kind, message, position, level.DescribePath()));
        else if (warnings.Count < DicomLimits.MaxWarnings) warnings.Add(new DicomWarning(DicomWarningKind.FurtherProblems, "Further problems are not listed.", position));
    }

    /// <summary>Adds a warning if it is the first of its kind.</summary>
    /// <param name="oddity">The kind of problem.</param>
    /// <param name="message">The message.</param>
    /// <param name="position">The byte position.</param>
    /// <param name="level">The item or data set.</param>
    public void AddOnce(ReadingOddity oddity, string message, long position, TokenizerLevel level)
    {
        if ((_reported & oddity) != 0) return;
        _reported |= oddity;
        Add(KindOf(oddity), message, position, level);
    }

    /// <summary>Warns of a header that does not conform to the encoding of the data set.</summary>
    public void AddForm(ElementHeader header, long position, TokenizerLevel level)
    {
        switch (header.Form)
        {
            case HeaderForm.OtherEncoding:
                AddEncoding(header.VR is not null, position, level);
                break;
            case HeaderForm.UnknownVR:
                AddOnce(ReadingOddity.UnknownVR, $"The value representation of {header.Tag} does not exist; the dictionary's was used.", position, level);
                break;
            default:
                AddOnce(ReadingOddity.ShortLength, $"The length of {header.Tag} has 16 bits; its value representation requires 32.", position, level);
                break;
        }
    }

    /// <summary>Warns of explicit elements among implicit ones, or the reverse.</summary>
    public void AddEncoding(bool isExplicit, long position, TokenizerLevel level) => AddOnce(
        ReadingOddity.OtherEncoding,
        isExplicit ? "Some elements have an explicit value representation, although the others do not." : "Some elements have no explicit value representation, although the others do.",
        position,
        level);

    private static DicomWarningKind KindOf(ReadingOddity oddity) => oddity switch
    {
        ReadingOddity.OtherEncoding => DicomWarningKind.MixedEncoding,
        ReadingOddity.UnknownVR => DicomWarningKind.VRUnknown,
        ReadingOddity.ShortLength => DicomWarningKind.LengthTooShort,
        ReadingOddity.StrayDelimiter => DicomWarningKind.DelimiterUnexpected,
        ReadingOddity.MissingDelimiter => DicomWarningKind.DelimiterMissing,
        ReadingOddity.UnexpectedItems => DicomWarningKind.ItemsUnexpected,
        ReadingOddity.NoItems => DicomWarningKind.ItemsMissing,
        ReadingOddity.Zeros => DicomWarningKind.ZeroBytes,
        _ => DicomWarningKind.LengthContradiction,
    };
}
