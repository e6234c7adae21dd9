using System;
using System.IO;
using System.Net;
using System.Text;
using PSDicom.IO.Writing;
using PSDicom.Operations.Targets;
using PSDicom.Text;

namespace PSDicom.Operations.Protection;

/// <summary>
/// A page with a picture of each image that may have text in its pixels, for a person to look at. The pictures may name patients, so that only
/// its owner may read it. The page has its name once it is complete.
/// </summary>
public sealed class ContactSheet : IDisposable
{
    private const string Start = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
        <title>Images that may have text in their pixels</title>
        <style>
        body { margin: 1rem; background: #222; color: #ddd; font: 13px sans-serif; }
        main { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1rem; }
        figure { margin: 0; padding: .5rem; background: #111; border: 1px solid #555; overflow-wrap: anywhere; }
        figure.Refused { border-color: #e55; }
        figure.Cleaned { border-color: #5b5; }
        img { max-width: 100%; display: block; margin: 0 auto .5rem; }
        b { color: #fff; }
        </style>
        </head>
        <body>
        <h1>Images that may have text in their pixels</h1>
        <p>The first frame of each. What is red would become black, in all frames. This page may name patients.</p>
        <main>

        """;

    private readonly TargetFolder _target;
    private readonly string _temporary;
    private OutputFile? _output;

    /// <summary>Starts a page.</summary>
    /// <param name="path">The page. Its folder is made if it does not exist.</param>
    /// <param name="replaces">Whether to replace an existing page; a DICOM file is never replaced.</param>
    /// <exception cref="DicomException">The file exists and is not replaced: <see cref="DicomErrorReason.TargetExists"/>.</exception>
    /// <exception cref="TargetWriteException">It cannot be written.</exception>
    public ContactSheet(string path, bool replaces)
    {
        _target = new TargetFolder(path, isFile: true, replaces);
        Check();
        AtomicFile.OnTarget(FullName, () => Directory.CreateDirectory(Path.GetDirectoryName(FullName)!));
        _temporary = TemporaryName.Beside(FullName);
        _output = SecretFile.Create(_temporary, FullName);
        Write(Start.Replace("\r", string.Empty));
    }

    /// <summary>The full path of the page.</summary>
    public string FullName => _target.FullPath;

    /// <summary>The number of images.</summary>
    public int Count { get; private set; }

    /// <summary>Protects an input file of the call from being replaced.</summary>
    public void Protect(string input) => _target.Protect(input);

    /// <summary>Checks that it may be written, which saving does too.</summary>
    /// <exception cref="DicomException">What exists is not replaced: <see cref="DicomErrorReason.TargetExists"/>.</exception>
    public void Check() => _target.CheckFile(FullName, null);

    /// <summary>Adds an image.</summary>
    /// <exception cref="TargetWriteException">It cannot be written.</exception>
    public void Add(ImageReview review)
    {
        if (review is null) throw new ArgumentNullException(nameof(review));
        ReviewedImage image = review.Image;
        Count++;
        var text = new StringBuilder($"<figure class=\"{image.Result}\">");
        if (review.Picture is { } picture) text.Append("<img alt=\"\" src=\"data:image/jpeg;base64,").Append(Convert.ToBase64String(picture)).Append("\">");
        else text.Append("<p>The image cannot be shown.</p>");
        text.Append("<figcaption><b>").Append(Escaped(image.FullName)).Append("</b><br>").Append(image.Result);
        if (image.ErrorId is not null) text.Append(": ").Append(Escaped(image.ErrorId));
        text.Append("<br>").Append(image.FrameCount).Append(image.FrameCount == 1 ? " frame" : " frames");
        if (image.Risk is not null) text.Append("<br>Risk: ").Append(Escaped(image.Risk));
        if (image.BlackedBy.Length > 0) text.Append("<br>By ").Append(Escaped(string.Join(", ", image.BlackedBy)));
        if (image.BlackedBoxes.Length > 0) text.Append("<br>").Append(string.Join("; ", image.BlackedBoxes));
        Write(text.Append("</figcaption></figure>\n").ToString());
    }

    /// <summary>Completes the page.</summary>
    /// <exception cref="DicomException">It exists and is not replaced.</exception>
    /// <exception cref="TargetWriteException">It cannot be written.</exception>
    public void Save()
    {
        Write(Count == 0 ? "<p>There are none.</p>\n</main>\n</body>\n</html>\n" : "</main>\n</body>\n</html>\n");
        Check();
        _output!.Dispose();
        _output = null;
        try
        {
            AtomicFile.Rename(_temporary, FullName, _target.Replaces);
        }
        catch
        {
            AtomicFile.Delete(_temporary);
            throw;
        }
    }

    /// <summary>Deletes what was written, if the page is not complete.</summary>
    public void Dispose()
    {
        if (_output is null) return;
        _output.Dispose();
        _output = null;
        AtomicFile.Delete(_temporary);
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(PlainText.Of(text));

    private void Write(string text) => _output!.Write(_output.Length, Encoding.UTF8.GetBytes(text));
}
