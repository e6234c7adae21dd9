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

        // A folder on top of already listed folders comes before them.
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

    [Theory]
    [InlineData(0, true)]
    [InlineData(int.MaxValue, false)]
    public void The_next_folders_are_listed_ahead_only_after_a_slow_listing(int longMilliseconds, bool isAhead)
    {
        // How long listing takes is unknown: longer waits are tried until one is enough.
        bool isListed = false;
        for (int wait = 10; !isListed && wait < (isAhead ? 20_000 : 100); wait *= 2)
        {
            string file = _folder.AddFile("sub", "f");
            var stack = new FolderStack(CancellationToken.None, TimeSpan.FromMilliseconds(longMilliseconds));
            stack.Push(Path.GetDirectoryName(file)!, 1);
            stack.Push(_folder.Path, 0);
            Assert.NotNull(stack.Pop());
            stack.ListAhead();
            Thread.Sleep(wait);
            File.Delete(file);
            isListed = stack.Pop()!.Files.Count > 0;
            Assert.Null(stack.Pop());
        }

        Assert.Equal(isAhead, isListed);
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
