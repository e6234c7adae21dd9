using System.Text.RegularExpressions;

namespace PSDicom.Core.Tests;

/// <summary>The floors of Core: no folder imports one above it.</summary>
public partial class ArchitectureTests
{
    private static readonly string[] Floors = ["Dictionary", "Text", "Data", "Query", "IO", "Pixels", "Codecs", "Rendering", "Images", "Operations"];

    [Fact]
    public void No_folder_of_core_imports_one_above_it()
    {
        string core = Path.Combine(Repository.Folder, "src", "PSDicom.Core");
        foreach (string file in Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories))
        {
            string folder = Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar)[0];
            if (folder is "obj" or "bin" or "Compatibility") continue;
            int floor = folder.EndsWith(".cs", StringComparison.Ordinal) ? -1 : Array.IndexOf(Floors, folder);
            Assert.True(floor >= 0 || folder.EndsWith(".cs", StringComparison.Ordinal), $"{folder} is not among the floors");
            foreach (Match import in Import().Matches(File.ReadAllText(file)))
                Assert.True(Array.IndexOf(Floors, import.Groups[1].Value) <= floor, $"{file} imports {import.Groups[1].Value}, which is above it");
        }
    }

    [Fact]
    public void Export_stands_on_search_and_on_the_other_operations_and_nothing_on_export()
    {
        string operations = Path.Combine(Repository.Folder, "src", "PSDicom.Core", "Operations");
        foreach (string file in Directory.EnumerateFiles(operations, "*.cs", SearchOption.AllDirectories))
        {
            string text = File.ReadAllText(file);
            string folder = Path.GetFileName(Path.GetDirectoryName(file)!);
            Assert.False(folder != "Export" && text.Contains("using PSDicom.Operations.Export;", StringComparison.Ordinal), file);
            Assert.False(folder == "Operations" && text.Contains("using PSDicom.Operations.Search;", StringComparison.Ordinal), file);
        }
    }

    [GeneratedRegex(@"^using (?:static )?PSDicom\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Import();
}
