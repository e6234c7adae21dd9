using System.Globalization;
using PSDicom.Core.Tests;

namespace PSDicom.Fuzz;

/// <summary>What rendering reads: palettes, lookup tables, windows, rescaling, overlays, functional groups, sizes of pixels.</summary>
internal sealed class DisplayElements : Mutation
{
    private static readonly string[] Reals = ["0", "1", "-1", "0.5", "40", "400", "1e10", "1e300", "-1e308", "1e-300", "NaN", "", "x", "1\\2\\3", "-0"];

    private static readonly int[] Entries = [0, 1, 2, 3, 16, 255, 256, 257, 4096, 65535];

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        foreach (ElementPlace place in specimen.Elements)
        {
            if (place.Tag.Value < 0x0028_1050) continue;
            edits.Add(new Edit(place.Header, 0, Next(new DatasetBuilder(place.HasVR, place.IsBigEndian), place, random)));
            return;
        }
    }

    private static byte[] Next(DatasetBuilder elements, ElementPlace place, FuzzRandom random) => (random.Below(8) switch
    {
        0 => elements.With(0x0028_1050, "DS", random.Pick(Reals)).With(0x0028_1051, "DS", random.Pick(Reals)).With(0x0028_1056, "CS", Function(random)),
        1 => elements.With(0x0028_1052, "DS", random.Pick(Reals)).With(0x0028_1053, "DS", random.Pick(Reals)),
        2 => Palette(elements, random, place.IsBigEndian),
        3 => elements.WithSequence(0x0028_3000, Table(Item(place), random)),
        4 => elements.WithSequence(0x0028_3010, Table(Item(place), random)),
        5 => Overlay(elements, random),
        6 => elements.WithSequence(0x5200_9229, Groups(place, random)),
        _ => elements.With(0x0028_0030, "DS", $"{random.Pick(Reals)}\\{random.Pick(Reals)}").With(0x0028_0034, "IS", $"{random.Below(5)}\\{random.Below(70000)}")
            .With(0x2050_0020, "CS", random.OneIn(2) ? "INVERSE" : "IDENTITY").With(0x0028_0120, "SS", random.Between(-32768, 32767)),
    }).ToBytes();

    private static DatasetBuilder Item(ElementPlace place) => new(place.HasVR, place.IsBigEndian);

    private static string Function(FuzzRandom random) => random.Pick((string[])["LINEAR", "LINEAR_EXACT", "SIGMOID", "", "OTHER"]);

    private static DatasetBuilder Palette(DatasetBuilder elements, FuzzRandom random, bool isBigEndian)
    {
        int entries = random.Pick(Entries), bits = random.Pick((int[])[8, 16, 0, 12, 255]), first = random.Pick((int[])[0, 1, 65535, 100]);
        for (uint color = 1; color <= 3; color++) elements.With(0x0028_1100 + color, "US", entries, first, bits);
        uint data = random.OneIn(3) ? 0x0028_1220u : 0x0028_1200u;
        for (uint color = 1; color <= 3; color++) elements.WithValue(data + color, "OW", Segments(random, isBigEndian));
        return elements;
    }

    /// <summary>Entries, which of a segmented table are discrete, linear and indirect segments.</summary>
    private static byte[] Segments(FuzzRandom random, bool isBigEndian)
    {
        byte[] bytes = random.Bytes(2 * random.Small(1000));
        int operation = isBigEndian ? 1 : 0;
        for (int i = 0; i + 8 <= bytes.Length; i += 8)
        {
            bytes[i] = bytes[i + 1] = 0;
            bytes[i + operation] = (byte)random.Below(4);
            if (random.OneIn(4)) bytes[i + 2] = bytes[i + 3] = 0xFF;
        }

        return bytes;
    }

    private static DatasetBuilder Table(DatasetBuilder item, FuzzRandom random) => item
        .With(0x0028_3002, "US", random.Pick(Entries), random.Pick((int[])[0, 1, 65535, 30000]), random.Pick((int[])[8, 12, 16, 0, 17, 255]))
        .With(0x0028_3003, "LO", "TABLE")
        .WithValue(0x0028_3006, random.OneIn(2) ? "OW" : "US", random.Bytes(random.Small(3000)));

    private static DatasetBuilder Overlay(DatasetBuilder elements, FuzzRandom random)
    {
        uint group = 0x6000_0000 + ((uint)random.Below(4) << 17);
        return elements
            .With(group | 0x0010, "US", random.Pick(Entries)).With(group | 0x0011, "US", random.Pick(Entries))
            .With(group | 0x0015, "IS", random.Pick((string[])["1", "0", "-1", "1000000", "2147483647"]))
            .With(group | 0x0040, "CS", random.OneIn(2) ? "G" : "R")
            .With(group | 0x0050, "SS", random.Between(-40000, 40000), random.Between(-300, 300))
            .With(group | 0x0051, "US", random.Below(70000)).With(group | 0x0100, "US", random.Pick((int[])[1, 0, 8, 16]))
            .With(group | 0x0102, "US", random.Below(20)).WithValue(group | 0x3000, "OW", random.Bytes(random.Small(3000)));
    }

    private static DatasetBuilder Groups(ElementPlace place, FuzzRandom random) => Item(place)
        .WithSequence(0x0028_9132, Item(place).With(0x0028_1050, "DS", random.Pick(Reals)).With(0x0028_1051, "DS", random.Pick(Reals)))
        .WithSequence(0x0028_9145, Item(place).With(0x0028_1052, "DS", random.Pick(Reals)).With(0x0028_1053, "DS", random.Pick(Reals)))
        .WithSequence(
            0x0028_9110,
            Item(place).With(0x0028_0030, "DS", random.Below(100).ToString(CultureInfo.InvariantCulture) + "\\" + random.Pick(Reals)));
}
