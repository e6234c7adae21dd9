using System;
using System.IO;
using System.Threading;
using PSDicom.IO.Sources;
using PSDicom.Validation;

namespace PSDicom.Operations.Sets;

/// <summary>Tests a file, and takes from it, with the same reading, what the test of the set needs.</summary>
public static class SetTester
{
    /// <inheritdoc cref="FileTester.Test(string, DicomTestOptions?, CancellationToken)" path="/summary|/returns|/exception"/>
    /// <param name="path">The file.</param>
    /// <param name="options">What to test.</param>
    /// <param name="cancellation">Ends the test.</param>
    /// <param name="file">What <see cref="FileSet.Add"/> takes; null if the file cannot be read, or is a DICOMDIR.</param>
    public static DicomTestResult Test(string path, DicomTestOptions options, CancellationToken cancellation, out SetFile? file)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        if (options is null) throw new ArgumentNullException(nameof(options));
        path = Path.GetFullPath(path);
        SetFile? read = null;
        DicomTestResult result = FileTester.Test(
            FileByteSource.Hold(path), path, options, cancellation, (header, open) => read = SetFile.Read(header, open, cancellation));
        file = read;
        return result;
    }
}
