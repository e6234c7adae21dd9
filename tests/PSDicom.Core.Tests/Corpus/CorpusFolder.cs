namespace PSDicom.Core.Tests.Corpus;

/// <summary>The folder of real files beside the repository; where it is not there, the tests that need it are skipped.</summary>
internal static class CorpusFolder
{
    public static string? Root { get; } = Find();

    public static string Files => Path.Combine(Require(), "corpus");

    public static string Oracle => Path.Combine(Require(), "oracle");

    /// <summary>A table of the tests about the corpus.</summary>
    public static string Table(string name) => Path.Combine(Repository.Folder, "tests", "PSDicom.Core.Tests", "Corpus", name);

    public static string Require()
    {
        Skip.If(Root is null, "The corpus is not there: ../shared/corpus beside the repository.");
        return Root!;
    }

    /// <summary>Every file that the oracle has read, by its path below <see cref="Files"/>.</summary>
    public static IEnumerable<string> RelativePaths() =>
        Directory.EnumerateFiles(Oracle, "*.elements.tsv", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Oracle, path)[..^".elements.tsv".Length])
            .OrderBy(path => path, StringComparer.Ordinal);

    private static string? Find()
    {
        string shared = Path.GetFullPath(Path.Combine(Repository.Folder, "..", "shared"));
        return Directory.Exists(Path.Combine(shared, "corpus")) && Directory.Exists(Path.Combine(shared, "oracle")) ? shared : null;
    }
}
