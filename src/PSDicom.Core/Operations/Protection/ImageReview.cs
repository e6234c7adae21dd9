using System;
using System.IO;
using System.Threading;
using PSDicom.Deidentification;
using PSDicom.Deidentification.BurnedIn;
using PSDicom.Frames;
using PSDicom.Frames.Transcoding;
using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;
using PSDicom.Text;

namespace PSDicom.Operations.Protection;

/// <summary>A look at an image before it is de-identified. Nothing is written.</summary>
public sealed class ImageReview
{
    private ImageReview(ReviewedImage image, byte[]? picture) => (Image, Picture) = (image, picture);

    /// <summary>What would be done with the image.</summary>
    public ReviewedImage Image { get; }

    /// <summary>The first frame as JPEG, with the rectangles drawn; null if it was not asked for, or cannot be shown.</summary>
    internal byte[]? Picture { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rules">The rules of the run.</param>
    /// <param name="characterSet">The character set of the file; null for the one that it declares.</param>
    /// <param name="makesPicture">Whether to make a picture of it, for a <see cref="ContactSheet"/>.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Null if the file has no image, or one that is not at risk and whose pixels would stay as they are.</returns>
    /// <exception cref="DicomException">The file is not DICOM, or damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public static ImageReview? Read(string path, ProtectionRules rules, CharacterSet? characterSet, bool makesPicture, CancellationToken cancellation)
    {
        if (rules is null) throw new ArgumentNullException(nameof(rules));
        string full = Path.GetFullPath(path);
        using ByteSource source = FileByteSource.Hold(full);
        using var opened = new OpenFile(source, full);
        return DicomException.InFile(full, () =>
        {
            DicomFile file = DicomReader.Read(source, opened, full, new DicomReadOptions { CharacterSet = characterSet }, cancellation);
            PixelCleaning pixels = PixelCleaning.Of(file, rules);
            if (pixels.Risk is null && pixels.Area is null && pixels.Fault is null) return null;
            DicomException? refusal = RefusalOf(source, opened, file, rules, cancellation, out int frames);
            var image = new ReviewedImage(full, file.Dataset.GetText(DicomTag.Modality)?.Trim(), frames, pixels, refusal);
            return new ImageReview(image, makesPicture ? ReviewPicture.Make(full, image.Boxes, cancellation) : null);
        });
    }

    /// <summary>Why the file would be refused, by all that can be known without decoding its frames.</summary>
    private static DicomException? RefusalOf(ByteSource source, OpenFile opened, DicomFile file, ProtectionRules rules, CancellationToken cancellation, out int frames)
    {
        frames = 0;
        try
        {
            frames = new ImagePixels(file, opened, cancellation).Tally.Count;
            ProtectionPlan plan = new FileProtector(source, file, rules, cancellation).Plan();
            if (plan.Pixels.Area is { } area) new FrameTranscoder(file, opened, new TranscodingOptions { Target = plan.TransferSyntax, Black = area }, cancellation).Check();
            return null;
        }
        catch (DicomException exception)
        {
            return exception;
        }
    }
}
