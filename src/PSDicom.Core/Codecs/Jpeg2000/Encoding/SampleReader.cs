using System;
using System.Runtime.CompilerServices;
using PSDicom.Codecs.Jpeg2000.Encoding.Wavelets;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>Reads the components of a frame, with the level shift and the component transform (T.800 annex G).</summary>
internal static unsafe class SampleReader
{
    /// <summary>Reads components that follow each other.</summary>
    /// <param name="samples">The frame.</param>
    /// <param name="format">Its format.</param>
    /// <param name="choice">How it is encoded. With a component transform, three components are read.</param>
    /// <param name="firstComponent">The first component.</param>
    /// <param name="planes">The resulting samples of each component: integers, or floats for the irreversible transform.</param>
    /// <param name="threads">The threads to use.</param>
    public static void Read(
        ReadOnlyMemory<byte> samples, FrameFormat format, CodingChoice choice, int firstComponent, int[][] planes, FrameThreads threads)
    {
        int width = format.Shape.Columns;
        threads.ForEachBand(format.Shape.Rows, (long)width * planes.Length, (first, end) =>
        {
            fixed (byte* source = samples.Span)
            {
                for (int y = first; y < end; y++)
                {
                    long at = (long)y * width;
                    for (int c = 0; c < planes.Length; c++)
                    {
                        fixed (int* plane = planes[c]) ReadLine(source, at, format, choice, firstComponent + c, plane + at, width);
                    }

                    if (choice.HasComponentTransform) Transform(planes, at, choice.IsReversible, width);
                }
            }
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ReadLine(byte* source, long pixel, FrameFormat format, CodingChoice choice, int component, int* line, int width)
    {
        int step = format.Shape.SamplesPerPixel, shift = 32 - format.BitsStored, level = format.IsSigned ? 0 : 1 << (format.BitsStored - 1);
        long at = (pixel * step) + component;
        if (format.Shape.BytesPerSample == 1) AnalysisLines.ReadBytes(source + at, step, shift, level, format.IsSigned, line, width);
        else if (format.Shape.BytesPerSample == 2) AnalysisLines.ReadWords((ushort*)source + at, step, shift, level, format.IsSigned, line, width);
        else AnalysisLines.ReadNumbers((int*)source + at, step, shift, level, format.IsSigned, line, width);
        if (!choice.IsReversible) AnalysisLines.ToFloats(line, width);
    }

    private static void Transform(int[][] planes, long at, bool isReversible, int width)
    {
        fixed (int* first = planes[0], second = planes[1], third = planes[2])
        {
            if (isReversible) AnalysisLines.ReversibleTransform(first + at, second + at, third + at, width);
            else AnalysisLines.IrreversibleTransform((float*)first + at, (float*)second + at, (float*)third + at, width);
        }
    }
}
