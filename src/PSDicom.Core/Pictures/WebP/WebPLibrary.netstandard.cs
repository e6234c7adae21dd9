using System;
using System.IO;
using System.Reflection;

namespace PSDicom.Pictures.WebP;

/// <summary>On .NET Framework there are no load contexts: what the library needs is found beside it, for it alone.</summary>
internal static partial class WebPLibrary
{
    /// <summary>Where this assembly was loaded from; of a shadow copy, which is alone in its folder, where it was copied from.</summary>
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
