using PSDicom.Operations.Targets;

namespace PSDicom.Core.Tests.Operations.Targets;

/// <summary>Folders that contain others, also through links.</summary>
public sealed class PlaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("in", "in", true)]
    [InlineData("in/sub/new", "in", true)]
    [InlineData("linked/new/newer", "in", true)]
    [InlineData("in/new", "linked", true)]
    [InlineData("in", "in/sub", false)]
    [InlineData("inner", "in", false)]
    [InlineData("new", "in", false)]
    public void A_destination_is_in_a_folder_by_whatever_path(string destination, string folder, bool isIn)
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need rights here.");
        Directory.CreateDirectory(_folder.Combine("in", "sub"));
        Directory.CreateSymbolicLink(_folder.Combine("linked"), _folder.Combine("in"));
        Assert.Equal(isIn, new TargetFolder(_folder.Combine(destination), isFile: false, replaces: false).IsIn(_folder.Combine(folder)));
    }

    [SkippableFact]
    public void Paths_are_the_same_place_through_links()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need rights here.");
        string file = _folder.AddFile("in", "f");
        Directory.CreateSymbolicLink(_folder.Combine("linked"), _folder.Combine("in"));
        Assert.True(Place.IsSame(_folder.Combine("linked", "f"), file));
        Assert.True(Place.IsSame(_folder.Combine("linked", "new"), _folder.Combine("in", "new")));
        Assert.False(Place.IsSame(_folder.Combine("linked", "g"), file));
    }
}
