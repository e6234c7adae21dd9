using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>Transforms decoded blocks into the plane of their component.</summary>
internal static unsafe class BlockOutput
{
    /// <summary>Transforms a block and stores the part that is inside the plane.</summary>
    /// <param name="component">The component.</param>
    /// <param name="precision">Bits of a sample.</param>
    /// <param name="coefficients">64 coefficients in <see cref="TransformOrder"/>.</param>
    /// <param name="isFlat">Whether all AC coefficients are 0.</param>
    /// <param name="x">The column of blocks.</param>
    /// <param name="y">The line of blocks.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Write(Component component, int precision, short* coefficients, bool isFlat, int x, int y)
    {
        Plane plane = component.Plane!;
        int left = 8 * x, top = 8 * y;
        // MCUs at the right and lower edge are padded with blocks outside of the plane (A.2.4).
        if (left >= plane.Width || top >= plane.Height) return;

        int sample = plane.IsWide ? 2 : 1;
        byte* target = plane.Line(top) + ((long)left * sample);
        Quantization quantization = component.Quantization!;
        if (left + 8 <= plane.Width && top + 8 <= plane.Height)
        {
            if (isFlat) InverseDct.Fill(coefficients[0] * quantization.Steps[0], target, plane.Stride, plane.IsWide, precision);
            else InverseDct.Transform(coefficients, quantization, target, plane.Stride, plane.IsWide, precision);
            return;
        }

        byte* block = stackalloc byte[8 * 8 * sizeof(ushort)];
        InverseDct.Transform(coefficients, quantization, block, 8 * sample, plane.IsWide, precision);
        int width = plane.Width - left < 8 ? plane.Width - left : 8, height = plane.Height - top < 8 ? plane.Height - top : 8;
        for (int i = 0; i < height; i++)
        {
            for (int j = 0; j < width * sample; j++) target[((long)i * plane.Stride) + j] = block[(i * 8 * sample) + j];
        }
    }
}
