using System;

namespace PSDicom.Codecs.JpegLs.Encoding;

/// <summary>Writes the marker segments of a JPEG-LS stream (ITU-T T.87 annex C).</summary>
internal static class JpegLsMarkerWriter
{
    // The bits for which all known decoders have the right default parameters: see ThresholdRule.
    private const int MinBitsWithDefaults = 8, MaxBitsWithDefaults = 12;

    private const byte PresetParametersId = 1;

    /// <summary>Writes all segments from SOI to SOS. Preset parameters are those of the standard, and only written where some decoders have others.</summary>
    public static void WriteHeader(EncodedBytes target, FrameFormat format, int near, in JpegLsCodingParameters parameters)
    {
        int components = format.Shape.SamplesPerPixel, rows = format.Shape.Rows, columns = format.Shape.Columns;
        target.Write([0xFF, JpegLsMarker.SOI]);
        target.Write(
        [
            0xFF, JpegLsMarker.SOF55, 0, (byte)(8 + (3 * components)), (byte)format.BitsStored,
            (byte)(rows >> 8), (byte)rows, (byte)(columns >> 8), (byte)columns, (byte)components,
        ]);
        for (int id = 1; id <= components; id++) target.Write([(byte)id, 0x11, 0]);
        if (format.BitsStored is < MinBitsWithDefaults or > MaxBitsWithDefaults) WritePreset(target, parameters);
        target.Write([0xFF, JpegLsMarker.SOS, 0, (byte)(6 + (2 * components)), (byte)components]);
        for (int id = 1; id <= components; id++) target.Write([(byte)id, 0]);
        InterleaveMode interleave = components == 1 ? InterleaveMode.None : InterleaveMode.Line;
        target.Write([(byte)near, (byte)interleave, 0]);
    }

    /// <summary>Writes the end of the image.</summary>
    public static void WriteEnd(EncodedBytes target) => target.Write((ReadOnlySpan<byte>)[0xFF, JpegLsMarker.EOI]);

    private static void WritePreset(EncodedBytes target, in JpegLsCodingParameters parameters)
    {
        target.Write([0xFF, JpegLsMarker.LSE, 0, 13, PresetParametersId]);
        foreach (int value in (ReadOnlySpan<int>)[parameters.MaxValue, parameters.T1, parameters.T2, parameters.T3, parameters.Reset])
            target.Write([(byte)(value >> 8), (byte)value]);
    }
}
