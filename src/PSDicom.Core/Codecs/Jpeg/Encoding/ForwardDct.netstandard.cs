namespace PSDicom.Codecs.Jpeg.Encoding;

internal static unsafe partial class ForwardDct
{
#pragma warning disable IDE0060 // used by the vector versions
    private static bool TransformVector(byte* samples, int stride, float* factors, short* coefficients) => false;

    private static bool TransformVector(ushort* samples, int stride, float* factors, short* coefficients) => false;
#pragma warning restore IDE0060
}
