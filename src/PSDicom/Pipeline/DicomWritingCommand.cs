using System;
using System.Management.Automation;
using PSDicom.Operations.Targets;

namespace PSDicom.Pipeline;

/// <summary>Writes one DICOM file for each of the named files.</summary>
/// <typeparam name="TTarget">A file to write.</typeparam>
/// <typeparam name="TResult">The pipeline object for a written file.</typeparam>
public abstract class DicomWritingCommand<TTarget, TResult> : FileWritingCommand<TTarget, TResult>
    where TTarget : WriteTarget
    where TResult : class
{
    private DicomFileQueue<FileRequest, TTarget, TResult>? _queue;

    /// <summary>Gives the written file, as Get-DicomFile does, instead of what happened.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override OrderedWriter<FileRequest, TTarget, TResult> Writer => _queue!;

    /// <summary>Creates the queue from the parameters.</summary>
    /// <param name="approve">Asks the user.</param>
    /// <param name="isRehearsal">Whether nothing is written.</param>
    /// <exception cref="ArgumentException">The parameters contradict each other.</exception>
    private protected abstract DicomFileQueue<FileRequest, TTarget, TResult> CreateQueue(Func<FileRequest, TTarget, bool> approve, bool isRehearsal);

    /// <summary>The path of a written file.</summary>
    private protected abstract string PathOf(TResult result);

    private protected override void CreateWriter(Func<FileRequest, TTarget, bool> approve, bool isRehearsal) => _queue = CreateQueue(approve, isRehearsal);

    private protected override void Queue(FileRequest request)
    {
        if (request.File is { FullName: null })
        {
            Writer.Add(request, new DicomException(DicomErrorReason.ValueNotAvailable, "A file that was given as bytes has no path: save it first."));
            return;
        }

        try
        {
            if (_queue!.TryAdd(request, request.File?.FullName ?? request.Path, request.Root) is { } skipped) WriteSkipped(skipped);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.ForCall(exception));
        }
    }

    private protected override object OutputOf(TResult result) => PassThru ? Reopen(PathOf(result)) : result;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _queue?.Dispose();
        base.Dispose(disposing);
    }
}
