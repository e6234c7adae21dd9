using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using PSDicom.IO;
using PSDicom.IO.Sources;
using PSDicom.Query;
using PSDicom.Rendering.Colors;
using PSDicom.Rendering.Greys;
using PSDicom.Text;
using PSDicom.Threading;

namespace PSDicom.Frames;

/// <summary>An open file, whose frames are read and decoded one at a time. Any number of threads may use it at once.</summary>
public sealed class FrameFile : IDisposable
{
    private static readonly TagMask[] Needed =
        ((DicomTag[])[.. ImagePixels.Tags, .. ModalityTransform.Tags, .. Palette.Tags]).Select(TagMask.Of).ToArray();

    /// <summary>Enough for the unique identifiers of an image.</summary>
    private const int ComparedLength = 1024;

    private readonly OpenFile? _open;
    private readonly ImagePixels _image;
    private readonly FrameDecoding _decoding;

    private FrameFile(OpenFile? open, ImagePixels image, CancellationToken cancellation)
    {
        Cancellation = cancellation;
        _open = open;
        _image = image;
        _decoding = FrameDecoding.Of(image);
    }

    /// <summary>The file; null for bytes in memory.</summary>
    public string? FullName => _image.File.FullName;

    /// <summary>The number of frames; at least one.</summary>
    public int Count => _decoding.Count;

    /// <summary>The file with the elements that were read.</summary>
    internal DicomFile File => _image.File;

    /// <summary>Ends the reading of frames.</summary>
    internal CancellationToken Cancellation { get; }

    /// <summary>The problem with the number of frames; null if there is none.</summary>
    public DicomWarning? Warning => _image.Tally.Warning is { } warning ? new DicomWarning(DicomWarningKind.FrameCountWrong, warning, tagPath: "NumberOfFrames") : null;

    /// <inheritdoc cref="ImagePixels.Transforms"/>
    internal ModalityTransforms Transforms => _image.Transforms;

    /// <summary>Opens a file and reads the part of its header that its frames need.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Ends the reading, also later of frames.</param>
    /// <exception cref="DicomException">The file is not DICOM, has no pixel data, or their format is unknown.</exception>
    /// <exception cref="System.IO.IOException">The file does not exist, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was canceled.</exception>
    public static FrameFile Open(string path, CancellationToken cancellation) =>
        Open(new OpenFile(path ?? throw new ArgumentNullException(nameof(path))), [], null, cancellation);

    /// <summary>Opens again a file that was already read, unless its bytes are in memory.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Ends the reading, also later of frames.</param>
    /// <inheritdoc cref="Open(string, CancellationToken)" path="/exception"/>
    public static FrameFile Open(DicomFile file, CancellationToken cancellation) => Open(file, [], null, cancellation);

    /// <summary>Reads more of a file's header than its frames need.</summary>
    /// <param name="open">The open file, which is closed with this or if this fails.</param>
    /// <param name="more">The tags to read in addition, as far as they come before the pixel data.</param>
    /// <param name="characterSet">The character set of the text; null for the one that the file declares.</param>
    /// <param name="cancellation">Ends the reading, also later of frames.</param>
    /// <param name="budget">The memory for loading a small file completely; null for none.</param>
    internal static FrameFile Open(
        OpenFile open, IEnumerable<TagMask> more, CharacterSet? characterSet, CancellationToken cancellation, MemoryBudget? budget = null)
    {
        try
        {
            if (budget is not null) open.Load(budget);
            var options = new DicomReadOptions
            {
                Selection = new TagSet(Needed.Concat(more)), StopAtPixelData = true, CharacterSet = characterSet,
            };
            return DicomException.InFile(
                open.Path, () => new FrameFile(open, new ImagePixels(open.ReadHeader(options, cancellation), open, cancellation), cancellation));
        }
        catch
        {
            open.Dispose();
            throw;
        }
    }

    /// <summary>Reads more of the header of a file that was already read: it is opened again, unless its bytes are in memory.</summary>
    internal static FrameFile Open(
        DicomFile file, IEnumerable<TagMask> more, CharacterSet? characterSet, CancellationToken cancellation, MemoryBudget? budget = null) =>
        (file ?? throw new ArgumentNullException(nameof(file))).FullName is { } path
            ? Open(new OpenFile(path), more, characterSet, cancellation, budget)
            : new FrameFile(null, new ImagePixels(file, null, cancellation), cancellation);

    /// <summary>Whether the other frames of a file need not be read after the error of one: it is the same for all, or not of the frame but of the disk or memory.</summary>
    public static bool EndsReading(Exception error) => error is not DicomException || IsOfAllFrames(error);

    /// <summary>Whether the error of one frame is the same for all frames of the file, so that it is reported once.</summary>
    internal static bool IsOfAllFrames(Exception error) =>
        error is DicomException { Reason: DicomErrorReason.UnsupportedTransferSyntax or DicomErrorReason.FramesNotSeparable };

    /// <summary>Reads and decodes one frame.</summary>
    /// <param name="frame">The number of the frame, from 1.</param>
    /// <param name="options">The options; null for the stored values.</param>
    /// <exception cref="DicomException">There is no such frame, or it cannot be decoded.</exception>
    /// <exception cref="System.IO.IOException">The disk fails.</exception>
    /// <exception cref="OperationCanceledException">The reading was canceled.</exception>
    public DicomFrame Read(int frame, FrameReadOptions? options)
    {
        using var threads = new FrameThreads(options?.ThrottleLimit ?? int.MaxValue, Cancellation);
        return Read(frame, options, threads);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _open?.Dispose();

    /// <summary>Reads and decodes one frame on threads of the caller.</summary>
    internal DicomFrame Read(int frame, FrameReadOptions? options, FrameThreads threads) => DicomException.InFile(FullName, () =>
    {
        using DecodedFrame decoded = Decode(frame, threads);
        return decoded.ToFrame(options);
    });

    /// <summary>Reads and decodes one frame, with all bits of its cells.</summary>
    internal DecodedFrame Decode(int frame, FrameThreads threads) => DicomException.InFile(FullName, () =>
    {
        CheckNumber(frame);
        return _decoding.Decode(frame - 1, threads);
    });

    /// <summary>
    /// Whether a file has the same first bytes as this one: it is the same file by another path, which cannot be detected otherwise without the
    /// DICOM prefix, or a copy. False if it cannot be read.
    /// </summary>
    internal bool IsCopiedAt(string path)
    {
        if (_open is null || !System.IO.File.Exists(path)) return false;
        var own = new byte[(int)Math.Min(ComparedLength, File.Length)];
        var other = new byte[own.Length];
        _open.Read(0, own);
        try
        {
            using var source = new FileByteSource(path);
            return source.Read(0, other) == other.Length && own.AsSpan().SequenceEqual(other);
        }
        catch (Exception exception) when (exception is System.IO.IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Checks that there is a frame with this number, from 1.</summary>
    /// <exception cref="DicomException">There is no such frame.</exception>
    internal void CheckNumber(int frame)
    {
        if (frame >= 1 && frame <= Count) return;
        throw new DicomException(
            DicomErrorReason.FrameNotFound,
            string.Format(
                CultureInfo.InvariantCulture, "There is no frame {0}: the file has {1} frame{2}.", frame, Count, Count == 1 ? "" : "s"));
    }
}
