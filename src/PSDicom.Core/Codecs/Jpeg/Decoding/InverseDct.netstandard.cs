namespace PSDicom.Codecs.Jpeg.Decoding;

internal static unsafe partial class InverseDct
{
#pragma warning disable IDE0060 // used by the vector version
    private static bool TransformVector(
        short* coefficients, Quantization quantization, byte* target, int stride, bool isWide, int precision, int passBits) => false;
#pragma warning restore IDE0060
}
