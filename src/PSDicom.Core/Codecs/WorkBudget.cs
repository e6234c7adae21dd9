using System.Globalization;
using System.Threading;

namespace PSDicom.Codecs;

/// <summary>
/// The work that decoding may do beyond its pixels, in steps of some nanoseconds or a dozen bytes of memory each. Some codestreams declare
/// far more structure than their bytes can fill.
/// </summary>
/// <param name="compressed">The number of bytes of the frame.</param>
/// <param name="cancellation">Cancels the work.</param>
internal sealed class WorkBudget(long compressed, CancellationToken cancellation = default)
{
    private const long StepsBetweenChecks = 1 << 16;

    private long _untilCheck;
    private long _left = DicomLimits.MinimumWork + (compressed * DicomLimits.MaxWorkPerByte);

    /// <summary>Takes steps from the budget, before they are done.</summary>
    /// <exception cref="DicomException">The budget is used up (<see cref="DicomErrorReason.TooMuchWork"/>).</exception>
    public void Spend(long steps)
    {
        _left -= steps;
        _untilCheck -= steps;
        if (_untilCheck < 0)
        {
            cancellation.ThrowIfCancellationRequested();
            _untilCheck = StepsBetweenChecks;
        }

        if (_left >= 0) return;
        throw new DicomException(
            DicomErrorReason.TooMuchWork,
            string.Format(CultureInfo.InvariantCulture, "Decoding the frame of {0} bytes would take too much work: it is damaged or malicious.", compressed),
            tagPath: "PixelData");
    }
}
