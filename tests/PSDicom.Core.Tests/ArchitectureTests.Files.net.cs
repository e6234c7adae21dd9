using System.Text.RegularExpressions;

namespace PSDicom.Core.Tests;

/// <summary>The top-level types of each source file.</summary>
public partial class ArchitectureTests
{
    private const int MaxCompanionLines = 16;

    /// <summary>
    /// A file has one top-level type. It may also have companions: enumerations, delegates and short records, structs and interfaces. Parts
    /// of one type, and generic types of the same name, count as one.
    /// </summary>
    [Fact]
    public void A_file_has_one_top_level_type_and_its_companions()
    {
        string[] files = [.. from file in SourceFiles()
                             let types = MainTypes(file.Code).Distinct().ToArray()
                             where types.Length > 1
                             select Path.GetFileName(file.Path)];
        Assert.Empty(files);
    }

    [Theory]
    [InlineData("class A\n{\n}\n\nclass B\n{\n}\n", "A B")]
    [InlineData("public sealed class A;\n\ninternal static partial class B<T>\n{\n    class C\n    {\n    }\n}\n", "A B")]
    [InlineData("class A\n{\n}\n\nclass A<T>\n{\n}\n", "A A")]
    [InlineData("enum A\n{\n}\n\ninternal delegate int B(int c);\n\nrecord struct C(int D);\n\nrecord E(\n    int F,\n    int G);\n\ninterface H\n{\n}\n", "")]
    public void Companions_are_short_and_no_classes(string code, string types) => Assert.Equal(types, string.Join(" ", MainTypes(code)));

    [Theory]
    [InlineData("struct", 16, 0)]
    [InlineData("struct", 17, 1)]
    [InlineData("record", 17, 1)]
    [InlineData("interface", 17, 1)]
    [InlineData("enum", 100, 0)]
    public void A_long_type_is_no_companion(string kind, int lines, int count)
    {
        string code = $"internal {kind} A\n{{\n{string.Concat(Enumerable.Repeat("    // ...\n", lines - 3))}}}\n";
        Assert.Equal(count, MainTypes(code).Count());
    }

    /// <summary>The names of the top-level types that are not companions.</summary>
    private static IEnumerable<string> MainTypes(string code) =>
        from Match type in TopLevelType().Matches(code)
        let kind = type.Groups["kind"].Value
        where kind is not ("enum" or "delegate") && (kind == "class" || CountLines(code[type.Index..]) > MaxCompanionLines)
        select type.Groups["name"].Value;

    /// <summary>The lines of the type at the beginning of the code, up to its closing brace, or its semicolon if it has no body.</summary>
    private static int CountLines(string code)
    {
        string[] lines = code.Split('\n');
        int body = Array.FindIndex(lines, line => line.StartsWith('{')), semicolon = Array.FindIndex(lines, line => line.TrimEnd().EndsWith(';'));
        return 1 + (body < 0 || (semicolon >= 0 && semicolon < body) ? semicolon : Array.FindIndex(lines, line => line.StartsWith('}')));
    }

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe) )*(?:(?<kind>class|struct|enum|interface|record(?: struct| class)?) (?<name>\w+)|(?<kind>delegate) [^(]*?(?<name>\w+)(?:<[^(]*>)?\()",
        RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
