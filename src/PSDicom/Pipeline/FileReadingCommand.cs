using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Threading;
using PSDicom.Operations;

namespace PSDicom.Pipeline;

/// <summary>
/// Reads the files that are named, several at a time, and writes what it reads in their order; one bad file is one error. All writing is
/// done on the thread of the pipeline.
/// </summary>
public abstract class FileReadingCommand : PathCommand, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private OrderedReadAhead<FileRequest, FileResult>? _readAhead;
    private ProgressReport? _progress;

    /// <summary>
    /// How many files are read at the same time. On a share far away more is faster; on a single hard disk 1 or 2 may be.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [PSDefaultValue(Help = "Twice the number of processors, at least 8")]
    public int ThrottleLimit { get; set; } = OrderedReadAhead.DefaultThrottleLimit;

    /// <summary>Cancelled when the pipeline is to end.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    /// <summary>How many files are read ahead for each thread: many, as a header takes little memory.</summary>
    private protected virtual int InputsPerThread => OrderedReadAhead.SmallResultsPerThread;

    /// <summary>Reads one file; called on several threads at once.</summary>
    private protected abstract FileResult Read(FileRequest request, CancellationToken cancellation);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        ReadParameters(_stop.Token);
        _readAhead = new(ReadUnlessError, ThrottleLimit, InputsPerThread, _stop.Token);
        _progress = new ProgressReport(this, MyInvocation.MyCommand.Name);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            foreach (FileRequest request in Requests())
            {
                if (_readAhead!.IsFull) Write(_readAhead.Take());
                _readAhead.Add(request);
                while (_readAhead.TryTake(out ReadAheadResult<FileRequest, FileResult> result)) Write(result);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            while (_readAhead!.Count > 0) Write(_readAhead.Take());
            _progress!.Complete();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Called on another thread, for Ctrl-C.</summary>
    protected override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The pipeline has just ended by itself.
        }
    }

    /// <summary>Ends what is read ahead; PowerShell calls it when the pipeline ends, also if that is before the input does.</summary>
    public void Dispose()
    {
        _readAhead?.Dispose();
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    private FileResult ReadUnlessError(FileRequest request, CancellationToken cancellation) =>
        request.Error is null ? Read(request, cancellation) : default;

    private void Write(ReadAheadResult<FileRequest, FileResult> result)
    {
        FileRequest request = result.Input;
        if (request.Error is not null) WriteError(request.Error);
        else if (result.Error is not null) WriteFailure(request, result.Error);
        else WriteResult(request, result.Result);
        _progress!.Add(request.Path);
    }

    /// <summary>Writes what was read of a file.</summary>
    private protected virtual void WriteResult(FileRequest request, FileResult result)
    {
        WriteWarnings(request, result.Warnings);
        WriteObject(result.Output, enumerateCollection: true);
    }

    /// <summary>Writes what a file has wrong.</summary>
    private protected void WriteWarnings(FileRequest request, IReadOnlyList<DicomWarning> warnings)
    {
        foreach (DicomWarning warning in warnings) WriteWarning($"{request.Path}: {warning.Message}");
    }

    /// <summary>Writes the error of a file, or passes over one that nobody named and that has nothing of what is read.</summary>
    private protected void WriteFailure(FileRequest request, Exception error)
    {
        if (error is OperationCanceledException && _stop.IsCancellationRequested) throw new PipelineStoppedException();

        // To open a folder as a file is denied.
        if (error is UnauthorizedAccessException or IOException && Directory.Exists(request.Path))
        {
            if (request.Origin == FileOrigin.Named) WriteError(ErrorRecords.ForFolder(error, request.Path));
            else WriteVerbose($"Passed over the folder '{request.Path}'.");
        }
        else if (request.Origin == FileOrigin.Found && HasNothingToRead(error))
        {
            WriteVerbose($"Passed over '{request.Path}': {error.Message}");
        }
        else
        {
            WriteError(ErrorRecords.ForFile(error, request.Path));
        }
    }

    private static bool HasNothingToRead(Exception error) =>
        error is DicomException { Reason: DicomErrorReason.NotDicom or DicomErrorReason.EmptyFile or DicomErrorReason.NoPixelData };
}
