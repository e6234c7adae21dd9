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
/// Works on the files that are named, several at a time, and writes what comes of them in their order; one bad file is one error. All
/// writing is done on the thread of the pipeline.
/// </summary>
public abstract class FileCommand : PathCommand, IDisposable
{
    private static readonly string[] SkippedTags = ["PSDicom", "Skipped"];

    private readonly CancellationTokenSource _stop = new();
    private readonly WarningDigest _warnings = new();
    private ProgressReport? _progress;

    /// <summary>Cancelled when the pipeline is to end.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    private protected ProgressReport Progress => _progress!;

    /// <summary>What the progress counts, in the plural, if that is something of which a file has several; null for files.</summary>
    private protected virtual string? Parts => null;

    /// <summary>Whether a result is to be written before the next file is added.</summary>
    private protected abstract bool IsFull { get; }

    /// <summary>Whether there are results to write, now or after some waiting.</summary>
    private protected abstract bool HasMore { get; }

    /// <summary>Told of all files, where they are known before the first is worked on.</summary>
    private protected virtual void Announce(IReadOnlyList<FileRequest> requests)
    {
    }

    /// <summary>Has a file worked on; one with an error only takes its place in the order of the results.</summary>
    private protected abstract void Add(FileRequest request);

    /// <summary>Writes the next result, and waits for it.</summary>
    private protected abstract void WriteNext();

    /// <summary>Writes the next result, if it is there already.</summary>
    private protected abstract bool TryWriteNext();

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
            // The pipeline has just ended by itself.
        }
    }

    /// <summary>Ends what is under way; PowerShell calls it when the pipeline ends, also if that is before the input does.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what is under way.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) _stop.Dispose();
    }

    /// <summary>
    /// Writes what a file has wrong: of many warnings that are alike the first one, and in the end how many there were; -Verbose shows each.
    /// </summary>
    private protected void WriteWarnings(FileRequest request, IReadOnlyList<DicomWarning> warnings)
    {
        if (warnings.Count == 0) return;
        WriteSums(_warnings.Begin(request.Path));

        // What comes from the pipeline are many files, even where each is named.
        bool isNamed = request.Origin == FileOrigin.Named && request.File is null && !MyInvocation.ExpectingInput;
        foreach (DicomWarning warning in warnings)
        {
            string text = $"{request.Path}: {warning.Message}";
            if (_warnings.IsFirst(request.Path, isNamed, warning.Message)) WriteWarningOfComputer(text);
            else this.WritePlainVerbose(text);
        }
    }

    /// <summary>Writes the error of a file, or passes over one that nobody named and that has nothing of what is read.</summary>
    private protected void WriteFailure(FileRequest request, Exception error)
    {
        if (error is OperationCanceledException && _stop.IsCancellationRequested) throw new PipelineStoppedException();

        // To open a folder as a file is denied.
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

    /// <summary>Tells of what is passed over: as an object of the information stream, and in words with -Verbose.</summary>
    private protected void WriteSkipped(SkippedFile skipped)
    {
        this.WritePlainVerbose(skipped.ToString());
        WriteInformation(RemoteSession.IsOf(Host) ? WithComputer(skipped) : skipped, SkippedTags);
    }

    // Remoting tells of results and errors where they are from, but not of these.
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

    /// <summary>The files that this call names; how many, the progress learns if that is known without a search.</summary>
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
