namespace PSDicom.IO.Reading;

/// <content>The warnings.</content>
internal sealed partial class DicomTokenizer
{
    /// <summary>Adds a warning with the current position.</summary>
    public void Warn(DicomWarningKind kind, string message) => _warnings.Add(kind, message, _position, _level);

    private void WarnOnce(ReadingOddity oddity, string message) => _warnings.AddOnce(oddity, message, _position, _level);

    /// <summary>Warns once, as enclosing values end at the same end of the file.</summary>
    private void WarnOfTruncation()
    {
        if (_isTruncated) return;
        _isTruncated = true;
        Warn(DicomWarningKind.Truncated, $"The file ends within the value of {Tag}: {DeclaredLength} bytes are declared, {ByteLength} are present.");
    }

    private void WarnOfCutHeader()
    {
        _isTruncated = true;
        Warn(DicomWarningKind.Truncated, "The file ends within the header of an element.");
    }

    private void WarnOfGarbage() => Warn(DicomWarningKind.TrailingData, $"The data after the last element are not an element and were skipped ({_window.Length - _position} bytes).");
}
