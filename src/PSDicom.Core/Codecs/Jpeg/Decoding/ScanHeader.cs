using System;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>What SOS says (T.81 B.2.3).</summary>
internal sealed class ScanHeader
{
    public required Component[] Components { get; init; }

    /// <summary>Tdj: the DC (or lossless) table of each component.</summary>
    public required int[] DcSelectors { get; init; }

    /// <summary>Taj: the AC table of each component.</summary>
    public required int[] AcSelectors { get; init; }

    /// <summary>Ss: first coefficient; in lossless mode the predictor.</summary>
    public required int SpectralStart { get; init; }

    /// <summary>Se: last coefficient.</summary>
    public required int SpectralEnd { get; init; }

    /// <summary>Ah: point transform of the scan before; 0 in the first.</summary>
    public required int ApproximationHigh { get; init; }

    /// <summary>Al: point transform.</summary>
    public required int ApproximationLow { get; init; }

    /// <summary>A scan of one component has data units line by line; of several, MCUs (A.2).</summary>
    public bool IsInterleaved => Components.Length > 1;

    public static ScanHeader Parse(FrameHeader frame, ReadOnlySpan<byte> parameters, int offset)
    {
        int count = parameters.Length < 1 ? 0 : parameters[0];
        if (count is 0 or > 4 || parameters.Length < 4 + (2 * count)) throw JpegFault.At("a scan header has a wrong size.", offset);

        var components = new Component[count];
        int[] dc = new int[count], ac = new int[count];
        for (int i = 0; i < count; i++)
        {
            int identifier = parameters[1 + (2 * i)], tables = parameters[2 + (2 * i)];
            Component? component = Array.Find(frame.Components, c => c.Identifier == identifier && Array.IndexOf(components, c) < 0);
            components[i] = component ?? throw JpegFault.At($"a scan header names component {identifier}, which the frame lacks.", offset);
            dc[i] = tables >> 4;
            ac[i] = tables & 15;
            if (dc[i] > 3 || ac[i] > 3) throw JpegFault.At("a scan header names a Huffman table above 3.", offset);
        }

        ReadOnlySpan<byte> rest = parameters.Slice(1 + (2 * count), 3);
        var scan = new ScanHeader
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

    private void Validate(FrameHeader frame, int offset)
    {
        if (frame.IsLossless)
        {
            // 0 is for hierarchical frames only (table B.3).
            if (SpectralStart is 0 or > 7) throw JpegFault.At($"predictor {SpectralStart} does not exist.", offset);
            if (ApproximationLow >= frame.Precision) throw JpegFault.At("its point transform leaves no bits.", offset);
        }
        else if (frame.IsProgressive)
        {
            // DC coefficients come alone, AC coefficients of one component at a time (G.1.1.1.1).
            bool isBand = SpectralStart == 0 ? SpectralEnd == 0 : SpectralEnd >= SpectralStart && SpectralEnd < 64 && !IsInterleaved;
            if (!isBand || ApproximationLow > 13)
                throw JpegFault.At($"a scan of coefficients {SpectralStart} to {SpectralEnd} is not possible.", offset);
        }
    }
}
