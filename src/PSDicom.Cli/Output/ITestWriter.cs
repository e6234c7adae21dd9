using System;
using System.Collections.Generic;

namespace PSDicom.Cli.Output;

/// <summary>Writes what tests of files found as UTF-8; used by several threads at once.</summary>
internal interface ITestWriter
{
    /// <summary>Writes the findings of a file.</summary>
    ReadOnlyMemory<byte> Write(string path, IEnumerable<DicomFinding> findings);

    /// <summary>Writes the numbers of a file's findings.</summary>
    ReadOnlyMemory<byte> Write(string path, DicomTestResult result);
}
