using System.Text.RegularExpressions;

namespace PSDicom.Core.Tests;

/// <summary>The layers and folders of Core, checked by the references between compiled types.</summary>
public partial class ArchitectureTests
{
    private static readonly string[] Floors =
        ["", "Threading", "Dictionary", "Text", "Data", "Query", "IO", "Pixels", "Codecs", "Rendering", "Editing", "Pictures", "Frames", "Volumes", "Deidentification", "Validation", "Operations"];

    private static readonly Lazy<(string From, string To, string Detail)[]> Uses = new(FindUses);

    [Fact]
    public void No_folder_of_core_uses_one_above_it()
    {
        Assert.All(Uses.Value, use => Assert.True(Floor(use.To) <= Floor(use.From), use.Detail));
    }

    /// <summary>A folder and its subfolders count as one: they may use each other.</summary>
    [Fact]
    public void No_folders_of_core_use_each_other_in_a_circle()
    {
        ILookup<string, (string From, string To, string Detail)> uses =
            Uses.Value.Where(use => !IsWithin(use.From, use.To) && !IsWithin(use.To, use.From)).ToLookup(use => use.From);
        foreach (string folder in uses.Select(use => use.Key)) AssertNotReached(folder, folder, uses, [], []);
    }

    private static void AssertNotReached(
        string folder, string from, ILookup<string, (string From, string To, string Detail)> uses, HashSet<string> seen, List<string> walk)
    {
        foreach ((_, string to, string detail) in uses[from])
        {
            Assert.True(to != folder, $"{string.Join("; ", walk)}; {detail}");
            if (seen.Add(to)) AssertNotReached(folder, to, uses, seen, [.. walk, detail]);
        }
    }

    private static bool IsWithin(string folder, string outer) => folder.StartsWith(outer + "/", StringComparison.Ordinal);

    private static int Floor(string folder)
    {
        int floor = Array.IndexOf(Floors, folder.Split('/')[0]);
        Assert.True(floor >= 0, $"{folder} is not among the floors");
        return floor;
    }

    private static (string From, string To, string Detail)[] FindUses()
    {
        Dictionary<string, string> folders = FoldersOfTypes();
        Type[] types = [.. typeof(DicomFile).Assembly.GetTypes().Where(type => folders.ContainsKey(Name(CompiledReferences.Outermost(type))))];
        Assert.True(types.Length > 400);
        return
        [
            .. from type in types
               from used in CompiledReferences.Of(type)
               where folders.ContainsKey(Name(used))
               let uses = (From: folders[Name(CompiledReferences.Outermost(type))], To: folders[Name(used)], Detail: $"{type} uses {used}")
               where uses.From != uses.To
               select uses,
        ];
    }

    /// <summary>The folder of each type of Core; a type of several files is where the first one is.</summary>
    private static Dictionary<string, string> FoldersOfTypes()
    {
        var folders = new Dictionary<string, string>();
        foreach ((string folder, string code) in CoreFiles())
        {
            string space = Namespace().Match(code).Groups[1].Value;
            foreach (Match type in AnyTypeDeclaration().Matches(code)) folders.TryAdd($"{space}.{type.Groups[1].Value}", folder);
        }

        return folders;
    }

    /// <summary>The files of Core: the folder, empty at the root, and the code without comments.</summary>
    private static IEnumerable<(string Folder, string Code)> CoreFiles()
    {
        string core = Path.Combine(Repository.Folder, "src", "PSDicom.Core");
        return from file in SourceFiles()
               where file.Path.StartsWith(core, StringComparison.Ordinal)
               let folder = Path.GetDirectoryName(Path.GetRelativePath(core, file.Path))!.Replace('\\', '/')
               where folder != "Compatibility"
               select (folder, file.Code);
    }

    private static string Name(Type type) => $"{type.Namespace}.{type.Name.Split('`')[0]}";

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:public|internal|file) [\w ]*?(?:class|struct|enum|interface|record|delegate [\w<>]+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex AnyTypeDeclaration();
}
