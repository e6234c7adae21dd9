using PSDicom.Core.Tests.Operations;
using PSDicom.IO.Writing;

namespace PSDicom.Core.Tests.IO.Writing;

public class SpoolTests
{
    [Fact]
    public void Few_bytes_are_in_memory_and_many_in_a_temporary_file_that_is_deleted()
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = new byte[1000];
        new Random(3).NextBytes(bytes);
        using (var spool = new Spool(folder.Combine("target.dcm"), 600))
        {
            spool.Append(bytes.AsSpan(0, 500));
            Assert.Empty(Directory.GetFiles(folder.Path));
            spool.Append(bytes.AsSpan(500));
            spool.Write(10, [1, 2, 3]);
            Assert.True(TemporaryName.Is(Assert.Single(Directory.GetFiles(folder.Path))));
            var read = new byte[1200];
            Assert.Equal((1000, 1000), (spool.Read(0, read), (int)spool.Length));
            Assert.Equal([.. bytes[..10], 1, 2, 3, .. bytes[13..]], read[..1000]);
            Assert.Equal(0, spool.Read(1000, read));
        }

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Bytes_in_memory_are_read_back_from_any_place()
    {
        using var spool = new Spool(string.Empty);
        spool.Append([1, 2, 3]);
        spool.Write(5, [9]);
        var read = new byte[4];
        Assert.Equal(4, spool.Read(2, read));
        Assert.Equal([3, 0, 0, 9], read);
        Assert.Equal(0, spool.Read(7, read));
    }

    [Theory]
    [InlineData(600, false)]
    [InlineData(601, true)]
    public void More_than_fits_in_memory_goes_to_a_file_at_once(int length, bool isInFile)
    {
        using var folder = new TemporaryFolder();
        using var spool = new Spool(folder.Combine("target.dcm"), 600);
        spool.Reserve(length);
        Assert.Equal(0, spool.Length);
        Assert.Equal(isInFile, Directory.GetFiles(folder.Path).Length == 1);
        spool.Append([1, 2, 3]);
        var read = new byte[3];
        Assert.Equal(3, spool.Read(0, read));
        Assert.Equal([1, 2, 3], read);
    }
}
