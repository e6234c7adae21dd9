using PSDicom.Operations.Search;

namespace PSDicom.Core.Tests.Operations.Search;

public sealed class FileFinderTests : IDisposable
{
    private static readonly FileSearchOptions Recursive = new() { Recurse = true };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_come_sorted_and_before_those_of_subfolders()
    {
        string b = _folder.AddFile("b"), upper = _folder.AddFile("Z"), a = _folder.AddFile("a");
        string second = _folder.AddFile("2", "x"), deep = _folder.AddFile("1", "q", "x"), first = _folder.AddFile("1", "z");
        Assert.Equal([upper, a, b, first, deep, second], Paths(Recursive));
    }

    [Fact]
    public void Subfolders_are_only_searched_when_asked_for()
    {
        string here = _folder.AddFile("here");
        _folder.AddFile("sub", "there");
        Assert.Equal([here], Paths(new FileSearchOptions()));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(9, 4)]
    public void Depth_counts_subfolders(int depth, int expected)
    {
        _folder.AddFile("f");
        _folder.AddFile("1", "f");
        _folder.AddFile("1", "2", "f");
        _folder.AddFile("1", "2", "3", "f");
        Assert.Equal(expected, Paths(new FileSearchOptions { Depth = depth }).Count);
        Assert.Equal(expected, Paths(new FileSearchOptions { Depth = depth, Recurse = true }).Count);
    }

    [Fact]
    public void The_filter_is_for_files_and_not_for_folders()
    {
        string file = _folder.AddFile("sub", "1.dcm");
        _folder.AddFile("sub", "1.txt");
        _folder.AddFile("1.dcm.bak");
        Assert.Equal([file], Paths(new FileSearchOptions { Recurse = true, Filter = "*.dcm" }));
    }

    [Fact]
    public void Hidden_files_and_odd_names_are_files_too()
    {
        string[] files = [_folder.AddFile(" leading"), _folder.AddFile(".hidden"), _folder.AddFile("[1]"), _folder.AddFile("日本 ü")];
        Assert.Equal(files, Paths(Recursive));
    }

    [Fact]
    public void Include_and_exclude_are_for_files_and_not_for_folders()
    {
        string file = _folder.AddFile("skip", "IM1.DCM");
        _folder.AddFile("skip", "IM2.txt");
        _folder.AddFile("skip", "x.dcm");
        Assert.Equal([file], Paths(new FileSearchOptions { Recurse = true, Include = ["*.dcm", "*.ima"], Exclude = ["x*", "skip"] }));
    }

    [Theory]
    [InlineData("$RECYCLE.BIN")]
    [InlineData("System Volume Information")]
    [InlineData("SYSTEM VOLUME INFORMATION")]
    [InlineData(".snapshot")]
    [InlineData("~snapshot")]
    [InlineData("@eaDir")]
    public void Folders_of_the_system_are_passed_over_unless_they_are_asked_for(string name)
    {
        string seen = _folder.AddFile("data", "f"), hidden = _folder.AddFile("data", name, "sub", "f");
        Assert.Equal([seen], Paths(Recursive));
        Assert.Equal([seen, hidden], Paths(new FileSearchOptions { Recurse = true, IncludeHidden = true }));

        // A folder that is named itself is searched.
        Assert.Equal(hidden, Assert.Single(FileFinder.Find(_folder.Combine("data", name), Recursive)).Path);
    }

    [SkippableFact]
    public void Hidden_folders_are_passed_over()
    {
        string name = OperatingSystem.IsWindows() ? "hidden" : ".hidden";
        _folder.AddFile(name, "f");
        if (OperatingSystem.IsWindows()) File.SetAttributes(_folder.Combine(name), FileAttributes.Hidden | FileAttributes.Directory);
        Assert.Empty(Paths(Recursive));
        Assert.True(HiddenFolder.Is(_folder.Combine(name)));
        Assert.False(HiddenFolder.Is(_folder.Path));
        Assert.False(HiddenFolder.Is(_folder.Combine("missing")));
    }

    [SkippableFact]
    public void Skipped_folders_are_reported_if_requested()
    {
        string file = _folder.AddFile("f");
        _folder.AddFile("~snapshot", "f");
        MakeLink(() => Directory.CreateSymbolicLink(_folder.Combine("up"), _folder.Path));
        FoundFile[] found = FileFinder.Find(_folder.Path, new FileSearchOptions { Recurse = true, ReportsSkipped = true }).ToArray();
        Assert.Equal(
            [(file, null), (_folder.Combine("up"), SkipReason.FolderLink), (_folder.Combine("~snapshot"), SkipReason.HiddenFolder)],
            found.Select(item => (item.Path, item.Skipped?.Reason)));
        Assert.Single(FileFinder.Find(_folder.Path, new FileSearchOptions { ReportsSkipped = true }));
    }

    [Fact]
    public void A_wildcard_that_cannot_be_understood_is_an_error_at_once() =>
        Assert.Throws<ArgumentException>(() => { FileFinder.Find(_folder.Path, new FileSearchOptions { Include = ["[a"] }); });

    [Fact]
    public void A_relative_folder_gives_relative_paths()
    {
        _folder.AddFile("sub", "f");
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, _folder.Path);
        Assert.Equal([Path.Combine(relative, "sub", "f")], FileFinder.Find(relative, Recursive).Select(found => found.Path));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_one_error()
    {
        string missing = _folder.Combine("missing");
        FoundFile found = Assert.Single(FileFinder.Find(missing, Recursive));
        Assert.Equal(missing, found.Path);
        Assert.IsType<DirectoryNotFoundException>(found.Error);
    }

    [Fact]
    public void A_folder_that_vanishes_is_one_error_and_the_search_goes_on()
    {
        _folder.AddFile("a", "1");
        _folder.AddFile("b", "2");
        string last = _folder.AddFile("c", "3");
        var found = new List<FoundFile>();
        foreach (FoundFile file in FileFinder.Find(_folder.Path, Recursive))
        {
            // Folders are read in turn: this one is not read yet.
            if (found.Count == 0) Directory.Delete(_folder.Combine("b"), recursive: true);
            found.Add(file);
        }

        Assert.Equal(3, found.Count);
        Assert.Equal(_folder.Combine("b"), found[1].Path);
        Assert.IsAssignableFrom<IOException>(found[1].Error);
        Assert.Equal(last, found[2].Path);
    }

    [SkippableFact]
    public void A_folder_that_may_not_be_read_is_one_error_and_the_search_goes_on()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root") throw new SkipException("Nothing is denied to this user.");
        _folder.AddFile("denied", "1");
        string last = _folder.AddFile("open", "2");
        string denied = _folder.Combine("denied");
        File.SetUnixFileMode(denied, UnixFileMode.None);
        List<FoundFile> found = FileFinder.Find(_folder.Path, Recursive).ToList();
        File.SetUnixFileMode(denied, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal([denied, last], found.Select(file => file.Path));
        Assert.IsType<UnauthorizedAccessException>(found[0].Error);
    }

    [SkippableFact]
    public void Links_to_folders_are_not_followed_and_links_to_files_are()
    {
        string file = _folder.AddFile("sub", "f");
        string link = _folder.Combine("sub", "link");
        MakeLink(() => File.CreateSymbolicLink(link, file));
        MakeLink(() => Directory.CreateSymbolicLink(_folder.Combine("sub", "up"), _folder.Path));
        Assert.Equal([file, link], Paths(Recursive));
    }

    [SkippableFact]
    public void A_link_named_as_the_folder_itself_is_followed()
    {
        _folder.AddFile("sub", "f");
        string link = _folder.Combine("link");
        MakeLink(() => Directory.CreateSymbolicLink(link, _folder.Combine("sub")));
        Assert.Equal(Path.Combine(link, "f"), Assert.Single(FileFinder.Find(link, Recursive)).Path);
    }

    [Fact]
    public void A_deep_tree_is_walked_to_its_end()
    {
        const int Levels = 200;
        string path = _folder.Path;
        for (int i = 0; i < Levels; i++) path = Path.Combine(path, "d");
        Directory.CreateDirectory(path);
        File.WriteAllBytes(Path.Combine(path, "f"), []);
        Assert.Equal([Path.Combine(path, "f")], Paths(Recursive));
    }

    [Fact]
    public void Cancellation_ends_the_search()
    {
        _folder.AddFile("1");
        _folder.AddFile("2");
        using var cancellation = new CancellationTokenSource();
        using IEnumerator<FoundFile> search = FileFinder.Find(_folder.Path, Recursive, cancellation.Token).GetEnumerator();
        Assert.True(search.MoveNext());
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => search.MoveNext());
    }

    private static void MakeLink(Action make)
    {
        try
        {
            make();
        }
        catch (IOException exception) when (OperatingSystem.IsWindows())
        {
            Skip.If(true, "Links may not be made here: " + exception.Message);
        }
    }

    private List<string> Paths(FileSearchOptions options) => FileFinder.Find(_folder.Path, options).Select(found =>
    {
        Assert.Null(found.Error);
        return found.Path;
    }).ToList();
}
