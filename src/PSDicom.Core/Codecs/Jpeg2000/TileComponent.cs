using PSDicom.Codecs.Jpeg2000.Headers;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>A tile-component, with its resolutions from the lowest to that of the image (T.800 B.5).</summary>
internal sealed class TileComponent
{
    public TileComponent(ComponentSize size, Area area, ComponentCoding coding, Jpeg2000Quantization quantization, int regionShift)
    {
        Size = size;
        Area = area;
        Coding = coding;
        RegionShift = regionShift;
        Resolutions = new Resolution[coding.Levels + 1];
        for (int r = 0; r <= coding.Levels; r++)
        {
            Area resolution = area.Reduce(coding.Levels - r);
            int level = r == 0 ? coding.Levels : coding.Levels - r + 1;
            Area lower = area.Reduce(level);
            Subband[] bands = r == 0
                ? [Band(0, level, false, false)]
                : [Band((3 * r) - 2, level, true, false), Band((3 * r) - 1, level, false, true), Band(3 * r, level, true, true)];
            Resolutions[r] = new Resolution(r, resolution, bands, coding);

            Subband Band(int index, int level, bool isHighX, bool isHighY)
            {
                // The nominal range of a sub-band grows by its gain (T.800 table E.1).
                int range = size.Precision + (isHighX ? 1 : 0) + (isHighY ? 1 : 0);
                return new Subband(
                    area.Subband(level, isHighX, isHighY), isHighX, isHighY,
                    isHighX ? lower.Width : 0, isHighY ? lower.Height : 0,
                    quantization.GuardBits + quantization.Exponent(index) - 1,
                    coding.IsReversible ? 1 : quantization.StepSize(index, range))
                {
                    Index = index,
                };
            }
        }
    }

    public ComponentSize Size { get; }

    /// <summary>The area of its samples.</summary>
    public Area Area { get; }

    public ComponentCoding Coding { get; }

    public int RegionShift { get; }

    public Resolution[] Resolutions { get; }
}
