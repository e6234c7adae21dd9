using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

/// <summary>The input files of a call: lists, folders and filters.</summary>
public sealed class InputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a b.dcm\nsub/1.dcm\n", false)]
    [InlineData("a b.dcm\r\n\r\nsub/1.dcm", false)]
    [InlineData("a b.dcm\0sub/1.dcm\0", true)]
    public void Files_are_read_from_a_list(string list, bool endsInNull)
    {
        Add("a b.dcm", "sub/1.dcm", "other.dcm");
        File.WriteAllText(_folder.Combine("list"), list);
        string[] option = endsInNull ? ["--null"] : [];
        Psdicom.Outcome piped = Psdicom.RunWith(list, _folder.Path, ["frames", "--json", "--files-from", "-", .. option]);
        Assert.Equal((0, "", "a b.dcm sub/1.dcm"), (piped.ExitCode, piped.Error, Names(piped)));
        Psdicom.Outcome read = Psdicom.RunIn(_folder.Path, ["frames", "--json", "other.dcm", "--files-from", "list", .. option]);
        Assert.Equal((0, "", "other.dcm a b.dcm sub/1.dcm"), (read.ExitCode, read.Error, Names(read)));
    }

    [Fact]
    public void In_a_list_wildcards_are_literal_folders_are_skipped_and_missing_files_are_errors()
    {
        Add("sub/1.dcm");
        Psdicom.Outcome outcome = Psdicom.RunWith("sub\n*.dcm\n", _folder.Path, "frames", "--files-from", "-");
        Assert.Equal((1, "*.dcm: The file does not exist."), (outcome.ExitCode, Assert.Single(outcome.ErrorLines)));
        Assert.Equal("sub/1.dcm", Names(Psdicom.RunWith("sub\n", _folder.Path, "frames", "--json", "--recurse", "--files-from", "-")));
    }

    [Theory]
    [InlineData("'nosuch' cannot be read: The file does not exist.", "--files-from", "nosuch")]
    [InlineData("list of files is empty", "--files-from", "")]
    [InlineData("--null needs --files-from", "--null", "a.dcm")]
    [InlineData("Required", "--recurse")]
    [InlineData("'[a'", "--recurse", ".", "--include", "[a")]
    [InlineData("--depth must be a whole number of at least 0, not 'x'", "--depth", "x", ".")]
    [InlineData("--depth must be a whole number of at least 0, not '-1'", "--depth", "-1", ".")]
    [InlineData("--throttle-limit must be a whole number of at least 1, not ''", "--throttle-limit", "", ".")]
    public void A_wrong_call_has_a_clear_message(string expected, params string[] options)
    {
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, ["frames", .. options]);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("psdicom: ", outcome.Error);
        Assert.Contains(expected, outcome.Error);
        Assert.DoesNotContain("System.", outcome.Error);
    }

    [Theory]
    [InlineData("tags")]
    [InlineData("frames")]
    [InlineData("export")]
    public void An_empty_path_is_an_error_and_the_others_are_read(string command)
    {
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, command, "", Repository.Sample("ct/slice-1.dcm"));
        Assert.Equal((1, "'': The path is empty."), (outcome.ExitCode, Assert.Single(outcome.ErrorLines)));
        Assert.NotEmpty(outcome.Lines);
    }

    [Theory]
    [InlineData("1.dcm a/2.DCM", "--depth", "1", "--filter", "*.dcm")]
    [InlineData("1.dcm", "--depth", "0", "--include", "*.dcm")]
    [InlineData("1.dcm a/2.DCM a/b/3.dcm", "--recurse", "--exclude", "*.ima", "--exclude", "x*")]
    [InlineData("a/4.ima", "--recurse", "--include", "[4-9]*")]
    [InlineData("1.dcm ~snapshot/5.dcm", "--depth", "1", "--include", "*.dcm", "--exclude", "2*", "--include-hidden")]
    public void Files_in_folders_can_be_filtered(string expected, params string[] options)
    {
        Add("1.dcm", "a/2.DCM", "a/b/3.dcm", "a/4.ima", "~snapshot/5.dcm");
        Assert.Equal(expected, Names(Psdicom.RunIn(_folder.Path, ["frames", "--json", ".", .. options])));
    }

    [Fact]
    public void A_folder_that_matches_a_wildcard_is_searched_unless_it_is_hidden()
    {
        Add("a/1.dcm", "~snapshot/2.dcm");
        Assert.Equal("a/1.dcm", Names(Psdicom.RunIn(_folder.Path, "frames", "--json", "--recurse", "*")));
        Assert.Equal("a/1.dcm ~snapshot/2.dcm", Names(Psdicom.RunIn(_folder.Path, "frames", "--json", "--recurse", "--include-hidden", "*")));
    }

    private void Add(params string[] names)
    {
        foreach (string name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.Combine(name))!);
            File.Copy(Repository.Sample("sr/report.dcm"), _folder.Combine(name));
        }
    }

    /// <summary>The paths of the files read, without the searched folder.</summary>
    private static string Names(Psdicom.Outcome outcome) => string.Join(
        ' ', outcome.Objects.Select(row => row.GetProperty("path").GetString()!.Replace('\\', '/')).Select(path => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path));
}
