using System.Runtime.CompilerServices;

namespace PSDicom;

/// <summary>When the runtime compiles a method with all its optimizations: .NET Framework always on its first call.</summary>
internal static class Compiled
{
    public const MethodImplOptions AtOnce = default;
}
