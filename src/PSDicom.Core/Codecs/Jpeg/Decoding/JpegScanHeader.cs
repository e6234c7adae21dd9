using System;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>A scan header, SOS (T.81 B.2.3).</summary>
internal sealed class JpegScanHeader
{
    public required Component[] Components { get; init; }

    /// <summary>Tdj: the DC (or lossless) table of each component.</summary>
    public required int[] DcSelectors { get; init; }

    /// <summary>Taj: the AC table of each component.</summary>
    public required int[] AcSelectors { get; init; }

    /// <summary>Ss: the first coefficient, or the predictor in lossless mode.</summary>
    public required int SpectralStart { get; init; }

    /// <summary>Se: the last coefficient.</summary>
    public required int SpectralEnd { get; init; }

    /// <summary>Ah: the point transform of the previous scan; 0 in the first scan.</summary>
    public required int ApproximationHigh { get; init; }

    /// <summary>Al: the point transform.</summary>
    public required int ApproximationLow { get; init; }

    /// <summary>Whether the scan has MCUs of several components, not data units of one (A.2).</summary>
    public bool IsInterleaved => Components.Length > 1;

    public static JpegScanHeader Parse(JpegFrameHeader frame, ReadOnlySpan<byte> parameters, int offset)
    {
        int count = parameters.Length < 1 ? 0 : parameters[0];
        if (count is 0 or > 4 || parameters.Length < 4 + (2 * count)) throw CodestreamError.Jpeg("the scan header has a wrong size.", offset);

        var components = new Component[count];
        int[] dc = new int[count], ac = new int[count];
        for (int i = 0; i < count; i++)
        {
            int identifier = parameters[1 + (2 * i)], tables = parameters[2 + (2 * i)];
            Component? component = Array.Find(frame.Components, c => c.Identifier == identifier && Array.IndexOf(components, c) < 0);
            components[i] = component ?? throw CodestreamError.Jpeg($"the scan header names component {identifier}, which the frame does not have.", offset);
            dc[i] = tables >> 4;
            ac[i] = tables & 15;
            if (dc[i] > 3 || ac[i] > 3) throw CodestreamError.Jpeg("the scan header names a Huffman table above 3.", offset);
        }

        ReadOnlySpan<byte> rest = parameters.Slice(1 + (2 * count), 3);
        var scan = new JpegScanHeader
        {
            Components = components,
            DcSelectors = dc,
            AcSelectors = ac,
            SpectralStart = rest[0],
            SpectralEnd = rest[1],
            ApproximationHigh = rest[2] >> 4,
            ApproximationLow = rest[2] & 15,
        };
        scan.Validate(frame, offset);
        return scan;
    }

    private void Validate(JpegFrameHeader frame, int offset)
    {
        if (frame.IsLossless)
        {
            // Predictor 0 is for hierarchical frames only (table B.3).
            if (SpectralStart is 0 or > 7) throw CodestreamError.Jpeg($"there is no predictor {SpectralStart}.", offset);
            if (ApproximationLow >= frame.Precision) throw CodestreamError.Jpeg("the point transform leaves no bits.", offset);
        }
        else if (frame.IsProgressive)
        {
            // DC coefficients have scans of their own, AC coefficients have scans of one component (G.1.1.1.1).
            bool isBand = SpectralStart == 0 ? SpectralEnd == 0 : SpectralEnd >= SpectralStart && SpectralEnd < 64 && !IsInterleaved;
            if (!isBand || ApproximationLow > 13)
                throw CodestreamError.Jpeg($"a scan of coefficients {SpectralStart} to {SpectralEnd} is not allowed.", offset);
        }
    }
}
