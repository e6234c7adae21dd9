using System;

namespace PSDicom.Pixels;

/// <summary>Does something with samples of whatever type, without a box or a branch for each.</summary>
internal interface ISampleVisitor
{
    /// <summary>Takes the samples as they are typed. Conversions of the number types of .NET are inlined by the compiler.</summary>
    void Visit<T>(T[] samples)
        where T : struct, IConvertible;
}
