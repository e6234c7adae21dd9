using PSDicom.IO.Sources;

namespace PSDicom.Core.Tests.IO;

public sealed class FileByteSourceTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + " ü.dcm");

    public void Dispose() => File.Delete(_path);

    public static TheoryData<bool> BothWays => new() { false, true };

    [Theory]
    [MemberData(nameof(BothWays))]
    public void Reads_from_any_place_and_to_the_end(bool isHeld)
    {
        byte[] bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(_path, bytes);
        using FileByteSource source = Open(_path, isHeld);
        byte[] read = new byte[1000];
        Assert.Equal(long.MaxValue, source.KnownLength);
        Assert.Equal(1000, source.Read(50_000, read));
        Assert.Equal(bytes.AsSpan(50_000, 1000).ToArray(), read);
        Assert.Equal(1000, source.Read(10, read));
        Assert.Equal(bytes.AsSpan(10, 1000).ToArray(), read);
        Assert.Equal(400, source.Read(99_600, read));
        Assert.Equal(bytes.AsSpan(99_600).ToArray(), read.AsSpan(0, 400).ToArray());
        Assert.Equal(0, source.Read(200_000, read));
        Assert.Equal(bytes.Length, source.Length);
        Assert.Equal(bytes.Length, source.KnownLength);
    }

    [Theory]
    [MemberData(nameof(BothWays))]
    public void A_file_that_cannot_be_opened_has_the_exception_of_the_framework(bool isHeld)
    {
        Assert.Throws<FileNotFoundException>(() => Open(_path, isHeld));
        Assert.Throws<DirectoryNotFoundException>(() => Open(Path.Combine(_path, "a.dcm"), isHeld));
        Assert.Throws<ArgumentException>(() => Open("a\0.dcm", isHeld));
        Assert.Throws<ArgumentException>(() => Open(string.Empty, isHeld));
        Assert.ThrowsAny<IOException>(() => Open(Path.Combine(Path.GetTempPath(), new string('a', 5000)), isHeld));
        Assert.Throws<UnauthorizedAccessException>(() =>
        {
            using FileByteSource folder = Open(Path.GetTempPath(), isHeld);
            folder.Read(0, new byte[10]);
        });
    }

    [Fact]
    public void A_path_upwards_is_taken_as_text()
    {
        File.WriteAllBytes(_path, [1, 2, 3]);
        string roundabout = Path.Combine(Path.GetTempPath(), "not-there", "..", Path.GetFileName(_path));
        using var source = new FileByteSource(roundabout);
        Assert.Equal(3, source.Length);
    }

    private static FileByteSource Open(string path, bool isHeld) => isHeld ? FileByteSource.Hold(path) : new FileByteSource(path);
}
