using PSDicom.Operations.Sets;

namespace PSDicom.Core.Tests.Operations.Sets;

public class PathListTests
{
    [Fact]
    public void Paths_come_back_as_they_were()
    {
        string[] some = [@"/a/b/1.dcm", "name", @"\\pacs\share\ü[1].dcm", "/a/b/", "/a/b/2.dcm", "/" + new string('x', 250), string.Empty];
        string[] paths = [.. some, .. Enumerable.Range(0, 10_000).Select(number => $"/a/b/{number:D20}.dcm")];
        var list = new PathList();
        for (int i = 0; i < paths.Length; i++) Assert.Equal(i, list.Add(paths[i]));
        Assert.Equal(paths, Enumerable.Range(0, list.Count).Select(index => list[index]));
    }
}
