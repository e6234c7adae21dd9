using System;

namespace PSDicom.Cli.Output;

/// <summary>Writes a file of a run to the output, as UTF-8.</summary>
/// <typeparam name="TTarget">A file that is to be written.</typeparam>
/// <typeparam name="TResult">A file that was written.</typeparam>
internal interface ITargetWriter<in TTarget, in TResult>
{
    /// <summary>A file that was written.</summary>
    ReadOnlyMemory<byte> Write(string source, TResult result);

    /// <summary>A file that would be written.</summary>
    ReadOnlyMemory<byte> WritePlan(string source, TTarget target);
}
