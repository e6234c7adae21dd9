using System.Buffers.Binary;

namespace PSDicom.Core.Tests.Codecs.Rle;

/// <summary>Encodes pixels (interleaved, little endian) as an RLE frame (PS3.5 annex G).</summary>
internal static class ReferenceRleEncoder
{
    public static byte[] Encode(byte[] pixels, int samples, int bytesPerSample)
    {
        int pixelLength = samples * bytesPerSample;
        var segments = new List<byte[]>();
        for (int sample = 0; sample < samples; sample++)
        {
            for (int place = bytesPerSample - 1; place >= 0; place--)
            {
                int first = (sample * bytesPerSample) + place;
                segments.Add(Pack(Enumerable.Range(0, pixels.Length / pixelLength).Select(i => pixels[(i * pixelLength) + first]).ToArray()));
            }
        }

        return Join([.. segments]);
    }

    /// <summary>A frame of given segments.</summary>
    public static byte[] Join(params byte[][] segments)
    {
        var frame = new List<byte>(new byte[64]);
        byte[] header = new byte[64];
        BinaryPrimitives.WriteInt32LittleEndian(header, segments.Length);
        for (int i = 0; i < segments.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan((i + 1) * 4), frame.Count);
            frame.AddRange(segments[i]);
        }

        return [.. header, .. frame.Skip(64)];
    }

    public static byte[] Pack(byte[] bytes)
    {
        var packed = new List<byte>();
        for (int i = 0; i < bytes.Length;)
        {
            int run = 1;
            while (i + run < bytes.Length && run < 128 && bytes[i + run] == bytes[i]) run++;
            if (run > 1)
            {
                packed.AddRange([(byte)(1 - run), bytes[i]]);
                i += run;
                continue;
            }

            int end = i + 1;
            while (end < bytes.Length && end - i < 128 && (end + 1 >= bytes.Length || bytes[end] != bytes[end + 1])) end++;
            packed.Add((byte)(end - i - 1));
            packed.AddRange(bytes[i..end]);
            i = end;
        }

        if (packed.Count % 2 != 0) packed.Add(0);
        return [.. packed];
    }
}
