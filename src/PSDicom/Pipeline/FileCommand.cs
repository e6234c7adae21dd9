using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using PSDicom.Adapters;
using PSDicom.Operations;

namespace PSDicom.Pipeline;

/// <summary>
/// Processes the named files, several at a time, and writes the results in their order; one bad file is one error. All output is written on
/// the pipeline thread.
/// </summary>
public abstract class FileCommand : PathCommand, IDisposable
{
    private static readonly string[] SkippedTags = ["PSDicom", "Skipped"];

    private readonly CancellationTokenSource _stop = new();
    private readonly WarningDigest _warnings = new();
    private ProgressReport? _progress;

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    private protected ProgressReport Progress => _progress!;

    /// <summary>The parts of a file that the progress counts, in the plural; null to count files.</summary>
    private protected virtual string? Parts => null;

    /// <summary>Whether a result must be written before the next file is added.</summary>
    private protected abstract bool IsFull { get; }

    /// <summary>Whether results are left to write, ready or not.</summary>
    private protected abstract bool HasMore { get; }

    /// <summary>Receives all files, if they are known before the first is processed.</summary>
    private protected virtual void Announce(IReadOnlyList<FileRequest> requests)
    {
    }

    /// <summary>Queues a file; a failed request only keeps its position in the output.</summary>
    private protected abstract void Add(FileRequest request);

    /// <summary>Waits for the next result and writes it.</summary>
    private protected abstract void WriteNext();

    /// <summary>Writes the next result if it is ready.</summary>
    private protected abstract bool TryWriteNext();

    /// <summary>Called after the last result.</summary>
    private protected virtual void Finish()
    {
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        ReadParameters(StopToken);
        _progress = new ProgressReport(this, MyInvocation.MyCommand.Name, Parts);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => UnlessStopped(() =>
    {
        foreach (FileRequest request in CountedRequests())
        {
            if (request.Skipped is not null)
            {
                WriteSkipped(request.Skipped);
                continue;
            }

            while (IsFull) WriteNext();
            Add(request);
            while (TryWriteNext())
            {
            }
        }
    });

    /// <inheritdoc/>
    protected override void EndProcessing() => UnlessStopped(() =>
    {
        while (HasMore) WriteNext();
        Finish();
        WriteSums(_warnings.Complete());
        Progress.Complete();
    });

    /// <summary>Called on another thread, for Ctrl-C.</summary>
    protected override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The pipeline has just ended on its own.
        }
    }

    /// <summary>Stops running work. PowerShell calls it when the pipeline ends, even before the end of the input.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops running work.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) _stop.Dispose();
    }

    /// <summary>Writes the warnings of a file: of many similar ones the first, and at the end their number; -Verbose shows each.</summary>
    internal void WriteWarnings(FileRequest request, IReadOnlyList<DicomWarning> warnings)
    {
        if (warnings.Count == 0) return;
        WriteSums(_warnings.Begin(request.Path));

        // Pipeline input is many files, even where each is named.
        bool isNamed = request.Origin == FileOrigin.Named && request.File is null && !MyInvocation.ExpectingInput;
        foreach (DicomWarning warning in warnings)
        {
            string text = $"{request.Path}: {warning.Message}";
            if (_warnings.IsFirst(request.Path, isNamed, warning.Message)) WriteWarningOfComputer(text);
            else this.WritePlainVerbose(text);
        }
    }

    /// <summary>Writes the error of a file, or skips a file that was only found by the search and has nothing to read.</summary>
    internal void WriteFailure(FileRequest request, Exception error)
    {
        if (error is OperationCanceledException && _stop.IsCancellationRequested) throw new PipelineStoppedException();

        // Opening a folder as a file is denied.
        if (error is UnauthorizedAccessException or IOException && Directory.Exists(request.Path))
        {
            if (request.Origin == FileOrigin.Named) WriteError(ErrorRecords.ForFolder(error, request.Path));
            else WriteSkipped(SkippedFile.OfFolder(request.Path));
        }
        else if (request.Origin == FileOrigin.Found && SkippedFile.Of(request.Path, error) is { } skipped)
        {
            WriteSkipped(skipped);
        }
        else
        {
            WriteError(ErrorRecords.ForFile(error, request.Path));
        }
    }

    /// <summary>Reports a skipped file: as an object of the information stream, and as text with -Verbose.</summary>
    private protected void WriteSkipped(SkippedFile skipped)
    {
        this.WritePlainVerbose(skipped.ToString());
        WriteInformation(RemoteSession.IsOf(Host) ? WithComputer(skipped) : skipped, SkippedTags);
    }

    // Remoting adds the computer to results and errors, but not to these.
    private protected void WriteWarningOfComputer(string text) =>
        this.WritePlainWarning(RemoteSession.IsOf(Host) ? $"{Environment.MachineName}: {text}" : text);

    private static PSObject WithComputer(SkippedFile skipped)
    {
        var named = new PSObject(skipped);
        named.Properties.Add(new PSNoteProperty(ViewText.ComputerName, Environment.MachineName));
        named.Properties.Add(new PSNoteProperty("PSShowComputerName", value: true));
        return named;
    }

    private void WriteSums(IReadOnlyList<RepeatedWarning> sums)
    {
        foreach (RepeatedWarning sum in sums) WriteWarningOfComputer(sum.Path is null ? sum.Message : $"{sum.Path}: {sum.Message}");
    }

    /// <summary>The files that this call names. Their number is passed to the progress, if it is known without a search.</summary>
    private IEnumerable<FileRequest> CountedRequests()
    {
        if (MyInvocation.ExpectingInput || IsSearch) return Requests();
        List<FileRequest> requests = Requests().ToList();
        Progress.FileCount = requests.Count;
        Announce(requests);
        return requests;
    }

    /// <summary>Does work that ends with the pipeline, when it is stopped.</summary>
    private protected void UnlessStopped(Action work)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
