using System.Globalization;

namespace PSDicom.Operations.Tags;

/// <summary>
/// The limit for the total length of the paths of a file's elements. Each element of a sequence repeats the path of its item, so that the text
/// grows with the product of depth and elements, not with the bytes of the file.
/// </summary>
/// <param name="file">The file.</param>
internal sealed class PathBudget(DicomFile file)
{
    private readonly long _max = DicomLimits.MinimumInPaths + (file.BytesRead * DicomLimits.MaxInPathsPerByte);
    private long _spent;

    /// <summary>Counts the path of a row before it is returned.</summary>
    /// <exception cref="DicomException">The paths are too long (<see cref="DicomErrorReason.PathsTooLong"/>).</exception>
    public void Spend(DicomTagValue row)
    {
        _spent += row.LengthOfPlace;
        if (_spent <= _max) return;
        throw new DicomException(
            DicomErrorReason.PathsTooLong,
            string.Format(
                CultureInfo.InvariantCulture,
                "The paths of the elements have more than {0} characters for {1} bytes of the file, which may be malicious. The elements before this one were returned; name the elements you need.",
                _max,
                file.BytesRead),
            file.FullName);
    }
}
