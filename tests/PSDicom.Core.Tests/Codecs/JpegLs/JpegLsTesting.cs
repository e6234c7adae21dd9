using PSDicom.Codecs;
using PSDicom.Codecs.JpegLs;

namespace PSDicom.Core.Tests.Codecs.JpegLs;

/// <summary>Decodes and compares.</summary>
internal static class JpegLsTesting
{
    /// <summary>Decodes by the frame's own header. Each warning must contain the expected text.</summary>
    public static byte[] Decode(byte[] frame, params string[] expectedWarnings)
    {
        CodestreamInfo info = new JpegLsDecoder().Inspect(frame);
        return Decode(frame, new FrameShape(info.Rows, info.Columns, info.SamplesPerPixel, info.BitsPerSample > 8 ? 2 : 1), expectedWarnings);
    }

    public static byte[] Decode(byte[] frame, FrameShape shape, params string[] expectedWarnings)
    {
        byte[] pixels = Enumerable.Repeat((byte)0xAA, (int)shape.Length).ToArray();
        var warnings = new List<string>();
        new JpegLsDecoder().Decode(frame, shape, pixels, warnings);
        Assert.True(warnings.Count == expectedWarnings.Length, string.Join(Environment.NewLine, warnings));
        for (int i = 0; i < warnings.Count; i++) Assert.Contains(expectedWarnings[i], warnings[i], StringComparison.Ordinal);
        return pixels;
    }

    public static string Refuse(byte[] frame, FrameShape? shape = null)
    {
        DicomException exception = Assert.Throws<DicomException>(() =>
        {
            if (shape is { } wanted) new JpegLsDecoder().Decode(frame, wanted, new byte[wanted.Length], []);
            else Decode(frame);
        });
        Assert.Equal(DicomErrorReason.InvalidCodestream, exception.Reason);
        return exception.Message;
    }
}
