namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>
/// The order of a block's coefficients here: column by column, which is how the transform ends with one turn of the block instead of two.
/// </summary>
internal static class BlockOrder
{
    /// <summary>Where each coefficient of the zig-zag sequence is (T.81 figure A.6).</summary>
    public static byte[] OfZigZag { get; } = MakeOfZigZag();

    /// <summary>The place of a coefficient of natural order, and the other way round.</summary>
    public static int Turn(int index) => ((index & 7) << 3) | (index >> 3);

    private static byte[] MakeOfZigZag()
    {
        var order = new byte[64];
        for (int i = 0; i < 64; i++) order[i] = (byte)Turn(ZigZag.ToNatural[i]);
        return order;
    }
}
