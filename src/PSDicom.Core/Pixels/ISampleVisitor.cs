using System;

namespace PSDicom.Pixels;

/// <summary>An operation on samples of any number type, without boxing or branching for each sample.</summary>
internal interface ISampleVisitor
{
    /// <summary>Processes the samples in their own type. The compiler inlines the conversions of <see cref="IConvertible"/>.</summary>
    void Visit<T>(T[] samples)
        where T : struct, IConvertible;
}
