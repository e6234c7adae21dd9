using System.Collections.Generic;
using System.Linq;

namespace PSDicom.HelpBuilder;

/// <summary>Checks that the help of every cmdlet is complete.</summary>
internal static class HelpRules
{
    private const int MinExamples = 3;

    /// <summary>One sentence for each missing part.</summary>
    public static IEnumerable<string> Check(IReadOnlyList<CmdletHelp> cmdlets)
    {
        if (cmdlets.Count == 0)
            yield return "The assembly has no cmdlet.";
        foreach (CmdletHelp cmdlet in cmdlets)
        {
            foreach (string missing in Missing(cmdlet))
                yield return $"{cmdlet.Name}: {missing}";
        }
    }

    private static IEnumerable<string> Missing(CmdletHelp cmdlet)
    {
        if (cmdlet.Synopsis.Length == 0)
            yield return "the class has no <summary>, which is the synopsis.";
        if (cmdlet.Description.Count == 0)
            yield return "the class has no <remarks>, which is the description.";
        if (cmdlet.Examples.Count < MinExamples)
            yield return $"the class has {cmdlet.Examples.Count} <example> element(s); at least {MinExamples} are needed.";
        foreach (int number in Enumerable.Range(1, cmdlet.Examples.Count).Where(number => !IsWhole(cmdlet.Examples[number - 1])))
            yield return $"<example> {number} needs a <para> with its title, a <code> with the command, and a <para> with its effect.";
        foreach (ParameterHelp parameter in cmdlet.Parameters.Where(parameter => parameter.Description.Count == 0))
            yield return $"the parameter -{parameter.Name} has no <summary>, which is its description.";
        if (cmdlet.Outputs.Count == 0)
            yield return "the class has no [OutputType].";
        foreach (OutputHelp output in cmdlet.Outputs.Where(output => output.Description.Count == 0))
            yield return $"the output type {output.TypeName} has no <summary>.";
    }

    private static bool IsWhole(ExampleHelp example) => example.Title.Length > 0 && example.Code.Length > 0 && example.Remarks.Count > 0;
}
