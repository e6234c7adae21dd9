using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;
using PSDicom.Threading;

namespace PSDicom.Operations.Export;

/// <summary>
/// The window of the pictures of a stack: one for all, so that a tissue has the same grey in each. Most files have a different window for each
/// slice, which makes an animation flicker.
/// </summary>
internal static class StackWindow
{
    private const int FullDepth = 16;

    /// <summary>
    /// Chooses the window of the middle frame; if its file has none, the range of values of all frames. A window in the options is not changed. Images
    /// of 8 bits or in color need no window, and lookup tables are used as they are.
    /// </summary>
    /// <param name="options">The requested rendering.</param>
    /// <param name="frames">The frames.</param>
    /// <param name="files">The files of the frames.</param>
    /// <param name="throttleLimit">The number of decoding threads.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public static RenderOptions Choose(
        RenderOptions options, IReadOnlyList<StackFrame> frames, SharedFiles<StackFile> files, int throttleLimit, CancellationToken cancellation)
    {
        if (options.Windowing.Kind != WindowingKind.Default || options.BitDepth == FullDepth) return options;
        StackFrame middle = frames[frames.Count / 2];
        using var threads = new FrameThreads(throttleLimit, cancellation);
        (bool hasNone, VoiWindow? window) = files.Use(middle.Path, file =>
        {
            DicomFrame frame = file.File.Read(middle.Frame, null, threads);
            if (frame.SamplesPerPixel != 1) return (false, null);
            (ModalityTransform modality, FileWindows windows) = new FrameTransforms(file.File.File.Dataset).Of(frame);
            bool isShownWhole = modality.IsIdentity && frame.BitsStored <= 8 && frame.GetPixels() is not (float[] or double[]);
            return (windows.First is null && !isShownWhole, windows.First as VoiWindow);
        });
        if (window is not null) return options with { Windowing = Windowing.Of(window.Center, window.Width) };
        return hasNone ? options with { Windowing = OfValues(options, frames, files, threads, cancellation) } : options;
    }

    private static Windowing OfValues(
        RenderOptions options, IReadOnlyList<StackFrame> frames, SharedFiles<StackFile> files, FrameThreads threads, CancellationToken cancellation)
    {
        RenderOptions byValues = new() { BitDepth = options.BitDepth, Windowing = Windowing.MinMax };
        double minimum = double.MaxValue, maximum = double.MinValue;
        foreach (StackFrame one in frames)
        {
            cancellation.ThrowIfCancellationRequested();
            files.Use(one.Path, file =>
            {
                DicomFrame frame = file.File.Read(one.Frame, null, threads);
                if (frame.SamplesPerPixel != 1) return false;
                var picture = (RenderedPicture)new FrameRenderer(file.File.File.Dataset, byValues).Render(frame, []);
                if (picture.Window is not { } window) return false;
                minimum = Math.Min(minimum, window.Center - (window.Width / 2));
                maximum = Math.Max(maximum, window.Center + (window.Width / 2));
                return true;
            });
        }

        return minimum < maximum ? Windowing.Between(minimum, maximum) : Windowing.Default;
    }
}
