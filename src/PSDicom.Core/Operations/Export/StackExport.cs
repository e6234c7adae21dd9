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
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;
using PSDicom.Threading;

namespace PSDicom.Operations.Export;

/// <summary>Writes the frames of several files into one: a stack of a series, in order.</summary>
internal sealed class StackExport : IWriteSource<PictureTarget, ExportedFrame>
{
    private readonly IReadOnlyList<StackFrame> _frames;
    private readonly FrameExportOptions _options;
    private readonly ExportDestination _destination;
    private readonly string _suffix;
    private readonly FrameFile _first;

    private StackExport(IReadOnlyList<StackFrame> frames, FrameExportOptions options, ExportDestination destination, string suffix, FrameFile first)
    {
        _frames = frames;
        _options = options;
        _destination = destination;
        _suffix = suffix;
        _first = first;
    }

    public int TargetCount => 1;

    public DicomWarning? Warning => null;

    private NameTemplate Template => _options.NameTemplate ?? NameTemplate.OfSource;

    /// <summary>Opens the first file, whose header gives the name of the picture.</summary>
    /// <param name="frames">The frames; at least one.</param>
    /// <param name="options">The options of the export.</param>
    /// <param name="destination">The destination.</param>
    /// <param name="suffix">The suffix of the file name after the name of the first file, if there is no template.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <inheritdoc cref="FrameExport.Open(string, FrameExportOptions, CancellationToken)" path="/exception"/>
    public static StackExport Open(
        IReadOnlyList<StackFrame> frames, FrameExportOptions options, ExportDestination destination, string suffix, CancellationToken cancellation)
    {
        IReadOnlyList<StackFrame> chosen = options.Frames is null ? frames : [.. options.Frames.Select(number => number <= frames.Count
            ? frames[number - 1]
            : throw new DicomException(
                DicomErrorReason.FrameNotFound,
                string.Format(CultureInfo.InvariantCulture, "There is no frame {0}: the stack has {1}.", number, frames.Count),
                frames[0].Path))];
        TagMask[] more = [.. options.NameTemplate?.Tags ?? [], .. options.Text?.Paths.SelectMany(TagQuery.Wanted) ?? [], .. FrameTimes.Tags.Select(TagMask.Of)];
        return new StackExport(chosen, options, destination, suffix, FrameFile.Open(new OpenFile(chosen[0].Path), more, options.CharacterSet, cancellation));
    }

    public PictureTarget TargetAt(int index)
    {
        if (_destination.IsFile) return new PictureTarget(null, _destination.FullPath);
        string name = Template.Expand(_first.File, null, _first.Count, _destination.Format.Extensions);
        if (_options.NameTemplate is null) name = Path.GetFileNameWithoutExtension(name) + _suffix + Path.GetExtension(name);
        return new PictureTarget(null, _destination.PathOf(name));
    }

    public bool TryClaim(PictureTarget target, out string? owner) => _destination.TryClaim(target.Path, _frames[0].Path, out owner);

    public DicomException Clash(PictureTarget target, string? owner, CancellationToken cancellation) =>
        new TargetClash(owner, _frames[0].Path) { IsFile = _destination.IsFile, Template = Template, TargetCount = 1 }.Describe(target.Path, cancellation);

    public bool Exists(PictureTarget target) => File.Exists(target.Path) && _frames.All(frame => frame.Path != target.Path);

    public void Check(PictureTarget target)
    {
        foreach (string path in _frames.Select(frame => frame.Path).Distinct()) _destination.CheckFile(target.Path, path);
        _destination.CheckFolders(target.Path);
    }

    public ExportedFrame Write(PictureTarget target, int threads, int throttleLimit, CancellationToken cancellation)
    {
        Check(target);
        SampleType? common = CommonType(cancellation);
        using var unwindowed = new SharedFiles<StackFile>(path => OpenFile(path, _options, common, cancellation), CountUses());
        FrameExportOptions options = PictureSource.IsRendered(_options, _destination.Format)
            ? _options with { Rendering = StackWindow.Choose(_options.Rendering, _frames, unwindowed, throttleLimit, cancellation) }
            : _options;
        using var files = new SharedFiles<StackFile>(path => OpenFile(path, options, common, cancellation), CountUses());
        using IEnumerator<Picture> pages = PicturePages.Make(
            _frames,
            (frame, frameThreads) => files.Use(frame.Path, file => file.Pictures.Read(frame.Frame, frameThreads)),
            frame => string.Format(CultureInfo.InvariantCulture, "Frame {0} of '{1}'", frame.Frame, frame.Path),
            threads,
            throttleLimit,
            cancellation).GetEnumerator();
        pages.MoveNext();
        Picture first = pages.Current;
        VoiWindow? window = (first as RenderedPicture)?.Window;
        _destination.MakeFolders(target.Path);
        var warnings = new List<DicomWarning>();
        long length = AtomicFile.Write(target.Path, _options.Force, stream => Encode(stream, pages, warnings), cancellation);
        return new ExportedFrame(warnings)
        {
            FullName = target.Path,
            Source = _frames[0].Path,
            Frame = null,
            FrameCount = _frames.Count,
            Width = first.Width,
            Height = first.Height,
            Format = _destination.Format.Format,
            BitDepth = first.BitDepth,
            WindowCenter = window?.Center,
            WindowWidth = window?.Width,
            Length = length,
        };
    }

    public bool IsOfAllTargets(Exception error) => false;

    public void Dispose() => _first.Dispose();

    private void Encode(Stream stream, IEnumerator<Picture> pages, List<DicomWarning> warnings)
    {
        HeaderText text = HeaderText.Read(_first.File, _options.Text);
        if (text.Warning is { } omitted) warnings.Add(omitted);
        TimeSpan time = FrameTimes.Of(_first.File.Dataset)[1];
        var standard = new ImageWriteOptions();
        ImageWriter writer = _destination.Format.Create(stream, new ImageWriteOptions
        {
            Pages = _frames.Count,
            Quality = _options.Quality ?? standard.Quality,
            FullChroma = _options.FullChroma,
            FrameTimes = [.. Enumerable.Repeat(time, _frames.Count)],
            Text = text.Elements,
        });
        PicturePages.Write(writer, pages, warnings);
    }

    private Dictionary<string, int> CountUses() => _frames.GroupBy(frame => frame.Path).ToDictionary(file => file.Key, file => file.Count());

    private StackFile OpenFile(string path, FrameExportOptions options, SampleType? common, CancellationToken cancellation)
    {
        FrameFile file = FrameFile.Open(new OpenFile(path), PictureSource.Tags(options, _destination.Format), options.CharacterSet, cancellation);
        try
        {
            return new StackFile(file, PictureSource.Of(file, options, _destination.Format, common));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The type of rescaled values, which depends on the headers of all files.</summary>
    private SampleType? CommonType(CancellationToken cancellation)
    {
        if (!_options.Rescaled || !_destination.Format.IsData) return null;
        return StoredPictures.CommonType(_frames.GroupBy(frame => frame.Path).SelectMany(file =>
        {
            using FrameFile open = FrameFile.Open(new OpenFile(file.Key), [], _options.CharacterSet, cancellation);
            return StoredPictures.Kinds(open, file.Select(frame => frame.Frame)).ToArray();
        }));
    }
}
