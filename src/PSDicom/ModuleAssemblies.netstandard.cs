using System;
using System.IO;
using System.Management.Automation;
using System.Reflection;

namespace PSDicom;

/// <summary>
/// Resolves the assemblies that ship with the module, and only these, from its own folder: Windows PowerShell has no binding redirects, so
/// it finds an assembly only if the version matches exactly.
/// </summary>
public sealed class ModuleAssemblies : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly string[] Shipped =
    [
        "System.Buffers",
        "System.Memory",
        "System.Numerics.Vectors",
        "System.Runtime.CompilerServices.Unsafe",
        "System.Text.Encoding.CodePages",
    ];

    /// <inheritdoc/>
    public void OnImport() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object sender, ResolveEventArgs arguments)
    {
        string name = new AssemblyName(arguments.Name).Name!;
        string folder = FolderOf(typeof(ModuleAssemblies).Assembly);
        bool isOurs = arguments.RequestingAssembly is not { } requesting || FolderOf(requesting) == folder;
        string path = Path.Combine(folder, name + ".dll");
        return isOurs && Array.IndexOf(Shipped, name) >= 0 && File.Exists(path) ? Assembly.LoadFrom(path) : null;
    }

    private static string FolderOf(Assembly assembly) =>
        assembly.IsDynamic ? string.Empty : Path.GetDirectoryName(assembly.Location) ?? string.Empty;
}
