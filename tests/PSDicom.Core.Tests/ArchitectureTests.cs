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

    /// <summary>The public nouns are all in namespace PSDicom, wherever their files are: no using names their floor, so their names are looked for.</summary>
    [Fact]
    public void No_folder_of_core_uses_a_public_noun_of_one_above_it()
    {
        (string Folder, string Code)[] files = [.. CoreFiles()];
        (int Floor, Regex Name)[] nouns = [.. from file in files
                                              where ("\n" + file.Code).Contains("\nnamespace PSDicom;", StringComparison.Ordinal)
                                              from Match type in TypeDeclaration().Matches(file.Code)
                                              select (Floor(file.Folder), new Regex($@"(?<![.\w]){type.Groups[1].Value}\b", RegexOptions.CultureInvariant))];
        Assert.True(nouns.Length > 20);
        foreach ((string folder, string code) in files)
        {
            foreach ((int floor, Regex name) in nouns)
                Assert.False(floor > Floor(folder) && name.IsMatch(code), $"{folder} uses {name}, which is above it");
        }
    }

    /// <summary>So that what is shown goes through PlainText, whoever writes it.</summary>
    [Theory]
    [InlineData("PSDicom", "PlainStreams.cs", @"\bWrite(Warning|Verbose|Debug|Progress)\(")]
    [InlineData("PSDicom", "ErrorRecords.cs", @"\bnew ErrorRecord\(")]
    [InlineData("PSDicom.Cli", "ErrorOutput.cs", @"\bConsole\.(Error|Out|Write\w*)\b")]
    public void What_is_shown_is_written_in_one_place(string project, string place, string write)
    {
        string folder = Path.Combine(Repository.Folder, "src", project);
        string[] writers = [.. from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                               where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                               where Regex.IsMatch(Comment().Replace(File.ReadAllText(file), ""), write)
                               select Path.GetFileName(file)];
        Assert.All(writers, writer => Assert.Equal(place, writer));
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

    private static int Floor(string folder) => Array.IndexOf(Floors, folder);

    /// <summary>The folder and the code without comments of each file; the folder of files at the root is empty.</summary>
    private static IEnumerable<(string Folder, string Code)> CoreFiles()
    {
        string core = Path.Combine(Repository.Folder, "src", "PSDicom.Core");
        foreach (string file in Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories))
        {
            string[] parts = Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar);
            if (parts[0] is "obj" or "bin" or "Compatibility") continue;
            yield return (parts.Length == 1 ? "" : parts[0], Comment().Replace(File.ReadAllText(file), ""));
        }
    }

    [GeneratedRegex(@"^using (?:static )?PSDicom\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^public [\w ]*?(?:class|struct|enum|interface|record) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
