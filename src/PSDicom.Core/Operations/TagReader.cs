using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.IO;

namespace PSDicom.Operations;

/// <summary>Gives elements of files as rows.</summary>
public static class TagReader
{
    /// <summary>Opens a file, reads what the request needs, and closes it.</summary>
    public static IReadOnlyList<DicomTagValue> Read(
        string path, TagReadOptions options, CancellationToken cancellation, out IReadOnlyList<DicomWarning> warnings) => throw new NotImplementedException();

    /// <summary>Gives elements of a file that is already read.</summary>
    public static IReadOnlyList<DicomTagValue> Read(DicomFile file, TagReadOptions options) => throw new NotImplementedException();
}
