using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.Frames;
using PSDicom.IO;
using PSDicom.IO.Writing;
using PSDicom.Operations.Tags;
using PSDicom.Operations.Targets;
using PSDicom.Pictures;
using PSDicom.Pixels;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;
using PSDicom.Query;
using PSDicom.Threading;

namespace PSDicom.Operations.Export;

/// <summary>An open file and the pictures to write of its frames. Thread-safe: several threads may write its pictures at once.</summary>
public sealed class FrameExport : IWriteSource<PictureTarget, ExportedFrame>
{
    private readonly FrameFile _file;
    private readonly FrameExportOptions _options;
    private readonly ExportDestination _destination;
    private readonly PictureSource _pictures;
    private readonly NameTemplate _template;
    private readonly Lazy<HeaderText> _text;

    private FrameExport(FrameFile file, FrameExportOptions options, ExportDestination destination)
    {
        _file = file;
        _options = options;
        _destination = destination;
        if (destination.IsFile && TargetCount > 1)
        {
            throw new DicomException(
                DicomErrorReason.TargetNotUnique,
                string.Format(
                    CultureInfo.InvariantCulture,
                    "There are {0} pictures to write, but the destination is the path of a single picture: '{1}'. Name a folder, or choose one frame.",
                    TargetCount,
                    destination.FullPath));
        }

        _text = new Lazy<HeaderText>(() => HeaderText.Read(file.File, options.Text));
        _pictures = PictureSource.Of(file, options, destination.Format);
        _template = options.NameTemplate ?? (file.Count == 1 || options.Combine ? NameTemplate.OfSource : NameTemplate.OfFrame);
    }

    /// <summary>The path of the source file; null for bytes in memory.</summary>
    public string? Source => _file.FullName;

    /// <summary>The number of pictures to write.</summary>
    public int TargetCount => _options.Combine ? 1 : FrameCount;

    /// <summary>The warning about the number of frames; null if there is none.</summary>
    public DicomWarning? Warning => _file.Warning;

    private int FrameCount => _options.Frames?.Count ?? _file.Count;

    /// <summary>Opens a file and reads the elements that its pictures and their names need.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="DicomException">
    /// The file is not DICOM, has no pixel data or no valid description of them, or lacks something that the options require.
    /// </exception>
    /// <exception cref="IOException">The file does not exist, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static FrameExport Open(string path, FrameExportOptions options, CancellationToken cancellation)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        return Open(path, options, new ExportDestination(options), cancellation);
    }

    /// <summary>Opens a file again whose header is already read, or uses its bytes in memory.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <inheritdoc cref="Open(string, FrameExportOptions, CancellationToken)" path="/exception"/>
    public static FrameExport Open(DicomFile file, FrameExportOptions options, CancellationToken cancellation)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        return Open(file, options, new ExportDestination(options), cancellation);
    }

    /// <summary>Opens a file whose pictures share the destination with those of others.</summary>
    internal static FrameExport Open(
        string path, FrameExportOptions options, ExportDestination destination, CancellationToken cancellation, MemoryBudget? budget = null) =>
        Open(new OpenFile(path ?? throw new ArgumentNullException(nameof(path))), options, destination, cancellation, budget);

    /// <summary>Takes over an open file, and closes it on disposal.</summary>
    internal static FrameExport Open(
        OpenFile open, FrameExportOptions options, ExportDestination destination, CancellationToken cancellation, MemoryBudget? budget = null) =>
        Of(FrameFile.Open(open, Tags(options, destination), options.CharacterSet, cancellation, budget), options, destination);

    /// <inheritdoc cref="Open(string, FrameExportOptions, ExportDestination, CancellationToken, MemoryBudget?)"/>
    internal static FrameExport Open(
        DicomFile file, FrameExportOptions options, ExportDestination destination, CancellationToken cancellation, MemoryBudget? budget = null) =>
        Of(FrameFile.Open(file, Tags(options, destination), options.CharacterSet, cancellation, budget), options, destination);

    /// <summary>The pictures in order; each path is computed when enumerated.</summary>
    /// <exception cref="DicomException">A value for the name is no longer in the file.</exception>
    public IEnumerable<PictureTarget> GetPictures() => Enumerable.Range(0, TargetCount).Select(TargetAt);

    /// <summary>The picture of an index, from 0.</summary>
    /// <exception cref="DicomException">A value for the name is no longer in the file.</exception>
    public PictureTarget TargetAt(int index)
    {
        int? frame = _options.Combine ? null : _options.Frames?[index] ?? index + 1;
        return new PictureTarget(frame, _destination.IsFile
            ? _destination.FullPath
            : _destination.PathOf(_template.Expand(_file.File, frame, _file.Count, _destination.Format.Extensions)));
    }

    /// <summary>Checks whether a picture could be written, without decoding its frame.</summary>
    /// <param name="picture">One of this export's.</param>
    /// <inheritdoc cref="Write(PictureTarget, CancellationToken)" path="/exception"/>
    public void Check(PictureTarget picture)
    {
        if (picture is null) throw new ArgumentNullException(nameof(picture));
        WithSourcePath(() =>
        {
            CheckFile(picture.Path);
            _destination.CheckFolders(picture.Path);
            return picture;
        });
    }

    /// <summary>
    /// Decodes, renders and writes a picture, and creates its folders. It is written under a temporary name in the same folder and then
    /// renamed, so a failure leaves what was there before. Each picture is written once.
    /// </summary>
    /// <param name="picture">One of this export's.</param>
    /// <param name="cancellation">Cancels the work; a partial file is deleted.</param>
    /// <exception cref="DicomException">
    /// The frame does not exist or cannot be decoded; the format cannot hold it; the picture exists and must not be replaced, or its path
    /// leads out of the destination.
    /// </exception>
    /// <exception cref="TargetWriteException">The picture cannot be written.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ExportedFrame Write(PictureTarget picture, CancellationToken cancellation)
    {
        if (picture is null) throw new ArgumentNullException(nameof(picture));
        if (!TryClaim(picture, out string? owner)) throw Clash(picture, owner, cancellation);
        return Write(picture, Environment.ProcessorCount, Environment.ProcessorCount, cancellation);
    }

    bool IWriteSource<PictureTarget, ExportedFrame>.TryClaim(PictureTarget target, out string? owner) => TryClaim(target, out owner);

    DicomException IWriteSource<PictureTarget, ExportedFrame>.Clash(PictureTarget target, string? owner, CancellationToken cancellation) =>
        Clash(target, owner, cancellation);

    bool IWriteSource<PictureTarget, ExportedFrame>.Exists(PictureTarget target) =>
        File.Exists(target.Path) && (Source is null || Path.GetFullPath(Source) != target.Path);

    ExportedFrame IWriteSource<PictureTarget, ExportedFrame>.Write(PictureTarget target, int threads, int throttleLimit, CancellationToken cancellation) =>
        Write(target, threads, throttleLimit, cancellation);

    bool IWriteSource<PictureTarget, ExportedFrame>.IsOfAllTargets(Exception error) => FrameFile.IsOfAllFrames(error) || error is DicomException
    {
        Reason: DicomErrorReason.WindowNotFound or DicomErrorReason.PictureNotSupported,
    };

    private bool TryClaim(PictureTarget picture, out string? owner)
    {
        string? other = null;
        bool isFree = WithSourcePath(() =>
        {
            if (picture.Frame is { } frame) _file.CheckNumber(frame);
            return _destination.TryClaim(picture.Path, Source, out other);
        });
        owner = other;
        return isFree;
    }

    private DicomException Clash(PictureTarget picture, string? owner, CancellationToken cancellation)
    {
        var clash = new TargetClash(owner, Source) { IsFile = _destination.IsFile, Template = _template, TargetCount = TargetCount };
        return clash.Describe(picture.Path, cancellation);
    }

    private ExportedFrame Write(PictureTarget picture, int readers, int throttleLimit, CancellationToken cancellation) => WithSourcePath(() =>
    {
        // In a combined picture, each frame has its own threads.
        using FrameThreads? threads = picture.Frame is null ? null : new FrameThreads(throttleLimit, cancellation);
        cancellation.ThrowIfCancellationRequested();
        CheckFile(picture.Path);

        // The first frame is decoded before any file or folder is created: a frame that cannot be decoded leaves nothing behind.
        using IEnumerator<Picture> pages = (picture.Frame is { } frame ? [_pictures.Read(frame, threads!)] : ReadAll(readers, throttleLimit, cancellation)).GetEnumerator();
        pages.MoveNext();
        Picture first = pages.Current;
        VoiWindow? window = (first as RenderedPicture)?.Window;
        _destination.MakeFolders(picture.Path);
        var warnings = new List<DicomWarning>();
        long length = AtomicFile.Write(picture.Path, _options.Force, stream => Encode(stream, pages, warnings), cancellation);
        return new ExportedFrame(warnings)
        {
            FullName = picture.Path,
            Source = Source,
            Frame = picture.Frame,
            FrameCount = picture.Frame is null ? FrameCount : 1,
            Width = first.Width,
            Height = first.Height,
            Format = _destination.Format.Format,
            BitDepth = first.BitDepth,
            WindowCenter = window?.Center,
            WindowWidth = window?.Width,
            Length = length,
        };
    });

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private static FrameExport Of(FrameFile file, FrameExportOptions options, ExportDestination destination)
    {
        try
        {
            return new FrameExport(file, options, destination);
        }
        catch (Exception exception)
        {
            file.Dispose();
            if (exception is DicomException { Path: null } withoutPath && file.FullName is not null) throw withoutPath.WithPath(file.FullName);
            throw;
        }
    }

    private static IEnumerable<TagMask> Tags(FrameExportOptions options, ExportDestination destination) =>
    [
        .. PictureSource.Tags(options, destination.Format),
        .. options.NameTemplate?.Tags ?? [],
        .. options.Text?.Paths.SelectMany(TagQuery.Wanted) ?? [],
        .. options.Combine ? FrameTimes.Tags.Select(TagMask.Of) : [],
    ];

    private void CheckFile(string path)
    {
        _destination.CheckFile(path, Source);
        if (_options.Force && _file.IsCopiedAt(path)) throw TargetFolder.NeverReplaced(path, "is a copy of the source");
    }

    private void Encode(Stream stream, IEnumerator<Picture> pages, List<DicomWarning> warnings)
    {
        ImageWriter writer = _destination.Format.Create(stream, WriteOptions());
        if (_text.Value.Warning is { } omitted) warnings.Add(omitted);
        PicturePages.Write(writer, pages, warnings);
    }

    private ImageWriteOptions WriteOptions()
    {
        var standard = new ImageWriteOptions();
        return new ImageWriteOptions
        {
            Pages = _options.Combine ? FrameCount : null,
            Quality = _options.Quality ?? standard.Quality,
            WebPQuality = _options.Quality,
            FullChroma = _options.FullChroma,
            FrameTimes = Times(),
            Text = _text.Value.Elements,
        };
    }

    /// <summary>The display time of each picture of an animation.</summary>
    private TimeSpan[] Times()
    {
        if (!_options.Combine) return [];
        FrameTimes times = FrameTimes.Of(_file.File.Dataset);
        return Frames().Select(frame => times[frame]).ToArray();
    }

    private IEnumerable<int> Frames() => _options.Frames ?? Enumerable.Range(1, _file.Count);

    /// <summary>The pictures of all frames, made ahead.</summary>
    private IEnumerable<Picture> ReadAll(int readers, int throttleLimit, CancellationToken cancellation) => PicturePages.Make(
        Frames(), _pictures.Read, frame => string.Format(CultureInfo.InvariantCulture, "Frame {0}", frame), readers, throttleLimit, cancellation);

    private T WithSourcePath<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (DicomException exception) when (exception.Path is null && Source is not null)
        {
            throw exception.WithPath(Source);
        }
    }
}
