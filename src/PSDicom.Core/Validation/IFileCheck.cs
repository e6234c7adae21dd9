using System.Threading;

namespace PSDicom.Validation;

/// <summary>A part of the test of a file, about one subject.</summary>
internal interface IFileCheck
{
    /// <summary>Adds what is wrong with a file.</summary>
    /// <param name="file">The file, which has been read to its end and stays open meanwhile.</param>
    /// <param name="findings">The findings of the file.</param>
    /// <param name="cancellation">Ends the test.</param>
    /// <exception cref="DicomException">Something cannot be read; the caller makes a finding of it.</exception>
    void Check(CheckedFile file, FindingList findings, CancellationToken cancellation);
}
