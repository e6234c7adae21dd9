using System.Globalization;
using System.Threading;

namespace PSDicom.Codecs;

/// <summary>
/// What decoding may do beyond its pixels, in steps of some nanoseconds or a dozen bytes of memory each: some codestreams describe far
/// more structure than there are bytes to fill it.
/// </summary>
/// <param name="compressed">The bytes of the frame.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class WorkBudget(long compressed, CancellationToken cancellation = default)
{
    private const long StepsBetweenLooks = 1 << 16;

    private long _untilLook;
    private long _left = DicomLimits.MinimumWork + (compressed * DicomLimits.MaxWorkPerByte);

    /// <summary>Takes steps from the budget, before they are done.</summary>
    /// <exception cref="DicomException">There are not so many left (<see cref="DicomErrorReason.TooMuchWork"/>).</exception>
    public void Spend(long steps)
    {
        _left -= steps;
        _untilLook -= steps;
        if (_untilLook < 0)
        {
            cancellation.ThrowIfCancellationRequested();
            _untilLook = StepsBetweenLooks;
        }

        if (_left >= 0) return;
        throw new DicomException(
            DicomErrorReason.TooMuchWork,
            string.Format(CultureInfo.InvariantCulture, "The {0} bytes of the frame ask for more work than they can be worth: it is damaged, or made to use up time.", compressed),
            tagPath: "PixelData");
    }
}
