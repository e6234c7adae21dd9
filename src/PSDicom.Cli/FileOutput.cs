using System;
using System.Collections.Generic;

namespace PSDicom.Cli;

/// <summary>The output for one file.</summary>
/// <param name="Bytes">The text for the standard output, in UTF-8.</param>
/// <param name="Warnings">The warnings of the file.</param>
internal sealed record FileOutput(ReadOnlyMemory<byte> Bytes, IReadOnlyList<string> Warnings) : IDisposable
{
    private IEnumerator<ReadOnlyMemory<byte>>? _rest;

    /// <summary>Makes the first piece of the output; the others are made when written, so that they are never in memory together.</summary>
    public static FileOutput Of(IEnumerable<ReadOnlyMemory<byte>> pieces, IReadOnlyList<string> warnings)
    {
        IEnumerator<ReadOnlyMemory<byte>> rest = pieces.GetEnumerator();
        return new FileOutput(rest.MoveNext() ? rest.Current : default, warnings) { _rest = rest };
    }

    /// <summary>Makes the next piece.</summary>
    /// <returns>False if there is none.</returns>
    /// <exception cref="DicomException">The file cannot be read further.</exception>
    public bool TryNext(out ReadOnlyMemory<byte> piece)
    {
        bool hasNext = _rest?.MoveNext() == true;
        piece = hasNext ? _rest!.Current : default;
        return hasNext;
    }

    public void Dispose() => _rest?.Dispose();
}
