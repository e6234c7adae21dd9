using System.Text;
using PSDicom.Core.Tests;

namespace PSDicom.Fuzz;

/// <summary>Something else said of the pixels: sizes, bits, samples, number of frames.</summary>
internal sealed class PixelDescription : Mutation
{
    private static readonly uint[] Numbers =
        [0x0028_0002, 0x0028_0006, 0x0028_0010, 0x0028_0011, 0x0028_0100, 0x0028_0101, 0x0028_0102, 0x0028_0103];

    private static readonly int[] Usual = [0, 1, 2, 3, 4, 7, 8, 9, 10, 12, 15, 16, 24, 31, 32, 33, 63, 64, 65, 255, 256, 512, 4096, 32767, 32768, 65535];

    private static readonly string[] Photometric =
    [
        "MONOCHROME1", "MONOCHROME2", "RGB", "PALETTE COLOR", "YBR_FULL", "YBR_FULL_422", "YBR_PARTIAL_422", "YBR_PARTIAL_420", "YBR_ICT",
        "YBR_RCT", "HSV", "ARGB", "CMYK", "", "XYB",
    ];

    private static readonly string[] Frames = ["0", "1", "2", "3", "7", "1000", "2147483647", "2147483648", "-1", "", "1\\2", "9999999999999"];

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        (uint tag, string vr, byte[] value) = random.Below(10) switch
        {
            0 => (0x0028_0004u, "CS", Encoding.ASCII.GetBytes(random.Pick(Photometric))),
            1 => (0x0028_0008u, "IS", Encoding.ASCII.GetBytes(random.Pick(Frames))),
            _ => (random.Pick(Numbers), "US", BitConverter.GetBytes((ushort)(random.OneIn(5) ? random.Below(65536) : random.Pick(Usual)))),
        };
        Set(specimen, tag, vr, value, edits);
    }

    /// <summary>Replaces the value of an element of the data set, or inserts one at its place.</summary>
    public static void Set(Specimen specimen, uint tag, string vr, byte[] value, List<Edit> edits)
    {
        foreach (ElementPlace place in specimen.Elements)
        {
            if (place.Tag.Value < tag) continue;
            if (place.IsValue && vr == "US" && place.IsBigEndian) Array.Reverse(value);
            if (place.IsValue && place.Tag.Value == tag) ElementValues.Replace(place, value, edits);
            else edits.Add(new Edit(place.Header, 0, new DatasetBuilder(place.HasVR, place.IsBigEndian).WithValue(tag, vr, value).ToBytes()));
            return;
        }
    }
}
