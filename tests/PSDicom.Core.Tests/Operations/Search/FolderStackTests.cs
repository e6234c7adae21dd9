using PSDicom.Operations.Search;

namespace PSDicom.Core.Tests.Operations.Search;

public sealed class FolderStackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void Folders_come_from_the_top_whether_listed_ahead_or_not(int longMilliseconds)
    {
        var stack = new FolderStack(CancellationToken.None, TimeSpan.FromMilliseconds(longMilliseconds));
        string[] folders = Enumerable.Range(0, 30).Select(number => Path.GetDirectoryName(_folder.AddFile($"{number:00}", $"file{number}"))!).ToArray();
        foreach (string folder in folders) stack.Push(folder, 1);

        // What is put on top of folders that are listed already comes before them.
        var taken = new List<string>();
        while (stack.Pop() is { } folder)
        {
            taken.Add(folder.Path);
            Assert.Equal("file" + int.Parse(Path.GetFileName(folder.Path)), Assert.Single(folder.Files));
            Assert.Equal(1, folder.Depth);
            stack.ListAhead();
            if (taken.Count == 5) stack.Push(folders[3], 1);
        }

        Array.Reverse(folders);
        Assert.Equal([.. folders.Take(5), folders[26], .. folders.Skip(5)], taken);
    }

    [Fact]
    public void What_was_long_in_coming_has_the_next_ones_listed_before_they_are_asked_for()
    {
        string first = _folder.Path, second = Path.GetDirectoryName(_folder.AddFile("sub", "f"))!;
        var stack = new FolderStack(CancellationToken.None, TimeSpan.Zero);
        stack.Push(second, 1);
        stack.Push(first, 0);
        Assert.NotNull(stack.Pop());
        Assert.Equal(0, stack.AheadCount);
        stack.ListAhead();
        Assert.Equal(1, stack.AheadCount);
        Assert.Equal(["f"], stack.Pop()!.Files);
        Assert.Null(stack.Pop());
    }

    [Fact]
    public void An_error_of_a_folder_listed_ahead_stays_its_own()
    {
        var stack = new FolderStack(CancellationToken.None, TimeSpan.Zero);
        stack.Push(Path.Combine(_folder.Path, "missing"), 1);
        stack.Push(_folder.Path, 0);
        Assert.Null(stack.Pop()!.Error);
        stack.ListAhead();
        Assert.IsAssignableFrom<IOException>(stack.Pop()!.Error);
    }

    [Fact]
    public void Cancellation_ends_the_wait_for_a_listing()
    {
        using var cancellation = new CancellationTokenSource();
        var stack = new FolderStack(cancellation.Token, TimeSpan.Zero);
        stack.Push(_folder.Path, 0);
        stack.Push(_folder.Path, 0);
        Assert.NotNull(stack.Pop());
        stack.ListAhead();
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(stack.Pop);
    }
}
