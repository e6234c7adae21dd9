using System;

namespace PSDicom.Cli.Output;

/// <summary>Writes series, or their stacks, as UTF-8.</summary>
internal interface ISeriesWriter
{
    /// <summary>What stands before the first.</summary>
    ReadOnlyMemory<byte> Heading { get; }

    ReadOnlyMemory<byte> Write(DicomSeries series);
}
