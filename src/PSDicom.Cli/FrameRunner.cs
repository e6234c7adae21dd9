using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Frames;
using PSDicom.Threading;

namespace PSDicom.Cli;

/// <summary>
/// Reads the frames of files on several threads and writes the results in order. A frame that cannot be decoded is one error, and the others are
/// still read.
/// </summary>
/// <typeparam name="T">The result of a frame.</typeparam>
/// <param name="open">Opens a file; called on several threads.</param>
/// <param name="writer">Formats the results.</param>
/// <param name="output">The output.</param>
/// <param name="messages">Errors and warnings.</param>
internal sealed class FrameRunner<T>(
    Func<string, CancellationToken, IFrameSource<T>> open, IFrameLineWriter<T> writer, StandardOutput output, Messages messages)
    where T : class
{
    private readonly int _readers = Environment.ProcessorCount;
    private ReadOnlyMemory<byte> _heading = writer.Heading;

    /// <summary>The numbers of the frames of each file, from 1; null for all.</summary>
    public IReadOnlyList<int>? Frames { get; init; }

    /// <returns>The exit code.</returns>
    public int Run(InputFiles files, int throttleLimit, CancellationToken cancellation)
    {
        using var ahead = new OrderedReadAhead<InputFile, ReadFile>(
            (file, stop) => file.Error is null ? ReadFile.Open(open(file.Path, stop), Frames) : throw file.Error,
            throttleLimit,
            OrderedReadAhead.LargeResultsPerThread,
            cancellation);
        ahead.Run(files.Find(cancellation), Write, output.Flush);
        output.Write(writer.Ending.Span);
        messages.Complete();
        output.Flush();
        return messages.HasFailures ? ExitCode.Failure : ExitCode.Success;

        bool Write(ReadAheadResult<InputFile, ReadFile> result)
        {
            if (result.Error is not null)
            {
                messages.WriteFailure(result.Input, result.Error);
                return true;
            }

            using ReadFile file = result.Result!;
            if (file.Warning is { } warning) messages.WriteWarnings(result.Input, [warning.Message]);
            if (file.First is { } first) TryWrite(result.Input, first, null);
            else if (file.Error is not null) TryWrite(result.Input, null, file.Error);
            else WriteFrames(result.Input, file.Source!, throttleLimit, cancellation);
            return true;
        }
    }

    /// <summary>Writes the frames of a file in order, while the next ones are read.</summary>
    private void WriteFrames(InputFile input, IFrameSource<T> file, int throttleLimit, CancellationToken cancellation)
    {
        using var ahead = new OrderedReadAhead<int, T>((frame, _) => file.Read(frame), Math.Min(throttleLimit, _readers), cancellation);
        ahead.Run(Frames ?? Enumerable.Range(1, file.Count), result => TryWrite(input, result.Result, result.Error), output.Flush);
    }

    /// <returns>False if the other frames of the file have the same error.</returns>
    private bool TryWrite(InputFile input, T? frame, Exception? error)
    {
        if (frame is not null)
        {
            output.Write(_heading.Span);
            _heading = default;
            output.Write(writer.Write(input.Path, frame).Span);
            messages.WriteWarnings(input, writer.WarningsOf(frame).Select(warning => warning.Message));
            return true;
        }

        messages.WriteFailure(input.Path, ErrorText.Describe(error!, input.Path));
        return !FrameFile.EndsReading(error!);
    }

    /// <summary>A single-frame file with its result, or a file with several frames, held open.</summary>
    private sealed class ReadFile : IDisposable
    {
        private ReadFile(DicomWarning? warning) => Warning = warning;

        /// <summary>The warning about the number of frames.</summary>
        public DicomWarning? Warning { get; }

        /// <summary>The file, if several of its frames are read.</summary>
        public IFrameSource<T>? Source { get; private init; }

        /// <summary>The result of the only frame.</summary>
        public T? First { get; private init; }

        /// <summary>The error, if there is no result.</summary>
        public DicomException? Error { get; private init; }

        public static ReadFile Open(IFrameSource<T> file, IReadOnlyList<int>? frames)
        {
            if ((frames?.Count ?? file.Count) > 1) return new ReadFile(file.Warning) { Source = file };
            using (file)
            {
                try
                {
                    return new ReadFile(file.Warning) { First = file.Read(frames?[0] ?? 1) };
                }
                catch (DicomException exception)
                {
                    return new ReadFile(file.Warning) { Error = exception };
                }
            }
        }

        public void Dispose() => Source?.Dispose();
    }
}
