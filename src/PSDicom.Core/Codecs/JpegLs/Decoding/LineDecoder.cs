using System;
using System.Runtime.CompilerServices;
using DecodingState = PSDicom.Codecs.JpegLs.CodingState<PSDicom.Codecs.JpegLs.Decoding.JpegLsBitReader>;

namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>
/// Decodes lines. A line has one more sample at each end, for the neighbours that the standard defines there (ITU-T T.87 A.2.1).
/// </summary>
internal static unsafe class LineDecoder
{
    private const int MaxComponents = 4;

    /// <summary>Decodes a line of one component.</summary>
    /// <returns>The number of decoded samples: fewer than <paramref name="width"/> if the bits end or are not valid.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static int DecodeSamples<T>(DecodingState* state, ushort* previous, ushort* current, int width)
        where T : struct, IReconstruction
    {
        SetEdges(previous, current, width);
        sbyte* regions = state->Regions;
        ulong cache = state->Bits.Cache;
        int count = state->Bits.Count;
        ushort* now = current + 1;
        ushort* end = now + width;
        ushort* before = previous + 1;
        int left = current[0];
        while (now < end)
        {
            int context = Prediction.Context(regions, left, before[0], before[-1], before[1]);
            if (context != 0)
            {
                left = RegularMode.ReadSample<T>(state, ref cache, ref count, context, left, before[0], before[-1]);
                if (left < 0) break;
                *now++ = (ushort)left;
                before++;
                continue;
            }

            state->Bits.Cache = cache;
            state->Bits.Count = count;
            int length = RunMode.ReadLength(state, (int)(end - now));
            if (length < 0) break;
            new Span<ushort>(now, length).Fill((ushort)left);
            now += length;
            before += length;
            if (now < end)
            {
                left = RunMode.ReadInterruption<T>(state, left, before[0], isPixel: false);
                if (left < 0) break;
                RunMode.End(state);
                *now++ = (ushort)left;
                before++;
            }

            cache = state->Bits.Cache;
            count = state->Bits.Count;
        }

        state->Bits.Cache = cache;
        state->Bits.Count = count;
        return (int)(now - current) - 1;
    }

    /// <summary>Decodes a sample-interleaved line of several components, whose lines are <paramref name="stride"/> apart.</summary>
    /// <returns>The number of decoded pixels.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static int DecodePixels<T>(DecodingState* state, ushort* previous, ushort* current, int stride, int components, int width)
        where T : struct, IReconstruction
    {
        for (int i = 0; i < components; i++) SetEdges(previous + (i * stride), current + (i * stride), width);
        sbyte* regions = state->Regions;
        int* contexts = stackalloc int[MaxComponents];
        ulong cache = state->Bits.Cache;
        int count = state->Bits.Count;
        int x = 1;
        while (x <= width)
        {
            int any = 0;
            ushort* before = previous + x;
            ushort* now = current + x;
            for (int i = 0; i < components; i++, before += stride, now += stride)
            {
                int context = Prediction.Context(regions, now[-1], before[0], before[-1], before[1]);
                contexts[i] = context;
                any |= context;
            }

            before = previous + x;
            now = current + x;
            if (any != 0)
            {
                int sample = 0;
                for (int i = 0; i < components; i++, before += stride, now += stride)
                {
                    sample = RegularMode.ReadSample<T>(state, ref cache, ref count, contexts[i], now[-1], before[0], before[-1]);
                    if (sample < 0) break;
                    now[0] = (ushort)sample;
                }

                if (sample < 0) break;
                x++;
                continue;
            }

            state->Bits.Cache = cache;
            state->Bits.Count = count;
            int length = RunMode.ReadLength(state, width + 1 - x);
            if (length < 0) break;
            for (int i = 0; i < components; i++, now += stride) new Span<ushort>(now, length).Fill(now[-1]);
            x += length;
            if (x <= width)
            {
                if (!InterruptPixel<T>(state, previous + x, current + x, stride, components)) break;
                x++;
            }

            cache = state->Bits.Cache;
            count = state->Bits.Count;
        }

        state->Bits.Cache = cache;
        state->Bits.Count = count;
        return x - 1;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static bool InterruptPixel<T>(DecodingState* state, ushort* before, ushort* now, int stride, int components)
        where T : struct, IReconstruction
    {
        for (int i = 0; i < components; i++, before += stride, now += stride)
        {
            int sample = RunMode.ReadInterruption<T>(state, now[-1], before[0], isPixel: true);
            if (sample < 0) return false;
            now[0] = (ushort)sample;
        }

        RunMode.End(state);
        return true;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void SetEdges(ushort* previous, ushort* current, int width)
    {
        current[0] = previous[1];
        previous[width + 1] = previous[width];
    }
}
