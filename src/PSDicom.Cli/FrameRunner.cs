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
/// Works on the frames of files on several threads and writes each line as soon as those before it are written. A frame that cannot be decoded is an
/// error, and the others go on.
/// </summary>
/// <typeparam name="T">What is made of a frame.</typeparam>
/// <param name="open">Opens a file; called on several threads.</param>
/// <param name="writer">Makes the lines.</param>
/// <param name="output">Takes the lines.</param>
/// <param name="messages">Takes errors and warnings.</param>
internal sealed class FrameRunner<T>(
    Func<string, CancellationToken, IFrameSource<T>> open, IFrameLineWriter<T> writer, StandardOutput output, Messages messages)
    where T : class
{
    private readonly int _readers = Environment.ProcessorCount;
    private ReadOnlyMemory<byte> _heading = writer.Heading;

    /// <summary>The frames to read of each file, from 1; null for all.</summary>
    public IReadOnlyList<int>? Frames { get; init; }

    /// <returns>The exit code.</returns>
    public int Run(InputFiles files, int throttleLimit, CancellationToken cancellation)
    {
        using var ahead = new OrderedReadAhead<InputFile, ReadFile>(
            (file, stop) => file.Error is null ? ReadFile.Open(open(file.Path, stop), Frames) : throw file.Error,
            throttleLimit,
            OrderedReadAhead.LargeResultsPerThread,
            cancellation);
        foreach (InputFile file in files.Find(cancellation))
        {
            if (ahead.IsFull) WriteNext();
            ahead.Add(file);
            while (ahead.TryTakeThrottled(out ReadAheadResult<InputFile, ReadFile> result)) Write(result);
        }

        while (ahead.Count > 0) WriteNext();
        output.Write(writer.Ending.Span);
        messages.Complete();
        output.Flush();
        return messages.HasFailures ? ExitCode.Failure : ExitCode.Success;

        void WriteNext() => Write(Take(ahead));

        void Write(in ReadAheadResult<InputFile, ReadFile> result)
        {
            if (result.Error is not null)
            {
                messages.WriteFailure(result.Input, result.Error);
                return;
            }

            using ReadFile file = result.Result!;
            if (file.Warning is { } warning) messages.WriteWarnings(result.Input, [warning.Message]);
            if (file.First is { } first) TryWrite(result.Input, first, null);
            else if (file.Error is not null) TryWrite(result.Input, null, file.Error);
            else WriteFrames(result.Input, file.Source!, throttleLimit, cancellation);
        }
    }

    /// <summary>Writes the frames of a file in order, while the next ones are read.</summary>
    private void WriteFrames(InputFile input, IFrameSource<T> file, int throttleLimit, CancellationToken cancellation)
    {
        using var ahead = new OrderedReadAhead<int, T>((frame, _) => file.Read(frame), Math.Min(throttleLimit, _readers), cancellation);
        bool goesOn = true;
        foreach (int frame in Frames ?? Enumerable.Range(1, file.Count))
        {
            if (!goesOn) break;
            if (ahead.IsFull) goesOn = TryWriteNext();
            if (goesOn) ahead.Add(frame);
            while (goesOn && ahead.TryTakeThrottled(out ReadAheadResult<int, T> result)) goesOn = TryWrite(input, result.Result, result.Error);
        }

        while (goesOn && ahead.Count > 0) goesOn = TryWriteNext();

        bool TryWriteNext()
        {
            ReadAheadResult<int, T> result = Take(ahead);
            return TryWrite(input, result.Result, result.Error);
        }
    }

    /// <summary>Whoever reads the output need not wait for the next result too.</summary>
    private ReadAheadResult<TInput, TResult> Take<TInput, TResult>(OrderedReadAhead<TInput, TResult> ahead)
    {
        if (ahead.TryTake(out ReadAheadResult<TInput, TResult> result)) return result;
        output.Flush();
        return ahead.Take();
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
        return error is DicomException exception && !FrameFile.IsOfAllFrames(exception);
    }

    /// <summary>A file with what was made of its only frame, or one that is held open for several.</summary>
    private sealed class ReadFile : IDisposable
    {
        private ReadFile(DicomWarning? warning) => Warning = warning;

        /// <summary>What the file has wrong about the number of its frames.</summary>
        public DicomWarning? Warning { get; }

        /// <summary>The file, if several frames are read of it.</summary>
        public IFrameSource<T>? Source { get; private init; }

        /// <summary>What was made of the only frame.</summary>
        public T? First { get; private init; }

        /// <summary>Why there is none.</summary>
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
