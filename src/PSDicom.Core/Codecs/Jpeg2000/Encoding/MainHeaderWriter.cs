using System;
using PSDicom.Codecs.Jpeg2000.Headers;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>Writes the main header (T.800 A.4 to A.6, T.814 annex A).</summary>
internal static class MainHeaderWriter
{
    /// <summary>The bit of Rsiz for capabilities of other parts (T.814 A.2).</summary>
    private const int HasCapabilities = 0x4000;

    /// <summary>The bit of Pcap for part 15 (T.814 A.3).</summary>
    private const long Part15 = 1 << (32 - 15);

    /// <summary>The bit of Ccap15 for irreversible transforms.</summary>
    private const int IsIrreversible = 0x20;

    /// <summary>The sizes of fields of TLM: two bytes for the tile, four for the length.</summary>
    private const int TileLengthSizes = 0x60;

    /// <summary>Writes the header up to the first tile-part.</summary>
    /// <returns>The position of the lengths of tile-parts (TLM), of six bytes each with the tile; 0 if there are none.</returns>
    public static int Write(CodestreamWriter target, FrameFormat format, CodingChoice choice)
    {
        target.WriteUInt16(Jpeg2000Marker.StartOfCodestream);
        target.WriteSegment(Jpeg2000Marker.Size, () => WriteSize(target, format, choice));
        if (choice.IsHighThroughput) target.WriteSegment(Jpeg2000Marker.ExtendedCapabilities, () => WriteCapabilities(target, format, choice));
        target.WriteSegment(Jpeg2000Marker.CodingStyleDefault, () => WriteStyle(target, choice));
        target.WriteSegment(Jpeg2000Marker.QuantizationDefault, () => WriteQuantization(target, format, choice));
        if (!choice.HasTileLengths) return 0;
        int lengths = target.Length + 6;
        target.WriteSegment(Jpeg2000Marker.TilePartLengths, () =>
        {
            target.WriteUInt16(TileLengthSizes);
            for (int i = 0; i <= choice.Levels; i++)
            {
                target.WriteUInt16(0);
                target.WriteUInt32(0);
            }
        });
        return lengths;
    }

    private static void WriteSize(CodestreamWriter target, FrameFormat format, CodingChoice choice)
    {
        FrameShape shape = format.Shape;
        target.WriteUInt16(choice.IsHighThroughput ? HasCapabilities : 0);
        // The image, without an offset, is one tile.
        target.WriteUInt32(shape.Columns);
        target.WriteUInt32(shape.Rows);
        target.WriteUInt32(0);
        target.WriteUInt32(0);
        target.WriteUInt32(shape.Columns);
        target.WriteUInt32(shape.Rows);
        target.WriteUInt32(0);
        target.WriteUInt32(0);
        target.WriteUInt16(shape.SamplesPerPixel);
        for (int c = 0; c < shape.SamplesPerPixel; c++)
        {
            target.WriteByte((format.BitsStored - 1) | (format.IsSigned ? 0x80 : 0));
            target.WriteUInt16(0x0101);
        }
    }

    /// <summary>T.814 A.3: code-blocks of high throughput only, in one set, without a region of interest.</summary>
    private static void WriteCapabilities(CodestreamWriter target, FrameFormat format, CodingChoice choice)
    {
        int planes = 0;
        for (int index = 0; index <= 3 * choice.Levels; index++) planes = Math.Max(planes, CodingChoice.GuardBits + BandSteps.Exponent(format, choice, index) - 1);
        // T.814 table A.4: the bound of magnitudes.
        int bound = planes <= 8 ? 0 : planes < 28 ? planes - 8 : 13 + (planes >> 2);
        target.WriteUInt32(Part15);
        target.WriteUInt16((choice.IsReversible ? 0 : IsIrreversible) | bound);
    }

    private static void WriteStyle(CodestreamWriter target, CodingChoice choice)
    {
        target.WriteByte(0);
        target.WriteByte((int)choice.Order);
        target.WriteUInt16(1);
        target.WriteByte(choice.HasComponentTransform ? 1 : 0);
        target.WriteByte(choice.Levels);
        target.WriteByte(CodingChoice.BlockExponent - 2);
        target.WriteByte(CodingChoice.BlockExponent - 2);
        target.WriteByte((int)(choice.IsHighThroughput ? BlockStyle.HighThroughput : BlockStyle.None));
        target.WriteByte(choice.IsReversible ? 1 : 0);
    }

    private static void WriteQuantization(CodestreamWriter target, FrameFormat format, CodingChoice choice)
    {
        target.WriteByte((CodingChoice.GuardBits << 5) | (choice.IsReversible ? 0 : 2));
        for (int index = 0; index <= 3 * choice.Levels; index++)
        {
            if (choice.IsReversible) target.WriteByte(BandSteps.Exponent(format, choice, index) << 3);
            else target.WriteUInt16((BandSteps.Exponent(format, choice, index) << 11) | BandSteps.Mantissa(format, choice, index));
        }
    }
}
