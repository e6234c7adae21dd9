using System;

namespace PSDicom.Cli.Output;

/// <summary>Writes the written files of a run to the output, as UTF-8.</summary>
/// <typeparam name="TTarget">A file to write.</typeparam>
/// <typeparam name="TResult">A written file.</typeparam>
internal interface ITargetWriter<in TTarget, in TResult>
{
    /// <summary>A written file.</summary>
    ReadOnlyMemory<byte> Write(string source, TResult result);

    /// <summary>A file that would be written.</summary>
    ReadOnlyMemory<byte> WritePlan(string source, TTarget target);
}
