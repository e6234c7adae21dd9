using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PSDicom.Codecs;
using PSDicom.Frames;
using PSDicom.Pixels;

namespace PSDicom.Bench;

/// <summary>A decoded frame of a file, as encoders take it.</summary>
internal sealed class SourceFrame(FrameFormat format, byte[] samples)
{
    public FrameFormat Format => format;

    public byte[] Samples => samples;

    public static SourceFrame Read(string path, int number)
    {
        DicomFrame frame = FrameReader.Read(path, [number], null, CancellationToken.None).Single();
        Array pixels = frame.GetPixels();
        int size = Marshal.SizeOf(pixels.GetType().GetElementType()!);
        byte[] samples = new byte[pixels.Length * size];
        Buffer.BlockCopy(pixels, 0, samples, 0, samples.Length);
        string? label = frame.PhotometricInterpretation;
        return new SourceFrame(
            new FrameFormat
            {
                Shape = new FrameShape(frame.Rows, frame.Columns, frame.SamplesPerPixel, size),
                BitsAllocated = 8 * size,
                BitsStored = frame.BitsStored,
                // The runtime takes an array of ushort for one of short.
                IsSigned = frame.SampleType is nameof(SByte) or nameof(Int16) or nameof(Int32),
                PhotometricInterpretation = frame.SamplesPerPixel == 1 ? label ?? PhotometricInterpretations.BlackIsZero : PhotometricInterpretations.AtFullResolution(label)!,
            },
            samples);
    }

    /// <summary>Writes the samples for other encoders.</summary>
    public string Write(string name)
    {
        FrameShape shape = format.Shape;
        File.WriteAllBytes(name + ".rawl", samples);
        if (!format.IsSigned)
        {
            byte[] map = samples;
            if (shape.BytesPerSample == 2)
            {
                map = new byte[samples.Length];
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ushort>(samples), MemoryMarshal.Cast<byte, ushort>(map.AsSpan()));
            }

            string header = string.Create(
                CultureInfo.InvariantCulture,
                $"{(shape.SamplesPerPixel == 1 ? "P5" : "P6")}\n{shape.Columns} {shape.Rows}\n{(1 << format.BitsStored) - 1}\n");
            File.WriteAllBytes(name + (shape.SamplesPerPixel == 1 ? ".pgm" : ".ppm"), [.. Encoding.ASCII.GetBytes(header), .. map]);
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{shape.Columns} {shape.Rows} {shape.SamplesPerPixel} {format.BitsStored} {(format.IsSigned ? "s" : "u")}");
    }

    /// <summary>Compares with a codestream.</summary>
    public string Compare(byte[] codestream)
    {
        byte[] decoded = new byte[samples.Length];
        var warnings = new List<string>();
        CodecRegistry.Find(DicomTransferSyntax.ExplicitVRLittleEndian, codestream).Decode(codestream, format.Shape, decoded, warnings);
        foreach (string warning in warnings) Console.Error.WriteLine(warning);
        double sum = 0;
        int largest = 0, count = samples.Length / format.Shape.BytesPerSample;
        for (int i = 0; i < count; i++)
        {
            int difference = Math.Abs(Sample(samples, i) - Sample(decoded, i));
            largest = Math.Max(largest, difference);
            sum += (double)difference * difference;
        }

        double highest = (1L << format.BitsStored) - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{largest} {10 * Math.Log10(highest * highest * count / sum):F3}");
    }

    private int Sample(byte[] bytes, int index) => format.Shape.BytesPerSample switch
    {
        1 => format.IsSigned ? (sbyte)bytes[index] : bytes[index],
        2 => format.IsSigned ? BitConverter.ToInt16(bytes, 2 * index) : BitConverter.ToUInt16(bytes, 2 * index),
        _ => BitConverter.ToInt32(bytes, 4 * index),
    };
}
