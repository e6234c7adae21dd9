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
        ahead.Run(files.Find(cancellation), Write, output.Flush);
        messages.Complete();
        output.Flush();
        return messages.HasFailures ? ExitCode.Failure : ExitCode.Success;

        bool Write(ReadAheadResult<InputFile, HashedFile> result)
        {
            if (result.Error is not null)
            {
                messages.WriteFailure(result.Input, result.Error);
                return true;
            }

            using HashedFile file = result.Result!;
            if (file.Warning is { } warning) messages.WriteWarnings(result.Input, [warning.Message]);
            if (file.First is { } first) TryWrite(result.Input, first, null);
            else if (file.Error is not null) TryWrite(result.Input, null, file.Error);
            else WriteFrames(result.Input, file, throttleLimit, cancellation);
            return true;
        }
    }

    /// <summary>Writes the frames of a file in order, while the next ones are hashed.</summary>
    private void WriteFrames(InputFile input, HashedFile file, int throttleLimit, CancellationToken cancellation)
    {
        using var ahead = new OrderedReadAhead<int, DicomFrameHash>(
            (frame, _) => file.Hash(frame, asRgb, throttleLimit), Math.Min(throttleLimit, _hashers), cancellation);
        ahead.Run(Enumerable.Range(1, file.Count), result => TryWrite(input, result.Result, result.Error), output.Flush);
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
        return !FrameFile.EndsReading(error!);
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
