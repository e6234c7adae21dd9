using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.Frames;
using PSDicom.Operations.Tags;
using PSDicom.Pictures;
using PSDicom.Pictures.Html;
using PSDicom.Pixels;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;
using PSDicom.Text;
using PSDicom.Threading;

namespace PSDicom.Operations.Pages;

/// <summary>A source file of a page, opened for its first frame. Thread-safe.</summary>
internal sealed class PageFile : IDisposable
{
    private readonly PageContent _content;
    private readonly PageExportOptions _options;
    private readonly Lazy<FrameFile> _file;
    private readonly Lazy<FrameRenderer> _renderer;
    private readonly Lazy<HeaderText> _text;

    public PageFile(PageSource source, PageExportOptions options, PageContent content, CancellationToken cancellation)
    {
        _content = content;
        _options = options;
        _file = new Lazy<FrameFile>(() => source.Open(cancellation));
        _renderer = new Lazy<FrameRenderer>(() => new FrameRenderer(
            _file.Value.File.Dataset, options.Rendering with { BitDepth = 8, Width = null, Height = null, Scale = null }));
        _text = new Lazy<HeaderText>(() => HeaderText.Read(_file.Value.File, options.Text));
    }

    /// <summary>Decodes a frame and encodes it for the page.</summary>
    /// <param name="number">The frame number, from 1.</param>
    /// <param name="threads">The threads of the decoder.</param>
    /// <exception cref="DicomException">The frame cannot be decoded, or not be rendered with the options.</exception>
    /// <exception cref="IOException">Reading fails.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public MadeFrame Make(int number, FrameThreads threads)
    {
        DicomFrame stored = _file.Value.Read(number, null, threads);
        GreyView? view = _renderer.Value.GreyViewOf(stored);
        PageJson json = JsonOf(stored, view);
        MadeFrame made = view is not null && _content == PageContent.Values && GreyFrame.CanMake(stored, view)
            ? GreyFrame.Make(stored, view, json)
            : MakePicture(stored, json);
        SamplePool.Shared.Return(stored.GetPixels());
        return made with { Text = TextOf(), Warnings = _text.Value.Warning is { } omitted ? [.. made.Warnings, omitted] : made.Warnings };
    }

    public void Dispose()
    {
        if (_file.IsValueCreated) _file.Value.Dispose();
    }

    private MadeFrame MakePicture(DicomFrame stored, PageJson json)
    {
        Picture picture = _renderer.Value.Render(stored, []);
        bool isJpeg = _options.Quality is not null;
        var options = new ImageWriteOptions { Quality = _options.Quality ?? new ImageWriteOptions().Quality };
        using var stream = new MemoryStream();
        ImageWriter writer = ImageFormats.Find(isJpeg ? PictureFormat.Jpeg : PictureFormat.Png).Create(stream, options);
        writer.Add(picture);
        writer.Complete();
        json.Add("isColor", picture.SamplesPerPixel > 1);
        return new MadeFrame
        {
            Encoding = isJpeg ? PageEncoding.Jpeg : PageEncoding.Png,
            Json = json,
            Data = AsciiBytes.Encode(stream.GetBuffer().AsSpan(0, (int)stream.Length)),
            Warnings = picture.Warnings,
        };
    }

    /// <summary>The parameters of a frame in any encoding.</summary>
    private PageJson JsonOf(DicomFrame stored, GreyView? view)
    {
        PixelSize size = _renderer.Value.SizeOf(stored.Frame - 1);
        bool isUpright = _options.Rendering.Rotate % 180 == 0;
        double? aspect = isUpright ? size.Aspect : 1 / size.Aspect;
        return new PageJson()
            .Add("number", stored.Frame)
            .Add("width", isUpright ? stored.Columns : stored.Rows)
            .Add("height", isUpright ? stored.Rows : stored.Columns)
            .Add("aspect", aspect is 1 ? null : aspect)
            .Add("pixelWidth", isUpright ? size.Width : size.Height)
            .Add("isProjected", size.Width is not null && !size.IsOfPatient)
            .Add("window", view?.Window is { } window ? GreyFrame.JsonOf(window) : null);
    }

    private KeyValuePair<string, string>[] TextOf() =>
        [.. _text.Value.Elements.Select(element => new KeyValuePair<string, string>(PlainText.OfValue(element.Key), PlainText.OfValue(element.Value)))];
}
