using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Threading;
using PSDicom.Pictures;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Operations.Export;

/// <summary>The pictures that go into one file, some of which are made ahead.</summary>
internal static class PicturePages
{
    /// <summary>Makes pictures in order.</summary>
    /// <typeparam name="T">What a picture is made of.</typeparam>
    /// <param name="parts">What the pictures are made of, such as the numbers of frames.</param>
    /// <param name="read">Makes a picture; called on several threads.</param>
    /// <param name="name">Names a part in an error.</param>
    /// <param name="readers">How many pictures are made at once.</param>
    /// <param name="throttleLimit">On how many threads all frames of the process may be decoded.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DicomException">A picture cannot be made; the message says that it is needed for the others.</exception>
    public static IEnumerable<Picture> Make<T>(
        IEnumerable<T> parts, Func<T, FrameThreads, Picture> read, Func<T, string> name, int readers, int throttleLimit, CancellationToken cancellation)
    {
        using var ahead = new OrderedReadAhead<T, Picture>(Read, readers, cancellation);
        foreach (T part in parts)
        {
            if (ahead.IsFull) yield return Take(ahead, name);
            ahead.Add(part);
        }

        while (ahead.Count > 0) yield return Take(ahead, name);

        Picture Read(T part, CancellationToken stop)
        {
            using var threads = new FrameThreads(throttleLimit, stop);
            return read(part, threads);
        }
    }

    /// <summary>Writes pictures into one file.</summary>
    /// <param name="writer">Writes the file.</param>
    /// <param name="pages">The pictures; the first is there already.</param>
    /// <param name="warnings">Takes what is wrong with them.</param>
    /// <exception cref="DicomException">They have different sizes or types.</exception>
    public static void Write(ImageWriter writer, IEnumerator<Picture> pages, List<DicomWarning> warnings)
    {
        Picture first = pages.Current;
        do
        {
            if (!first.HasSameLayoutAs(pages.Current)) throw LayoutMismatch(first, pages.Current);
            writer.Add(pages.Current);
            warnings.AddRange(pages.Current.Warnings);
            SamplePool.Shared.Return(pages.Current.Pixels);
        }
        while (pages.MoveNext());
        writer.Complete();
    }

    /// <summary>Compressed frames have their own sizes, which may differ within a file.</summary>
    private static DicomException LayoutMismatch(Picture first, Picture other) => new(
        DicomErrorReason.PictureNotSupported,
        string.Format(
            CultureInfo.InvariantCulture,
            "Frames of {0} x {1} pixels of {2} samples and of {3} x {4} of {5} cannot be combined in one file. Export them one by one.",
            first.Width,
            first.Height,
            first.SamplesPerPixel,
            other.Width,
            other.Height,
            other.SamplesPerPixel));

    private static Picture Take<T>(OrderedReadAhead<T, Picture> ahead, Func<T, string> name)
    {
        ReadAheadResult<T, Picture> result = ahead.Take();
        if (result.Error is DicomException exception)
        {
            throw new DicomException(
                exception.Reason,
                $"{name(result.Input)} cannot be combined with the others: {exception.Detail}",
                exception.Path,
                exception.Offset,
                exception.TagPath,
                exception);
        }

        if (result.Error is not null) ExceptionDispatchInfo.Capture(result.Error).Throw();
        return result.Result!;
    }
}
