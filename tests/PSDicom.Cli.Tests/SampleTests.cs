using PSDicom.SampleBuilder;

namespace PSDicom.Cli.Tests;

public class SampleTests
{
    [Fact]
    public void The_samples_are_up_to_date()
    {
        string[] names = Samples.All().Select(sample => sample.Path).ToArray();
        foreach ((string name, byte[] bytes) in Samples.All()) Assert.Equal(bytes, File.ReadAllBytes(Repository.Sample(name)));
        Assert.Equal(names, Directory.EnumerateFiles(Repository.Sample(""), "*.dcm", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Sample(""), path).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_samples_are_small() => Assert.All(Samples.All(), sample => Assert.InRange(sample.Bytes.Length, 1, 40_000));
}
