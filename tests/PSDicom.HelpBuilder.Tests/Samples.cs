namespace PSDicom.HelpBuilder.Tests;

/// <summary>The cmdlets of this assembly, read as those of the module are.</summary>
internal static class Samples
{
    private static readonly IReadOnlyList<CmdletHelp> Cmdlets = CmdletAssembly.Read(
        typeof(Samples).Assembly.Location,
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator));

    public static CmdletHelp Complete => Cmdlets.Single(cmdlet => cmdlet.Name == "Get-Sample");

    public static CmdletHelp Incomplete => Cmdlets.Single(cmdlet => cmdlet.Name == "Get-Incomplete");

    public static ParameterHelp Parameter(string name) => Complete.Parameters.Single(parameter => parameter.Name == name);
}
