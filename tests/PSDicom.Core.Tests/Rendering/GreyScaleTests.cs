using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Rendering;

public class GreyScaleTests
{
    // 0.25 * 255 = 63.75, 0.75 * 255 = 191.25; 0.25 * 65535 = 16383.75, 0.75 * 65535 = 49151.25.
    [Fact]
    public void Greys_are_rounded_to_the_nearest_sample()
    {
        Assert.Equal(new byte[] { 0, 64, 255, 0 }, Write(8, false, false));
        Assert.Equal(new ushort[] { 0, 16384, 65535, 0 }, Write(16, false, false));
    }

    [Fact]
    public void Reversed_greys_leave_what_is_not_a_number_black() => Assert.Equal(new byte[] { 255, 191, 0, 0 }, Write(8, true, false));

    [Fact]
    public void Inverting_inverts_all() => Assert.Equal(new byte[] { 255, 191, 0, 255 }, Write(8, false, true));

    [Fact]
    public void Inverting_what_is_reversed_rights_it() => Assert.Equal(new ushort[] { 0, 16384, 65535, 65535 }, Write(16, true, true));

    private static Array Write(int bits, bool isReversed, bool isInverted) => new GreyScale(bits, isReversed, isInverted).Write([0, 0.25, 1, double.NaN]);
}
