using System.Globalization;
using System.Runtime.InteropServices;
using PSDicom.Core.Tests;

namespace PSDicom.Bench;

/// <summary>
/// Slices like a CT of the chest: air, a body with lungs, a spine and ribs, and the grainy noise of reconstruction; 12 bits in 16,
/// Hounsfield units with an offset of 1024, with a window. Deterministic.
/// </summary>
internal static class SampleSeries
{
    private const int Side = 512;
    private const int Air = 24, Lung = 174, Soft = 1074, Bone = 1524;

    /// <summary>Writes a file of many frames, and files of one frame.</summary>
    public static void Make(string folder, int frames, int files)
    {
        Directory.CreateDirectory(Path.Combine(folder, "slices"));
        var pixels = new byte[frames][];
        Parallel.For(0, frames, frame => pixels[frame] = Slice(frame));
        using (FileStream file = File.Create(Path.Combine(folder, "frames.dcm")))
        {
            file.Write(Describe("1.2.840.10008.5.1.4.1.1.7.3", 0)
                .With(0x0028_0008, "IS", frames.ToString(CultureInfo.InvariantCulture))
                .WithHeader(0x7FE0_0010, "OW", (uint)(frames * Side * Side * sizeof(ushort)))
                .ToFile());
            foreach (byte[] slice in pixels) file.Write(slice);
        }

        Parallel.For(0, files, number => File.WriteAllBytes(
            Path.Combine(folder, "slices", number.ToString("0000'.dcm'", CultureInfo.InvariantCulture)),
            Describe("1.2.840.10008.5.1.4.1.1.2", 1 + number, 2.5 * number).WithValue(0x7FE0_0010, "OW", Slice(frames + number)).ToFile()));
    }

    private static byte[] Slice(int number)
    {
        var noise = new Noise((uint)(number + 1) * 2_654_435_761);
        double[] grain = [.. Enumerable.Range(0, Side * Side).Select(_ => noise.Next())];
        var samples = new ushort[Side * Side];
        double z = number / 40.0;
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                int place = (row * Side) + column;
                double x = (column - (Side / 2)) / (Side / 2.0), y = (row - (Side / 2)) / (Side / 2.0);

                // Reconstruction filters noise: that of neighbours is correlated.
                double common = grain[place] + grain[Math.Max(0, place - 1)] + grain[Math.Max(0, place - Side)] + grain[Math.Max(0, place - Side - 1)];
                double value = Tissue(x, y, z) + (common * (x * x + y * y < 0.7 ? 8 : 4));
                samples[place] = x * x + y * y > 1 ? (ushort)0 : (ushort)Math.Clamp(value, 0, 4095);
            }
        }

        return MemoryMarshal.AsBytes(samples.AsSpan()).ToArray();
    }

    private static double Tissue(double x, double y, double z)
    {
        double fromSpine = Square(x) + Square(y - 0.42), fromLung = (Square(Math.Abs(x) - 0.36) * 2.2) + Square(y + 0.05), body = (x * x) + (Square(y) * 1.9);
        if (body > 0.72) return Air;
        if (fromSpine < 0.012) return Bone + (120 * Math.Sin(x * 60));
        if (body is > 0.56 and < 0.62 && Math.Sin((Math.Atan2(y, x) * 9) + z) > 0.3) return Bone;
        if (fromLung < 0.1 + (0.02 * Math.Sin(z))) return Lung + (Math.Sin((x * 70) + z) * Math.Sin((y * 70) - z) > 0.75 ? 500 : 0);
        return Soft + (30 * Math.Sin((x * 9) + z)) - (body > 0.66 ? 130 : 0);
    }

    private static double Square(double value) => value * value;

    /// <summary>The header. A slice lies at z, in mm; the frames of one file have no place.</summary>
    private static DatasetBuilder Describe(string storage, int instance, double? z = null) => Place(new DatasetBuilder()
        .With(0x0008_0016, "UI", storage)
        .With(0x0008_0018, "UI", $"1.2.3.4.{instance}")
        .With(0x0008_0060, "CS", "CT")
        .With(0x0010_0010, "PN", "Sample")
        .With(0x0010_0020, "LO", "1")
        .With(0x0020_000D, "UI", "1.2.3")
        .With(0x0020_000E, "UI", "1.2.3.5")
        .With(0x0020_0013, "IS", instance.ToString(CultureInfo.InvariantCulture)), z)
        .With(0x0028_0002, "US", 1)
        .With(0x0028_0004, "CS", "MONOCHROME2")
        .With(0x0028_0010, "US", Side)
        .With(0x0028_0011, "US", Side)
        .With(0x0028_0030, "DS", @"0.75\0.75")
        .With(0x0028_0100, "US", 16)
        .With(0x0028_0101, "US", 12)
        .With(0x0028_0102, "US", 11)
        .With(0x0028_0103, "US", 0)
        .With(0x0028_1050, "DS", "40")
        .With(0x0028_1051, "DS", "400")
        .With(0x0028_1052, "DS", "-1024")
        .With(0x0028_1053, "DS", "1");

    private static DatasetBuilder Place(DatasetBuilder dataset, double? z) => z is null ? dataset : dataset
        .With(0x0020_0032, "DS", string.Create(CultureInfo.InvariantCulture, $@"-192\-192\{z}"))
        .With(0x0020_0037, "DS", @"1\0\0\0\1\0");
}
