using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Output;
using PSDicom.Operations;

namespace PSDicom.Cli.Commands;

/// <summary>Decodes and hashes the frames of a file; a frame that cannot be decoded is an error, and the others go on.</summary>
internal static class FrameHashes
{
    public static FileOutput Read(string path, bool asRgb, bool isJson, int throttleLimit, CancellationToken cancellation)
    {
        using FrameFile file = FrameFile.Open(path, cancellation);
        using IFrameHashWriter writer = isJson ? new FrameHashJsonWriter() : new FrameHashTextWriter();
        var warnings = new List<string>();
        var errors = new List<string>();
        if (file.Warning is { } ofNumber) warnings.Add(ofNumber.Message);
        for (int frame = 1; frame <= file.Count; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                DicomFrameHash hash = FrameHasher.Hash(file, frame, asRgb, throttleLimit);
                writer.Write(path, hash);
                warnings.AddRange(hash.Warnings.Select(warning => warning.Message));
            }
            catch (DicomException exception)
            {
                errors.Add(ErrorText.Describe(exception));

                // What is wrong with all frames is told once.
                if (FrameFile.IsOfAllFrames(exception)) break;
            }
        }

        return new FileOutput(writer.Bytes, warnings, errors);
    }
}
