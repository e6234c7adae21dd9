using System;
using System.Collections.Generic;
using System.Threading;

namespace PSDicom.Cli.Output;

/// <summary>Writes the elements of a file as UTF-8; used by several threads at once.</summary>
internal interface ITagWriter
{
    ReadOnlyMemory<byte> Write(string path, IReadOnlyList<DicomTagValue> rows, CancellationToken cancellation);
}
