using System;

namespace PSDicom.Threading;

/// <summary>What became of one input of a read-ahead.</summary>
public readonly struct ReadAheadResult<TInput, TResult>
{
    internal ReadAheadResult(TInput input, TResult? result, Exception? error)
    {
        Input = input;
        Result = result;
        Error = error;
    }

    /// <summary>The input.</summary>
    public TInput Input { get; }

    /// <summary>What the work gave for it; the default if it failed.</summary>
    public TResult? Result { get; }

    /// <summary>What the work threw; null if it did not fail.</summary>
    public Exception? Error { get; }
}
