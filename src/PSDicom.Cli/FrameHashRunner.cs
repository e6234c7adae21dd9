using System;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Frames;
using PSDicom.Threading;

namespace PSDicom.Cli;

/// <summary>
/// Hashes the frames of files on several threads and writes each line as soon as those before it are written. A frame that cannot be
/// decoded is one error, and the others are still hashed.
/// </summary>
internal sealed class FrameHashRunner(IFrameHashWriter writer, bool asRgb, StandardOutput output, Messages messages)
{
    private readonly int _hashers = Environment.ProcessorCount;

    /// <returns>The exit code.</returns>
    public int Run(InputFiles files, int throttleLimit, CancellationToken cancellation)
    {
        using var ahead = new OrderedReadAhead<InputFile, HashedFile>(
            (file, stop) => file.Error is null ? HashedFile.Open(file.Path, asRgb, throttleLimit, stop) : throw file.Error,
            throttleLimit,
            OrderedReadAhead.LargeResultsPerThread,
            cancellation);
        foreach (InputFile file in files.Find(cancellation))
        {
            if (ahead.IsFull) WriteNext();
            ahead.Add(file);
            while (ahead.TryTakeThrottled(out ReadAheadResult<InputFile, HashedFile> result)) Write(result);
        }

        while (ahead.Count > 0) WriteNext();
        messages.Complete();
        output.Flush();
        return messages.HasFailures ? ExitCode.Failure : ExitCode.Success;

        void WriteNext() => Write(Take(ahead));

        void Write(in ReadAheadResult<InputFile, HashedFile> result)
        {
            if (result.Error is not null)
            {
                messages.WriteFailure(result.Input, result.Error);
                return;
            }

            using HashedFile file = result.Result!;
            if (file.Warning is { } warning) messages.WriteWarnings(result.Input, [warning.Message]);
            if (file.First is { } first) TryWrite(result.Input, first, null);
            else if (file.Error is not null) TryWrite(result.Input, null, file.Error);
            else WriteFrames(result.Input, file, throttleLimit, cancellation);
        }
    }

    /// <summary>Writes the frames of a file in order, while the next ones are hashed.</summary>
    private void WriteFrames(InputFile input, HashedFile file, int throttleLimit, CancellationToken cancellation)
    {
        using var ahead = new OrderedReadAhead<int, DicomFrameHash>(
            (frame, _) => file.Hash(frame, asRgb, throttleLimit), Math.Min(throttleLimit, _hashers), cancellation);
        bool goesOn = true;
        for (int frame = 1; goesOn && frame <= file.Count; frame++)
        {
            if (ahead.IsFull) goesOn = TryWriteNext();
            if (goesOn) ahead.Add(frame);
            while (goesOn && ahead.TryTakeThrottled(out ReadAheadResult<int, DicomFrameHash> result)) goesOn = TryWrite(input, result.Result, result.Error);
        }

        while (goesOn && ahead.Count > 0) goesOn = TryWriteNext();

        bool TryWriteNext()
        {
            ReadAheadResult<int, DicomFrameHash> result = Take(ahead);
            return TryWrite(input, result.Result, result.Error);
        }
    }

    /// <summary>Takes the next result; if it must wait, flushes the output first for its reader.</summary>
    private ReadAheadResult<TInput, TResult> Take<TInput, TResult>(OrderedReadAhead<TInput, TResult> ahead)
    {
        if (ahead.TryTake(out ReadAheadResult<TInput, TResult> result)) return result;
        output.Flush();
        return ahead.Take();
    }

    /// <returns>False if the other frames of the file have the same error.</returns>
    private bool TryWrite(InputFile input, DicomFrameHash? hash, Exception? error)
    {
        if (hash is not null)
        {
            output.Write(writer.Write(input.Path, hash).Span);
            messages.WriteWarnings(input, hash.Warnings.Select(warning => warning.Message));
            return true;
        }

        messages.WriteFailure(input.Path, ErrorText.Describe(error!, input.Path));
        return error is DicomException exception && !FrameFile.IsOfAllFrames(exception);
    }

    /// <summary>A single-frame file with its hash, or a file with several frames, held open.</summary>
    private sealed class HashedFile : IDisposable
    {
        private readonly FrameFile? _file;

        private HashedFile(FrameFile? file, DicomWarning? warning)
        {
            _file = file;
            Warning = warning;
        }

        /// <summary>The warning about the number of frames.</summary>
        public DicomWarning? Warning { get; }

        /// <summary>The hash of the only frame.</summary>
        public DicomFrameHash? First { get; private init; }

        /// <summary>Why there is no hash.</summary>
        public DicomException? Error { get; private init; }

        public int Count => _file!.Count;

        public static HashedFile Open(string path, bool asRgb, int throttleLimit, CancellationToken cancellation)
        {
            FrameFile file = FrameFile.Open(path, cancellation);
            if (file.Count > 1) return new HashedFile(file, file.Warning);
            using (file)
            {
                try
                {
                    return new HashedFile(null, file.Warning) { First = FrameHasher.Hash(file, 1, asRgb, throttleLimit) };
                }
                catch (DicomException exception)
                {
                    return new HashedFile(null, file.Warning) { Error = exception };
                }
            }
        }

        public DicomFrameHash Hash(int frame, bool asRgb, int throttleLimit) => FrameHasher.Hash(_file!, frame, asRgb, throttleLimit);

        public void Dispose() => _file?.Dispose();
    }
}
