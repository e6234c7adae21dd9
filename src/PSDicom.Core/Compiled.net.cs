using System.Runtime.CompilerServices;

namespace PSDicom;

/// <summary>When the runtime compiles a method with all its optimizations.</summary>
internal static class Compiled
{
    /// <summary>
    /// On its first call, not after some thirty: for loops over samples, bits or bytes, whose first frame would otherwise take several times as
    /// long as the tenth (docs/performance.md).
    /// </summary>
    public const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;
}
