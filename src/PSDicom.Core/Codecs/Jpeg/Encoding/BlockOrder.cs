namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>
/// The order of coefficients in the encoder: column by column, so that the transform needs one transposition instead of two.
/// </summary>
internal static class BlockOrder
{
    /// <summary>The position of each coefficient of the zig-zag sequence (T.81 figure A.6).</summary>
    public static byte[] OfZigZag { get; } = MakeOfZigZag();

    /// <summary>Converts between positions in natural order and in this order.</summary>
    public static int Transpose(int index) => ((index & 7) << 3) | (index >> 3);

    private static byte[] MakeOfZigZag()
    {
        var order = new byte[64];
        for (int i = 0; i < 64; i++) order[i] = (byte)Transpose(ZigZag.ToNatural[i]);
        return order;
    }
}
