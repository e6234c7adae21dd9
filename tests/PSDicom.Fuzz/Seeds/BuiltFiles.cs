using System.Text;
using PSDicom.Core.Tests;

namespace PSDicom.Fuzz;

/// <summary>Small files of every kind, so that mutations reach all of the toolkit without any files.</summary>
internal static class BuiltFiles
{
    private const uint PixelData = 0x7FE0_0010;
    private const int Rows = BuiltCodestream.Rows, Columns = BuiltCodestream.Columns;

    public const int Pixels = Rows * Columns;

    public static IEnumerable<Specimen> All() => [.. Headers(), .. Native(), .. Compressed()];

    private static IEnumerable<Specimen> Headers()
    {
        foreach (bool isExplicit in new[] { true, false })
            yield return Specimen.OfFile($"header explicit={isExplicit}", Texts(new DatasetBuilder(isExplicit), isExplicit, false).ToFile());
        yield return Specimen.OfFile("header bigEndian", Texts(DatasetBuilder.BigEndian(), true, true).ToFile());
        yield return Specimen.OfFile("header deflated", Texts(new DatasetBuilder(), true, false).ToFile(DatasetBuilder.DeflatedLittleEndian));
        yield return Specimen.OfFile("header bare", Texts(DatasetBuilder.Implicit(), false, false).ToBytes());
    }

    private static DatasetBuilder Texts(DatasetBuilder elements, bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        return elements
            .With(0x0008_0005, "CS", "\\ISO 2022 IR 87")
            .With(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.7")
            .With(0x0008_0020, "DA", "20240131")
            .With(0x0008_002A, "DT", "20240131235959.5+0100")
            .With(0x0008_0030, "TM", "235959.25")
            .With(0x0008_0060, "CS", "OT")
            .WithValue(0x0008_0090, "PN", Encoding.Latin1.GetBytes("Yamada^Tarou=\u001b$B;3ED\u001b(B^\u001b$BB@O:\u001b(B"))
            .WithSequence(0x0008_1140, Item().With(0x0008_1150, "UI", "1.2").With(0x0008_1155, "UI", "1.2.3"), Item())
            .With(0x0009_0010, "LO", "GEMS_IDEN_01").With(0x0009_1001, "LO", "GE")
            .With(0x0010_0010, "PN", MessageCheck.Name).With(0x0010_0020, "LO", MessageCheck.Id + "/2\\..").With(0x0010_0030, "DA", MessageCheck.BirthDate).With(0x0010_1010, "AS", "042Y").With(0x0010_1030, "DS", "70.5")
            .With(0x0020_0013, "IS", "7").With(0x0020_0032, "DS", "-1.5\\2\\3e2")
            .WithUndefinedLengthSequence(
                0x0040_A730,
                Item().With(0x0040_A040, "CS", "TEXT").WithUndefinedLengthSequence(0x0040_A730, Item().With(0x0040_A160, "UT", "nested"), Item()))
            .With(0x0072_0072, "FL", 1.5).With(0x0072_0074, "FD", -2.5, 3).With(0x0072_0060, "AT", 0x0010_0010).With(0x0072_0080, "SL", -3)
            .WithUndefinedLength(0x0099_1010, "UN", DatasetBuilder.Implicit().With(0x0010_0020, "LO", "x"));
    }

    private static IEnumerable<Specimen> Native()
    {
        yield return Image("grey8", Describe(1, 8, 8, "MONOCHROME2"), Pixels);
        yield return Image("grey16", Describe(1, 16, 12, "MONOCHROME1", isSigned: true), Pixels * 2);
        yield return Image("frames", Describe(1, 8, 8, "MONOCHROME2", frames: 3), Pixels * 3);
        yield return Image("bits", Describe(1, 1, 1, "MONOCHROME2", frames: 2), ((Pixels * 2) + 7) / 8);
        yield return Image("packed12", Describe(1, 12, 12, "MONOCHROME2"), ((Pixels * 12) + 7) / 8);
        yield return Image("grey32", Describe(1, 32, 32, "MONOCHROME2"), Pixels * 4);
        yield return Image("rgb", Describe(3, 8, 8, "RGB"), Pixels * 3);
        yield return Image("planar", Describe(3, 8, 8, "YBR_FULL", isPlanar: true), Pixels * 3);
        yield return Image("ybr422", Describe(3, 8, 8, "YBR_FULL_422"), Pixels * 2);
        yield return Image("ybr420", Describe(3, 8, 8, "YBR_PARTIAL_420"), Pixels * 3 / 2);
        yield return Image("palette", Palette(Describe(1, 8, 8, "PALETTE COLOR")), Pixels);
        yield return Image("implicit", Describe(1, 16, 16, "MONOCHROME2", elements: DatasetBuilder.Implicit()), Pixels * 2);
        yield return Image("bigEndian", Describe(1, 16, 16, "MONOCHROME2", elements: DatasetBuilder.BigEndian()), Pixels * 2);
        yield return Image("float", Describe(1, 32, 32, "MONOCHROME2"), Pixels * 4, "OF", 0x7FE0_0008);
        yield return Image("double", Describe(1, 64, 64, "MONOCHROME2"), Pixels * 8, "OD", 0x7FE0_0009);
        byte[] dataset = Describe(1, 8, 8, "MONOCHROME2").WithValue(PixelData, "OB", new byte[Pixels]).ToBytes();
        yield return Specimen.OfFile("deflated", new DatasetBuilder().WithBytes(dataset).ToFile(DatasetBuilder.DeflatedLittleEndian));
    }

    private static IEnumerable<Specimen> Compressed()
    {
        foreach (BuiltCodestream stream in BuiltCodestream.All)
        {
            string photometric = stream.Samples == 1 ? "MONOCHROME2" : "YBR_FULL";
            int bits = stream.Bits > 8 ? 16 : 8;
            DatasetBuilder One(int frames) => Describe(stream.Samples, bits, stream.Bits, photometric, frames);
            byte[] bytes = stream.Bytes.Length % 2 == 0 ? stream.Bytes : [.. stream.Bytes, 0];
            yield return Specimen.OfFile(stream.Name, One(1).WithFragments(PixelData, [], bytes).ToFile(stream.TransferSyntax));
            int half = bytes.Length / 4 * 2, next = bytes.Length + 8;
            byte[] table = [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(next), .. BitConverter.GetBytes(2 * next)];
            yield return Specimen.OfFile(
                stream.Name + " x 3",
                One(3).WithFragments(PixelData, table, bytes, bytes, bytes[..half], bytes[half..]).ToFile(stream.TransferSyntax));
        }

        byte[] frame = DatasetBuilder.Deflate(new byte[Pixels]);
        yield return Specimen.OfFile(
            "deflated frame",
            Describe(1, 8, 8, "MONOCHROME2").WithFragments(PixelData, [], frame.Length % 2 == 0 ? frame : [.. frame, 0]).ToFile("1.2.840.10008.1.2.8.1"));
    }

    private static Specimen Image(string name, DatasetBuilder elements, int length, string vr = "OW", uint tag = PixelData) =>
        Specimen.OfFile(name, elements.WithValue(tag, vr, new FuzzRandom(1).Bytes(length)).ToFile());

    /// <summary>Who the patient is, which no message says.</summary>
    public static DatasetBuilder Patient(DatasetBuilder elements) => elements
        .With(0x0010_0010, "PN", MessageCheck.Name).With(0x0010_0020, "LO", MessageCheck.Id).With(0x0010_0030, "DA", MessageCheck.BirthDate);

    public static DatasetBuilder Describe(
        int samples,
        int allocated,
        int stored,
        string photometric,
        int frames = 1,
        bool isSigned = false,
        bool isPlanar = false,
        int rows = Rows,
        int columns = Columns,
        DatasetBuilder? elements = null)
    {
        elements ??= new DatasetBuilder();
        Patient(elements.With(0x0008_0060, "CS", "OT")).With(0x0028_0002, "US", samples).With(0x0028_0004, "CS", photometric);
        if (samples > 1) elements.With(0x0028_0006, "US", isPlanar ? 1 : 0);
        if (frames > 1) elements.With(0x0028_0008, "IS", frames);
        return elements
            .With(0x0028_0010, "US", rows).With(0x0028_0011, "US", columns).With(0x0028_0100, "US", allocated).With(0x0028_0101, "US", stored)
            .With(0x0028_0102, "US", stored - 1).With(0x0028_0103, "US", isSigned ? 1 : 0)
            .With(0x0028_1050, "DS", "100").With(0x0028_1051, "DS", "200").With(0x0028_1052, "DS", "-10").With(0x0028_1053, "DS", "2");
    }

    private static DatasetBuilder Palette(DatasetBuilder elements)
    {
        for (uint color = 1; color <= 3; color++) elements.With(0x0028_1100 + color, "US", 256, 0, 16);
        for (uint color = 1; color <= 3; color++) elements.WithValue(0x0028_1200 + color, "OW", new FuzzRandom(color).Bytes(512));
        return elements;
    }
}
