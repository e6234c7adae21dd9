using System.Text.RegularExpressions;

namespace PSDicom.Core.Tests;

/// <summary>Rules for the source: files with one subject, tags and identifiers by name.</summary>
public partial class ArchitectureTests
{
    private const int MaxLines = 500;

    [Fact]
    public void No_file_is_longer_than_it_can_be_read()
    {
        foreach ((string path, _) in SourceFiles()) Assert.True(File.ReadLines(path).Count() < MaxLines, path);
    }

    /// <summary>Only DicomTag.Known.cs and DicomTransferSyntax.Known.cs have literals; other files use their names.</summary>
    [Fact]
    public void Tags_and_transfer_syntaxes_are_written_as_numbers_in_one_place_only()
    {
        foreach ((string path, string code) in SourceFiles().Where(file => !file.Path.EndsWith(".Known.cs", StringComparison.Ordinal)))
        {
            Assert.False(TagLiteral().IsMatch(code), $"{path}: {TagLiteral().Match(code).Value}");
            Assert.False(code.Contains("\"1.2.840.10008.", StringComparison.Ordinal), path);
        }
    }

    /// <summary>So that all text that is shown goes through PlainText.</summary>
    [Theory]
    [InlineData("PSDicom", "PlainStreams.cs", @"\bWrite(Warning|Verbose|Debug|Progress)\(")]
    [InlineData("PSDicom", "ErrorRecords.cs", @"\bnew ErrorRecord\(")]
    [InlineData("PSDicom", "TerminalQuestion.cs", @"\bConsole\.(Error|Out|Write\w*)\b")]
    [InlineData("PSDicom.Core", "Escape.cs", @"\\u001[Bb]|\\x1[Bb]|\\e\[")]
    [InlineData("PSDicom", "", @"\\u001[Bb]|\\x1[Bb]|\\e\[")]
    [InlineData("PSDicom.Cli", "", @"\\u001[Bb]|\\x1[Bb]|\\e\[")]
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

    private static IEnumerable<(string Path, string Code)> SourceFiles() =>
        from path in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "src"), "*.cs", SearchOption.AllDirectories)
        where !BuildFolder().IsMatch(path)
        orderby path
        select (path, Comment().Replace(File.ReadAllText(path), ""));

    [GeneratedRegex(@"[\\/](?:obj|bin)[\\/]")]
    private static partial Regex BuildFolder();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?:new DicomTag|new)\(0x[0-9A-F]{4}_[0-9A-F]{4}\)")]
    private static partial Regex TagLiteral();
}
