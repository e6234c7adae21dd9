using System;
using System.Collections.Generic;

namespace PSDicom.Cli;

/// <summary>What is to be written of one file.</summary>
/// <param name="Bytes">For the standard output, in UTF-8.</param>
/// <param name="Warnings">What the file has wrong.</param>
/// <param name="Errors">What of the file could not be read, where the rest could.</param>
internal sealed record FileOutput(ReadOnlyMemory<byte> Bytes, IReadOnlyList<string> Warnings, IReadOnlyList<string> Errors)
{
    public FileOutput(ReadOnlyMemory<byte> bytes, IReadOnlyList<string> warnings)
        : this(bytes, warnings, [])
    {
    }
}
