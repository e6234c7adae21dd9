using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PSDicom.Core.Tests;
using PSDicom.Frames;

namespace PSDicom.Bench;

/// <summary>Writes the pictures for the encoders, and moves codestreams into and out of DICOM files.</summary>
internal static class SampleFiles
{
    /// <summary>Writes grey12, grey8 and colour, each as portable any-map and as bare samples, and grey12 as a DICOM file.</summary>
    public static void Make(string folder)
    {
        ushort[] grey = SampleImage.Grey();
        byte[] grey12 = MemoryMarshal.AsBytes(grey.AsSpan()).ToArray(), grey8 = Array.ConvertAll(grey, value => (byte)(value >> 4));
        byte[] color = SampleImage.Color(), bigEndian = new byte[grey12.Length];
        BinaryPrimitives.ReverseEndianness(grey, MemoryMarshal.Cast<byte, ushort>(bigEndian));

        Write(folder, "grey12", "P5", (1 << SampleImage.Bits) - 1, bigEndian, grey12);
        Write(folder, "grey8", "P5", byte.MaxValue, grey8, grey8);
        Write(folder, "colour", "P6", byte.MaxValue, color, color);
        File.WriteAllBytes(Path.Combine(folder, "grey12.dcm"), Describe(1, SampleImage.Bits).WithValue(0x7FE0_0010, "OW", grey12).ToFile());
    }

    /// <summary>Puts a codestream into a DICOM file.</summary>
    public static void Wrap(string transferSyntax, int samplesPerPixel, int bits, string codestream, string path) =>
        File.WriteAllBytes(path, Describe(samplesPerPixel, bits).WithFragments(0x7FE0_0010, [], Even(File.ReadAllBytes(codestream))).ToFile(transferSyntax));

    /// <summary>Puts samples into a native DICOM file.</summary>
    public static void WrapNative(int samplesPerPixel, int bits, string samples, string path) =>
        File.WriteAllBytes(path, Describe(samplesPerPixel, bits).WithValue(0x7FE0_0010, bits > 8 ? "OW" : "OB", File.ReadAllBytes(samples)).ToFile());

    /// <summary>Takes the codestream of the first frame out of a DICOM file.</summary>
    public static void Unwrap(string path, string codestream)
    {
        byte[] bytes = File.ReadAllBytes(path);
        var pixels = new ImagePixels(DicomFile.Open(bytes), open: null).Encapsulated ?? throw new InvalidDataException($"{path} is not compressed.");
        DicomFragment fragment = pixels.Fragments.Single();
        File.WriteAllBytes(codestream, bytes[(int)fragment.Offset..(int)(fragment.Offset + fragment.Length)]);
    }

    /// <summary>Writes a native file of many frames of 12-bit grey: the last pixel of each is its number, the rest is a hole.</summary>
    public static void MakeLarge(string path, int frames)
    {
        const long frameLength = SampleImage.Side * SampleImage.Side * 2L;
        byte[] start = Describe(1, SampleImage.Bits)
            .With(0x0028_0008, "IS", frames)
            .WithHeader(0x7FE0_0010, "OW", (uint)(frames * frameLength))
            .ToFile();
        using FileStream file = File.Create(path);
        file.Write(start);
        byte[] number = new byte[2];
        for (int frame = 1; frame <= frames; frame++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(number, (ushort)frame);
            file.Position = start.Length + (frame * frameLength) - number.Length;
            file.Write(number);
        }
    }

    private static void Write(string folder, string name, string kind, int highest, byte[] map, byte[] raw)
    {
        string header = string.Create(CultureInfo.InvariantCulture, $"{kind}\n{SampleImage.Side} {SampleImage.Side}\n{highest}\n");
        File.WriteAllBytes(Path.Combine(folder, name + (kind == "P5" ? ".pgm" : ".ppm")), [.. Encoding.ASCII.GetBytes(header), .. map]);
        File.WriteAllBytes(Path.Combine(folder, name + ".raw"), raw);
    }

    private static DatasetBuilder Describe(int samplesPerPixel, int bits)
    {
        var dataset = new DatasetBuilder()
            .With(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.7")
            .With(0x0008_0018, "UI", "1.2.3.4")
            .With(0x0010_0010, "PN", "Sample")
            .With(0x0010_0020, "LO", "1")
            .With(0x0020_000D, "UI", "1.2.3")
            .With(0x0020_000E, "UI", "1.2.3.5")
            .With(0x0028_0002, "US", samplesPerPixel)
            .With(0x0028_0004, "CS", samplesPerPixel == 1 ? "MONOCHROME2" : "YBR_FULL_422");
        if (samplesPerPixel > 1) dataset.With(0x0028_0006, "US", 0);
        return dataset
            .With(0x0028_0010, "US", SampleImage.Side)
            .With(0x0028_0011, "US", SampleImage.Side)
            .With(0x0028_0100, "US", bits > 8 ? 16 : 8)
            .With(0x0028_0101, "US", bits)
            .With(0x0028_0102, "US", bits - 1)
            .With(0x0028_0103, "US", 0);
    }

    private static byte[] Even(byte[] codestream) => codestream.Length % 2 == 0 ? codestream : [.. codestream, 0];
}
