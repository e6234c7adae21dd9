using System;
using System.Collections.Generic;
using System.Management.Automation;
using PSDicom.IO.Writing;
using PSDicom.Operations.Targets;
using PSDicom.Text;
using PSDicom.Threading;

namespace PSDicom.Pipeline;

/// <summary>
/// Writes files made from the named files, several at a time: each only once it is approved, and never over a protected file.
/// </summary>
/// <typeparam name="TTarget">A file to write.</typeparam>
/// <typeparam name="TResult">The pipeline object for a written file.</typeparam>
public abstract class FileWritingCommand<TTarget, TResult> : FileCommand
    where TTarget : WriteTarget
    where TResult : class
{
    private int _done;
    private long _skipped;

    /// <summary>
    /// Skips files that already exist, to resume an interrupted call: each costs only a check that it exists. A warning at the end gives
    /// their number, -Verbose names them, and -InformationVariable gives them as objects.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>
    /// The number of files opened at the same time, and of threads that write, up to the number of processors. More is faster on a remote
    /// share; 1 leaves the machine to other work.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [PSDefaultValue(Value = OrderedReadAhead.DefaultThrottleLimit)]
    public int ThrottleLimit { get; set; } = OrderedReadAhead.DefaultThrottleLimit;

    private protected override bool IsFull => Writer.IsFull;

    private protected override bool HasMore => Writer.HasMore;

    /// <summary>The writer, which <see cref="CreateWriter"/> made.</summary>
    private protected abstract OrderedWriter<FileRequest, TTarget, TResult> Writer { get; }

    private bool IsRehearsal => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? whatIf)
        ? (SwitchParameter)whatIf
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>Creates the writer from the parameters.</summary>
    /// <param name="approve">Asks the user.</param>
    /// <param name="isRehearsal">Whether nothing is written.</param>
    /// <exception cref="ArgumentException">The parameters contradict each other.</exception>
    private protected abstract void CreateWriter(Func<FileRequest, TTarget, bool> approve, bool isRehearsal);

    /// <summary>Queues a file that has no error.</summary>
    private protected abstract void Queue(FileRequest request);

    /// <summary>The action that writes a file, such as "export frame 3 of 'scan.dcm'".</summary>
    /// <param name="source">The path of the source.</param>
    /// <param name="target">The file to write; null if it is not known yet.</param>
    private protected abstract string Describe(string source, TTarget? target);

    /// <summary>The pipeline object of a written file.</summary>
    private protected virtual object OutputOf(TResult result) => result;

    /// <summary>The warnings of a written file.</summary>
    private protected abstract IReadOnlyList<DicomWarning> WarningsOf(TResult result);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            CreateWriter(Approve, IsRehearsal);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.ForCall(exception));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_skipped > 0) WriteWarningOfComputer(SkippedFile.DescribeTargets(_skipped));
    }

    private protected override void Announce(IReadOnlyList<FileRequest> requests)
    {
        foreach (FileRequest request in requests) Protect(request);
    }

    private protected override void Add(FileRequest request)
    {
        Protect(request);
        if (request.Error is not null) Writer.Add(request, request.Error.Exception);
        else Queue(request);
    }

    private protected override void WriteNext() => Write(Writer.Take());

    private protected override bool TryWriteNext()
    {
        if (!Writer.TryTake(out WriteResult<FileRequest, TTarget, TResult> result)) return false;
        Write(result);
        return true;
    }

    /// <summary>Protects a file that is named; a file found by a search may be output of an earlier call and may be replaced.</summary>
    private void Protect(FileRequest request)
    {
        if (request.Error is null && request.Skipped is null && request.Origin != FileOrigin.Found) Writer.Protect(request.Path);
    }

    private bool Approve(FileRequest request, TTarget target)
    {
        string action = Describe(request.Path, target);
        return ShouldProcess(PlainText.Of(target.Path), PlainText.Of(char.ToUpperInvariant(action[0]) + action.Substring(1)));
    }

    private void Write(WriteResult<FileRequest, TTarget, TResult> result)
    {
        FileRequest request = result.Source;
        if (result.Warning is not null) WriteWarnings(request, [result.Warning]);
        if (request.Error is not null) WriteError(request.Error);
        else if (result.Error is not null) WriteFailure(request, result.Target, result.Error);
        if (result.Written is { } written)
        {
            WriteWarnings(request, WarningsOf(written));
            WriteObject(OutputOf(written));
        }

        if (result.Skipped is not null)
        {
            _skipped++;
            WriteSkipped(result.Skipped);
        }

        if (result.Target is not null) Progress.AddPart(request.Path, ++_done, result.TargetCount);
        if (!result.IsLast) return;
        _done = 0;
        Progress.Add(request.Path);
    }

    private void WriteFailure(FileRequest request, TTarget? target, Exception error)
    {
        bool isOfSource = target is null && error is not TargetWriteException;
        if (isOfSource || error is OperationCanceledException) WriteFailure(request, error);
        else WriteError(ErrorRecords.ForTarget(error, request.Path, target?.Path, Describe(request.Path, target)));
    }
}
