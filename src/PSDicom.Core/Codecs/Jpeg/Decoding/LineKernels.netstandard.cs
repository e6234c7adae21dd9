#pragma warning disable IDE0060 // used by the vector versions
namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>Without vectors, no sample is processed.</summary>
internal static unsafe partial class LineKernels
{
    public static int InterleaveVector(byte* a, byte* b, byte* c, byte* target, int count) => 0;

    private static int WeighVector<T>(T* near, T* far, ushort* sums, int count)
        where T : unmanaged => 0;

    private static int WidenVector<T>(T* line, ushort* sums, int count)
        where T : unmanaged => 0;

    private static int SmoothVector<T>(ushort* sums, T* output, int count, int leftBias, int rightBias, int shift)
        where T : unmanaged => 0;
}
