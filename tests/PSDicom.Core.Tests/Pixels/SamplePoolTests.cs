using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pixels;

public class SamplePoolTests
{
    private readonly SamplePool _pool = new();

    [Fact]
    public void An_array_is_used_again_cleared_by_the_same_type_and_length_only()
    {
        var array = new short[9];
        array[5] = 7;
        _pool.Return(array);
        Assert.Null(_pool.TryRent(typeof(short), 8));
        Assert.Null(_pool.TryRent(typeof(ushort), 9));
        Assert.Same(array, _pool.TryRent(typeof(short), 9));
        Assert.Equal(0, array[5]);
        Assert.Null(_pool.TryRent(typeof(short), 9));
    }

    [Fact]
    public void The_oldest_arrays_make_room()
    {
        for (int length = 1; length <= 33; length++) _pool.Return(new byte[length]);
        Assert.Null(_pool.TryRent(typeof(byte), 1));
        Assert.NotNull(_pool.TryRent(typeof(byte), 2));
        _pool.Return(new byte[40 << 20]);
        _pool.Return(new byte[41 << 20]);
        Assert.Null(_pool.TryRent(typeof(byte), 40 << 20));
        Assert.NotNull(_pool.TryRent(typeof(byte), 41 << 20));
        _pool.Return(new byte[5]);
        _pool.Clear();
        Assert.Null(_pool.TryRent(typeof(byte), 5));
    }

    [Fact]
    public void An_array_that_is_too_large_to_be_kept_is_not()
    {
        _pool.Return(new byte[70 << 20]);
        Assert.Null(_pool.TryRent(typeof(byte), 70 << 20));
    }
}
