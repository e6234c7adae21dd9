using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace PSDicom.Pictures.WebP;

/// <summary>On .NET, the library has its own load context, so that other versions of its dependencies can be loaded too.</summary>
internal static partial class WebPLibrary
{
    private const string NotInNativePrograms = "A native program reports that it has no such files before anything is loaded.";

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = NotInNativePrograms)]
    private static string OwnPath() => typeof(WebPLibrary).Assembly.Location;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = NotInNativePrograms)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = NotInNativePrograms)]
    private static MethodInfo FindMethod(string path, string folder) =>
        new OwnContext(folder).LoadFromAssemblyPath(path).GetType(TypeName, throwOnError: true)!.GetMethod(nameof(Write))!;

    private sealed class OwnContext(string folder) : AssemblyLoadContext("PSDicom.WebP")
    {
        [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = NotInNativePrograms)]
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
