using System.Management.Automation;
using System.Threading;
using PSDicom.Threading;

namespace PSDicom.Pipeline;

/// <summary>Reads the named files, several at a time.</summary>
public abstract class FileReadingCommand : FileCommand
{
    private OrderedReadAhead<FileRequest, FileResult>? _readAhead;

    /// <summary>
    /// The number of files read at the same time. More is faster on a remote share; 1 or 2 may be faster on a single hard disk.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [PSDefaultValue(Value = OrderedReadAhead.DefaultThrottleLimit)]
    public int ThrottleLimit { get; set; } = OrderedReadAhead.DefaultThrottleLimit;

    private protected override bool IsFull => _readAhead!.IsFull;

    private protected override bool HasMore => _readAhead!.Count > 0;

    /// <summary>The number of files read ahead per thread: many, because most cmdlets read little of each file.</summary>
    private protected virtual int InputsPerThread => OrderedReadAhead.SmallResultsPerThread;

    /// <summary>Reads one file; called on several threads at once.</summary>
    private protected abstract FileResult Read(FileRequest request, CancellationToken cancellation);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _readAhead = new(ReadUnlessError, ThrottleLimit, InputsPerThread, StopToken);
    }

    private protected override void Add(FileRequest request) => _readAhead!.Add(request);

    private protected override void WriteNext() => Write(_readAhead!.Take());

    private protected override bool TryWriteNext()
    {
        if (!_readAhead!.TryTakeThrottled(out ReadAheadResult<FileRequest, FileResult> result)) return false;
        Write(result);
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _readAhead?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Writes the result of a file.</summary>
    private protected virtual void WriteResult(FileRequest request, FileResult result)
    {
        WriteWarnings(request, result.Warnings);
        WriteObject(result.Output, enumerateCollection: true);
    }

    private FileResult ReadUnlessError(FileRequest request, CancellationToken cancellation) =>
        request.Error is null ? Read(request, cancellation) : default;

    private void Write(ReadAheadResult<FileRequest, FileResult> result)
    {
        FileRequest request = result.Input;
        if (request.Error is not null) WriteError(request.Error);
        else if (result.Error is not null) WriteFailure(request, result.Error);
        else WriteResult(request, result.Result);
        Progress.Add(request.Path);
    }
}
