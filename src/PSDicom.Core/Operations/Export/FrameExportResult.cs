using System;

namespace PSDicom.Operations.Export;

/// <summary>
/// Something that became of a source of a <see cref="FrameExportQueue{TSource}"/>: a picture that was written or was not, an error, a
/// warning, or its end.
/// </summary>
/// <typeparam name="TSource">What the caller knows a source by.</typeparam>
public readonly struct FrameExportResult<TSource>
{
    internal FrameExportResult(TSource source) => Source = source;

    /// <summary>The source, as it was added.</summary>
    public TSource Source { get; }

    /// <summary>The picture that it is about; null if it is about the source as a whole.</summary>
    public PictureTarget? Target { get; init; }

    /// <summary>How many pictures the source has; 0 if that is not known because of an error.</summary>
    public int PictureCount { get; init; }

    /// <summary>The picture that was written; null if this is something else, or the picture was not approved or passed over.</summary>
    public ExportedFrame? Picture { get; init; }

    /// <summary>The picture that was passed over because it exists already; null if this is something else.</summary>
    public SkippedFile? Skipped { get; init; }

    /// <summary>Why the picture was not written, or none of the source's could be; null if this is no error.</summary>
    public Exception? Error { get; init; }

    /// <summary>What the source has wrong about the number of its frames; null if this is something else.</summary>
    public DicomWarning? Warning { get; init; }

    /// <summary>Whether this is the last of its source: an error of the source as a whole, or nothing else.</summary>
    public bool IsLast { get; init; }
}
