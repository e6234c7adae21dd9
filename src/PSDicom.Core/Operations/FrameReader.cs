using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using PSDicom.IO;
using PSDicom.Pixels;
using PSDicom.Query;
using PSDicom.Rendering;

namespace PSDicom.Operations;

/// <summary>Decodes frames of files to numbers. One frame is in memory at a time, whatever the size of the file.</summary>
public static class FrameReader
{
    private static readonly ITagSelection Needed = new TagSet(
        ((DicomTag[])[.. ImagePixels.Tags, .. ModalityTransform.Tags, .. Palette.Tags]).Select(TagMask.Of));

    /// <summary>Decodes frames one after another, as they are asked for; the file is open meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which frames, and as what; null for all as they are stored.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="DicomException">
    /// The file is not DICOM, has no pixel data, or lacks a frame asked for; or the frame cannot be decoded.
    /// </exception>
    /// <exception cref="System.IO.IOException">The file is not there, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static IEnumerable<DicomFrame> Read(string path, FrameReadOptions? options, CancellationToken cancellation)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        return Decode(path, options?.Frames, cancellation).Select(decoded => decoded.ToFrame(options));
    }

    /// <summary>Decodes frames of a file that is already read, which is opened again, unless its bytes are in memory.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">Which frames, and as what; null for all as they are stored.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <inheritdoc cref="Read(string, FrameReadOptions?, CancellationToken)" path="/exception"/>
    public static IEnumerable<DicomFrame> Read(DicomFile file, FrameReadOptions? options, CancellationToken cancellation)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        return file.Path is { } path
            ? Read(path, options, cancellation)
            : Decode(new ImagePixels(file, null), options?.Frames, cancellation).Select(decoded => decoded.ToFrame(options));
    }

    /// <summary>Decodes frames of a file, as they come out of their cells.</summary>
    internal static IEnumerable<DecodedFrame> Decode(string path, IReadOnlyList<int>? frames, CancellationToken cancellation)
    {
        using var open = new OpenFile(path);
        var options = new DicomReadOptions { Selection = Needed, StopAtPixelData = true };
        var image = new ImagePixels(open.ReadHeader(options, cancellation), open);
        foreach (DecodedFrame frame in Decode(image, frames, cancellation)) yield return frame;
    }

    private static IEnumerable<DecodedFrame> Decode(ImagePixels image, IReadOnlyList<int>? frames, CancellationToken cancellation)
    {
        FrameDecoding decoding = InFile(image, () => FrameDecoding.Of(image));
        bool isFirst = true;
        foreach (int number in frames ?? Enumerable.Range(1, decoding.Count))
        {
            cancellation.ThrowIfCancellationRequested();
            DecodedFrame frame = InFile(image, () => decoding.Decode(Check(number, decoding.Count)));

            // What is wrong with the number of frames is told once.
            if (isFirst && image.Tally.Warning is { } warning) frame.Warnings.Insert(0, new DicomWarning(warning, tagPath: "NumberOfFrames"));
            isFirst = false;
            yield return frame;
        }
    }

    private static int Check(int number, int count) => number >= 1 && number <= count
        ? number - 1
        : throw new DicomException(
            DicomErrorReason.FrameNotFound,
            string.Format(CultureInfo.InvariantCulture, "There is no frame {0}: the file has {1}.", number, count == 1 ? "1 frame" : $"{count} frames"));

    private static T InFile<T>(ImagePixels image, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DicomException exception) when (exception.Path is null && image.File.Path is not null)
        {
            throw exception.WithPath(image.File.Path);
        }
    }
}
