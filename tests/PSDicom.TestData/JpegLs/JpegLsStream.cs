using PSDicom.Codecs.JpegLs;

namespace PSDicom.Core.Tests.Codecs.JpegLs;

/// <summary>Builds a JPEG-LS stream, segment by segment (ITU-T T.87 annex C).</summary>
internal sealed class JpegLsStream
{
    private readonly List<byte> _bytes = [0xFF, 0xD8];

    public byte[] Bytes => [.. _bytes];

    /// <summary>A whole image with one scan, or one scan per component.</summary>
    public static byte[] Image(int[][,] planes, int bits, int near = 0, int interleave = 0)
    {
        JpegLsStream stream = new JpegLsStream().Frame(bits, planes[0].GetLength(0), planes[0].GetLength(1), planes.Length);
        if (interleave != 0) return stream.Scan(planes, bits, near, interleave).End();
        for (int i = 0; i < planes.Length; i++) stream.Scan([planes[i]], bits, near, first: i);
        return stream.End();
    }

    public JpegLsStream Segment(byte marker, params byte[] body)
    {
        _bytes.AddRange([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body]);
        return this;
    }

    public JpegLsStream Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public JpegLsStream Frame(int bits, int rows, int columns, int components, params byte[] sampling)
    {
        var body = new List<byte> { (byte)bits, (byte)(rows >> 8), (byte)rows, (byte)(columns >> 8), (byte)columns, (byte)components };
        for (int i = 0; i < components; i++) body.AddRange([(byte)(i + 1), sampling.Length > 0 ? sampling[i] : (byte)0x11, 0]);
        return Segment(0xF7, [.. body]);
    }

    public JpegLsStream Preset(int maxValue, int t1, int t2, int t3, int reset) =>
        Segment(0xF8, [1, .. new[] { maxValue, t1, t2, t3, reset }.SelectMany(value => new[] { (byte)(value >> 8), (byte)value })]);

    public JpegLsStream ScanHeader(int components, int near, int interleave, int first = 0, byte table = 0) =>
        Segment(0xDA, [(byte)components, .. Enumerable.Range(first + 1, components).SelectMany(id => new[] { (byte)id, table }), (byte)near, (byte)interleave, 0]);

    public JpegLsStream Scan(
        int[][,] planes, int bits, int near = 0, int interleave = 0, int first = 0, PresetParameters preset = default, ThresholdRule rule = default, int[]? lines = null)
    {
        JpegLsCodingParameters parameters = JpegLsCodingParameters.Create(preset, bits, near, rule, 0);
        return ScanHeader(planes.Length, near, interleave, first).Raw(ReferenceJpegLsEncoder.Encode(planes, interleave, parameters, lines));
    }

    public byte[] End() => Raw(0xFF, 0xD9).Bytes;
}
