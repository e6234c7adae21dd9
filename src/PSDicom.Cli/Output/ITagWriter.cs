using System;
using System.Collections.Generic;
using System.Threading;

namespace PSDicom.Cli.Output;

/// <summary>Writes the elements of a file as UTF-8; used by several threads at once.</summary>
internal interface ITagWriter
{
    /// <summary>Writes the elements of a file piece by piece.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">Its elements, which may be enumerated several times.</param>
    /// <param name="cancellation">Cancels the writing.</param>
    /// <returns>The pieces; each is valid until the next one is taken.</returns>
    IEnumerable<ReadOnlyMemory<byte>> Write(string path, IEnumerable<DicomTagValue> rows, CancellationToken cancellation);
}
