using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace PSDicom.HelpBuilder;

/// <summary>Finds the cmdlets of an assembly.</summary>
internal static class CmdletAssembly
{
    public static IReadOnlyList<CmdletHelp> Read(string assemblyPath, IEnumerable<string> referencePaths)
    {
        var resolver = new PathAssemblyResolver(referencePaths.Append(assemblyPath));
        using var context = new MetadataLoadContext(resolver, "System.Runtime");
        Assembly assembly = context.LoadFromAssemblyPath(Path.GetFullPath(assemblyPath));

        var cmdlets = assembly.GetTypes().Where(type => type.Attribute(PowerShellNames.Cmdlet) != null).ToList();
        var documentation = new Documentation(new CrefNames(cmdlets));
        return cmdlets.Select(type => CmdletReader.Read(type, documentation)).OrderBy(cmdlet => cmdlet.Name).ToList();
    }
}
