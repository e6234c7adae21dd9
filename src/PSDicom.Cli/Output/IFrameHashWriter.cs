using System;

namespace PSDicom.Cli.Output;

/// <summary>Writes the hashes of the frames of a file as UTF-8; each file has its own.</summary>
internal interface IFrameHashWriter : IDisposable
{
    /// <summary>What was written.</summary>
    ReadOnlyMemory<byte> Bytes { get; }

    void Write(string path, DicomFrameHash hash);
}
