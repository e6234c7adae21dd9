using PSDicom.Core.Tests.Operations;
using PSDicom.IO.Writing;

namespace PSDicom.Core.Tests.IO.Writing;

public class SpoolTests
{
    [Fact]
    public void The_first_bytes_are_in_memory_and_the_others_in_a_temporary_file_that_is_deleted()
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

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData((3 << 20) - 5)]
    [InlineData(1000)]
    [InlineData(0)]
    public void Bytes_can_be_written_over_and_behind_any_border_of_memory(int maxInMemory)
    {
        using var folder = new TemporaryFolder();
        using var spool = new Spool(folder.Combine("target.dcm"), maxInMemory);
        var expected = new byte[6 << 20];
        var random = new Random(5);
        int length = 0;
        for (int i = 0; i < 60; i++)
        {
            var bytes = new byte[random.Next(300_000)];
            random.NextBytes(bytes);

            // Over what is there, at its end, or with a gap of zeros.
            int offset = Math.Min(expected.Length - bytes.Length, i % 3 == 0 ? random.Next(length + 1) : length + (i % 7));
            spool.Write(offset, bytes);
            bytes.CopyTo(expected.AsSpan(offset));
            length = Math.Max(length, offset + bytes.Length);
        }

        var read = new byte[length];
        Assert.Equal((length, length), ((int)spool.Length, spool.Read(0, read)));
        Assert.True(expected.AsSpan(0, length).SequenceEqual(read));
        for (int i = 0; i < 20; i++)
        {
            int offset = random.Next(length), count = Math.Min(random.Next(2 << 20), length - offset);
            Assert.Equal(count, spool.Read(offset, read.AsSpan(0, count)));
            Assert.True(expected.AsSpan(offset, count).SequenceEqual(read.AsSpan(0, count)));
        }
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
}
