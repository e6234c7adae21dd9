using System.Collections.Generic;

namespace PSDicom.IO.Reading;

/// <summary>Notes what is wrong in a file, with its place; what many files do over and over, once.</summary>
internal sealed class ReadingWarnings(List<DicomWarning> warnings)
{
    private ReadingOddity _told;

    /// <summary>Notes something.</summary>
    /// <param name="message">What.</param>
    /// <param name="position">The byte where it is.</param>
    /// <param name="level">The item or the data set where it is.</param>
    public void Add(string message, long position, TokenizerLevel level)
    {
        if (warnings.Count < DicomLimits.MaxWarnings - 1) warnings.Add(new DicomWarning(message, position, level.DescribePath()));
        else if (warnings.Count < DicomLimits.MaxWarnings) warnings.Add(new DicomWarning("Further problems are not listed.", position));
    }

    /// <summary>Notes something if it is the first of its kind.</summary>
    /// <inheritdoc cref="Add"/>
    public void AddOnce(ReadingOddity oddity, string message, long position, TokenizerLevel level)
    {
        if ((_told & oddity) != 0) return;
        _told |= oddity;
        Add(message, position, level);
    }

    /// <summary>Notes a header that is not written as the encoding of the data set says.</summary>
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

    /// <summary>Notes elements that are explicit among implicit ones, or the reverse.</summary>
    public void AddEncoding(bool isExplicit, long position, TokenizerLevel level) => AddOnce(
        ReadingOddity.OtherEncoding,
        isExplicit ? "Some elements have an explicit value representation, although the others do not." : "Some elements have no explicit value representation, although the others do.",
        position,
        level);
}
