using System;
using System.Collections;
using System.Management.Automation.Language;

namespace PSDicom.Pipeline;

/// <summary>Reads PowerShell data files (.psd1), without running anything.</summary>
internal static class DataFile
{
    /// <summary>The hashtable of a file.</summary>
    /// <exception cref="ArgumentException">It is not one hashtable of constants.</exception>
    public static IDictionary Read(string path)
    {
        ScriptBlockAst script = Parser.ParseFile(path, out _, out ParseError[] errors);
        if (errors.Length == 0 && script.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false) is HashtableAst table)
        {
            try
            {
                return (IDictionary)table.SafeGetValue();
            }
            catch (InvalidOperationException)
            {
                // Commands or variables: not data.
            }
        }

        throw new ArgumentException($"'{path}' is no PowerShell data file: one hashtable of constants.");
    }
}
