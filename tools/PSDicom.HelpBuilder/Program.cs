using System;
using System.Collections.Generic;
using System.IO;

namespace PSDicom.HelpBuilder;

/// <summary>
/// Makes the help file of a cmdlet assembly from its metadata and the documentation file that the compiler wrote. No code of the assembly
/// runs.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args.Length != 3)
        {
            Console.Error.WriteLine("Usage: PSDicom.HelpBuilder <cmdlet assembly> <file with one reference per line> <help file to write>");
            return 2;
        }

        IReadOnlyList<CmdletHelp> cmdlets = CmdletAssembly.Read(args[0], File.ReadAllLines(args[1]));
        var failed = false;
        foreach (string error in HelpRules.Check(cmdlets))
        {
            // The form that MSBuild recognizes as an error.
            Console.Error.WriteLine("PSDicom.HelpBuilder : error HELP001: " + error);
            failed = true;
        }

        if (failed)
            return 1;

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[2]))!);
        MamlWriter.Write(cmdlets, args[2]);
        return 0;
    }
}
