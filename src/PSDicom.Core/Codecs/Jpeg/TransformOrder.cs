namespace PSDicom.Codecs.Jpeg;

/// <summary>
/// The order of coefficients in the decoder: pairs of lines that the transform multiplies and adds together, with alternating coefficients,
/// and columns ordered so that these pairs are adjacent after transposition too.
/// </summary>
internal static class TransformOrder
{
    /// <summary>The position of each coefficient of the zig-zag sequence.</summary>
    public static byte[] OfZigZag { get; } = MakeOfZigZag();

    /// <summary>The natural index of each coefficient.</summary>
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
