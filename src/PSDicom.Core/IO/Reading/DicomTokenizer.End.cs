using System;

namespace PSDicom.IO.Reading;

/// <summary>The end of a file: what is missing, and what is too much.</summary>
internal sealed partial class DicomTokenizer
{
    private bool HasContent(long start, long end)
    {
        foreach (byte value in _window.Get(start, (int)Math.Max(0, end - start)))
        {
            if (value != 0) return true;
        }

        return false;
    }

    /// <summary>Warns once, as enclosing values end at the same end of the file.</summary>
    private void WarnOfTruncation()
    {
        if (_isTruncated) return;
        _isTruncated = true;
        Warn(DicomWarningKind.Truncated, $"The file ends within the value of {Tag}: {DeclaredLength} bytes are declared, {ByteLength} are present.");
    }

    private void WarnOfCutHeader()
    {
        _endsInHeader = true;
        Warn(DicomWarningKind.Truncated, "The file ends within the header of an element.");
    }

    private void WarnOfGarbage() => Warn(DicomWarningKind.TrailingData, $"The data after the last element are not an element and were skipped ({_window.Length - _position} bytes).");
}
