using System;

namespace PSDicom.Cli.Output;

/// <summary>Writes series, or their stacks, as UTF-8.</summary>
internal interface ISeriesWriter
{
    /// <summary>The heading before the first line.</summary>
    ReadOnlyMemory<byte> Heading { get; }

    ReadOnlyMemory<byte> Write(DicomSeries series);
}
