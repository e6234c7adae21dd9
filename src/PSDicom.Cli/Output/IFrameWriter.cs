using System;

namespace PSDicom.Cli.Output;

/// <summary>Writes the number of frames of a file as UTF-8; used by several threads at once.</summary>
internal interface IFrameWriter
{
    /// <summary>The heading before the first file.</summary>
    ReadOnlyMemory<byte> Heading { get; }

    ReadOnlyMemory<byte> Write(string path, DicomFrameCount count);
}
