using System;

namespace PSDicom.Cli.Output;

/// <summary>Writes the hashes of frames as UTF-8.</summary>
internal interface IFrameHashWriter
{
    ReadOnlyMemory<byte> Write(string path, DicomFrameHash hash);
}
