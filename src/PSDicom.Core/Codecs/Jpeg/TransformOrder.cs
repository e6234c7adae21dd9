namespace PSDicom.Codecs.Jpeg;

/// <summary>
/// The order of a block's coefficients here: lines in pairs that the transform multiplies and adds together, of each pair the
/// coefficients in turn, and columns so that these pairs lie beside each other again when the block is turned.
/// </summary>
internal static class TransformOrder
{
    /// <summary>Where each coefficient of the zig-zag sequence is.</summary>
    public static byte[] OfZigZag { get; } = MakeOfZigZag();

    /// <summary>The index in natural order of each coefficient.</summary>
    public static byte[] ToNatural { get; } = MakeToNatural();

    private static byte[] MakeToNatural()
    {
        byte[] lines = [0, 4, 2, 6, 1, 7, 3, 5], order = new byte[64];
        for (int i = 0; i < 64; i++) order[i] = (byte)((8 * lines[(2 * (i >> 4)) + (i & 1)]) + lines[(i >> 1) & 7]);
        return order;
    }

    private static byte[] MakeOfZigZag()
    {
        byte[] natural = MakeToNatural(), places = new byte[64], order = new byte[64];
        for (int i = 0; i < 64; i++) places[natural[i]] = (byte)i;
        for (int i = 0; i < 64; i++) order[i] = places[ZigZag.ToNatural[i]];
        return order;
    }
}
