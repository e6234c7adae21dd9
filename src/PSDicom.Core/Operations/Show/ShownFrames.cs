using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.Frames;
using PSDicom.IO;
using PSDicom.Operations.Export;
using PSDicom.Operations.Tags;
using PSDicom.Pictures.Terminal;
using PSDicom.Pixels;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Rendering.Overlays;
using PSDicom.Text;
using PSDicom.Threading;

namespace PSDicom.Operations.Show;

/// <summary>The frames of a file as pictures for a terminal.</summary>
public sealed class ShownFrames : IFrameSource<ShownFrame>
{
    private readonly FrameFile _file;
    private readonly FrameShowOptions _options;
    private readonly RenderedPictures _pictures;
    private readonly PixelSizes _sizes;
    private readonly Lazy<HeaderText> _text;

    private ShownFrames(FrameFile file, FrameShowOptions options)
    {
        _file = file;
        _options = options;
        _pictures = new RenderedPictures(file, Unsized(options.Rendering));
        _sizes = new PixelSizes(file.File.Dataset);
        _text = new Lazy<HeaderText>(() => HeaderText.Read(file.File, options.Text));
    }

    /// <inheritdoc/>
    public int Count => _file.Count;

    /// <inheritdoc/>
    public DicomWarning? Warning => _file.Warning;

    /// <summary>Opens a file and reads the header elements for pictures and captions.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellation">Cancels the reading, including that of frames later.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <inheritdoc cref="FrameFile.Open(string, CancellationToken)" path="/exception"/>
    public static IFrameSource<ShownFrame> Open(string path, FrameShowOptions options, CancellationToken cancellation)
    {
        Check(options);
        return new ShownFrames(FrameFile.Open(new OpenFile(path ?? throw new ArgumentNullException(nameof(path))), Tags(options), options.CharacterSet, cancellation), options);
    }

    /// <summary>Opens a file again that has already been read, or uses its bytes in memory.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellation">Cancels the reading, including that of frames later.</param>
    /// <inheritdoc cref="Open(string, FrameShowOptions, CancellationToken)" path="/exception"/>
    public static IFrameSource<ShownFrame> Open(DicomFile file, FrameShowOptions options, CancellationToken cancellation)
    {
        Check(options);
        return new ShownFrames(FrameFile.Open(file, Tags(options), options.CharacterSet, cancellation), options);
    }

    /// <summary>Decodes, renders and resizes a frame.</summary>
    /// <inheritdoc cref="IFrameSource{T}.Read" path="/param"/>
    /// <inheritdoc cref="IFrameSource{T}.Read" path="/exception"/>
    public ShownFrame Read(int frame) => DicomException.InFile(_file.FullName, () =>
    {
        using var threads = new FrameThreads(_options.ThrottleLimit, _file.Cancellation);
        Picture whole = _pictures.Read(frame, threads);
        Picture shown = PictureFit.Apply(TerminalPixels.Of(whole), _options, _sizes.Of(frame - 1).Aspect);
        List<DicomWarning> warnings = [.. whole.Warnings];
        if (_text.Value.Warning is { } omitted) warnings.Add(omitted);
        return new ShownFrame(shown, Caption(frame, whole), warnings);
    });

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private static void Check(FrameShowOptions options)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        options.Validate();
    }

    private static IEnumerable<TagMask> Tags(FrameShowOptions options)
    {
        IEnumerable<TagMask> tags = FrameRenderer.Tags.Select(TagMask.Of);
        if (options.Rendering.Overlay) tags = tags.Concat(OverlayPlanes.Tags);
        return options.Text is { } text ? tags.Concat(text.Paths.SelectMany(TagQuery.Wanted)) : tags;
    }

    /// <summary>The options without those that depend on the terminal.</summary>
    private static RenderOptions Unsized(RenderOptions options) => new()
    {
        Windowing = options.Windowing,
        ColorMap = options.ColorMap,
        Invert = options.Invert,
        Overlay = options.Overlay,
    };

    private string Caption(int frame, Picture whole)
    {
        var parts = new List<string>();
        if (_file.FullName is { } path) parts.Add(PlainText.OfValue(Path.GetFileName(path)));
        if (_file.Count > 1) parts.Add(Format("[{0}/{1}]", frame, _file.Count));
        parts.Add(Format("{0} x {1}", whole.Width, whole.Height));
        if (whole is RenderedPicture { Window: { } window }) parts.Add(Format("window {0:0.###}/{1:0.###}", window.Center, window.Width));
        foreach (KeyValuePair<string, string> element in _text.Value.Elements) parts.Add(PlainText.OfValue($"{element.Key}={element.Value}"));
        return string.Join("  ", parts);
    }

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
