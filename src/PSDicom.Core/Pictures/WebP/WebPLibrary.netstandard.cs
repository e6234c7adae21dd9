using System;
using System.IO;
using System.Reflection;

namespace PSDicom.Pictures.WebP;

/// <summary>On .NET Framework, which has no load contexts, the dependencies are resolved from the folder of the library, for the library only.</summary>
internal static partial class WebPLibrary
{
    /// <summary>The path of this assembly; for a shadow copy, which is alone in its folder, the original path.</summary>
    private static string OwnPath()
    {
        Assembly own = typeof(WebPLibrary).Assembly;
        return Directory.Exists(Path.Combine(Path.GetDirectoryName(own.Location) ?? string.Empty, Folder)) ? own.Location : new Uri(own.EscapedCodeBase).LocalPath;
    }

    private static MethodInfo FindMethod(string path, string folder)
    {
        AppDomain.CurrentDomain.AssemblyResolve += (_, arguments) => Resolve(arguments, folder);
        return Assembly.LoadFrom(path).GetType(TypeName, throwOnError: true)!.GetMethod(nameof(Write))!;
    }

    private static Assembly? Resolve(ResolveEventArgs arguments, string folder)
    {
        if (arguments.RequestingAssembly is not { IsDynamic: false } requesting || Path.GetDirectoryName(requesting.Location) != folder) return null;
        string path = Path.Combine(folder, new AssemblyName(arguments.Name).Name + ".dll");
        return File.Exists(path) ? Assembly.LoadFrom(path) : null;
    }
}
