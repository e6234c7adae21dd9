namespace PSDicom.Codecs.Jpeg.Encoding;

internal static unsafe partial class NonZeroCoefficients
{
#pragma warning disable IDE0060 // used by the vector version
    private static bool FindVector(short* coefficients, out ulong found)
    {
        found = 0;
        return false;
    }
#pragma warning restore IDE0060
}
