using System;

namespace PSDicom.Threading;

/// <summary>The outcome of one input of a read-ahead.</summary>
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

    /// <summary>The result; the default value if the work failed.</summary>
    public TResult? Result { get; }

    /// <summary>The exception of the work; null if it did not fail.</summary>
    public Exception? Error { get; }
}
