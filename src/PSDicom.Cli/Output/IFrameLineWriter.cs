using System;
using System.Collections.Generic;

namespace PSDicom.Cli.Output;

/// <summary>Writes what was made of frames as UTF-8.</summary>
/// <typeparam name="T">What was made of a frame.</typeparam>
internal interface IFrameLineWriter<in T>
{
    /// <summary>Written before the first line; empty for none.</summary>
    ReadOnlyMemory<byte> Heading { get; }

    /// <summary>What is left to write after the last frame.</summary>
    ReadOnlyMemory<byte> Ending => default;

    ReadOnlyMemory<byte> Write(string path, T frame);

    /// <summary>What the file has wrong about the frame.</summary>
    IReadOnlyList<DicomWarning> WarningsOf(T frame);
}
