using System;
using System.Collections.Generic;

namespace PSDicom.Cli.Output;

/// <summary>Writes the results of frames as UTF-8.</summary>
/// <typeparam name="T">The result of a frame.</typeparam>
internal interface IFrameLineWriter<in T>
{
    /// <summary>Written before the first line; empty for none.</summary>
    ReadOnlyMemory<byte> Heading { get; }

    /// <summary>The output that remains after the last frame.</summary>
    ReadOnlyMemory<byte> Ending => default;

    ReadOnlyMemory<byte> Write(string path, T frame);

    /// <summary>The warnings of a frame.</summary>
    IReadOnlyList<DicomWarning> WarningsOf(T frame);
}
