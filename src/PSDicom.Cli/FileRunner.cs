using System;
using System.IO;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Threading;

namespace PSDicom.Cli;

/// <summary>Reads files on several threads and writes the output in the order of the files.</summary>
/// <param name="read">Reads one file; called on several threads.</param>
/// <param name="output">Receives the output.</param>
/// <param name="messages">Receives errors and warnings.</param>
/// <param name="inputsPerThread">The number of files read ahead per thread.</param>
/// <param name="heading">Written before the first output, if any.</param>
internal sealed class FileRunner(
    Func<InputFile, CancellationToken, FileOutput> read,
    StandardOutput output,
    Messages messages,
    int inputsPerThread,
    ReadOnlyMemory<byte> heading = default)
{
    private ReadOnlyMemory<byte> _heading = heading;

    /// <returns>The exit code.</returns>
    public int Run(InputFiles files, int throttleLimit, CancellationToken cancellation)
    {
        using var ahead = new OrderedReadAhead<InputFile, FileOutput>(
            (file, stop) => file.Error is null ? read(file, stop) : throw file.Error, throttleLimit, inputsPerThread, cancellation);

        // The reader of the output need not wait for the next file too.
        ahead.Run(files.Find(cancellation), Write, output.Flush);
        messages.Complete();
        output.Flush();
        return messages.HasFailures ? ExitCode.Failure : ExitCode.Success;
    }

    /// <returns>True, to go on with the next file.</returns>
    private bool Write(ReadAheadResult<InputFile, FileOutput> result)
    {
        InputFile file = result.Input;
        if (result.Error is { } error)
        {
            messages.WriteFailure(file, error);
            return true;
        }

        using FileOutput read = result.Result!;
        if (!read.Bytes.IsEmpty)
        {
            output.Write(_heading.Span);
            _heading = default;
            output.Write(read.Bytes.Span);
        }

        while (TryNext(file, read, out ReadOnlyMemory<byte> piece)) output.Write(piece.Span);
        messages.WriteWarnings(file, read.Warnings);
        return true;
    }

    /// <summary>Makes the next piece of a file's output; a read error ends it. Errors of the output itself are not caught here.</summary>
    private bool TryNext(InputFile file, FileOutput read, out ReadOnlyMemory<byte> piece)
    {
        try
        {
            return read.TryNext(out piece);
        }
        catch (Exception exception) when (exception is DicomException or IOException or UnauthorizedAccessException)
        {
            messages.WriteFailure(file, exception);
            piece = default;
            return false;
        }
    }
}
