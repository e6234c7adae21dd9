using System;
using System.Buffers.Binary;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>The frame header, SOF (T.81 B.2.2).</summary>
internal sealed class JpegFrameHeader
{
    private JpegFrameHeader(int process, int precision, int lines, int samplesPerLine, Component[] components)
    {
        Process = process;
        Precision = precision;
        Lines = lines;
        SamplesPerLine = samplesPerLine;
        Components = components;
        foreach (Component component in components)
        {
            MaxHorizontal = Math.Max(MaxHorizontal, component.Horizontal);
            MaxVertical = Math.Max(MaxVertical, component.Vertical);
        }

        foreach (Component component in components)
            component.Width = DivideUp(samplesPerLine * component.Horizontal, MaxHorizontal);
    }

    /// <summary>The SOF marker.</summary>
    public int Process { get; }

    public bool IsLossless => Process == JpegMarker.SOF3;

    public bool IsProgressive => Process == JpegMarker.SOF2;

    /// <summary>P: bits of a sample.</summary>
    public int Precision { get; }

    /// <summary>Y: lines; 0 until DNL is read.</summary>
    public int Lines { get; private set; }

    /// <summary>X: samples per line.</summary>
    public int SamplesPerLine { get; }

    public Component[] Components { get; }

    /// <summary>Hmax.</summary>
    public int MaxHorizontal { get; }

    /// <summary>Vmax.</summary>
    public int MaxVertical { get; }

    public static int DivideUp(int value, int divisor) => (value + divisor - 1) / divisor;

    public static JpegFrameHeader Parse(int process, ReadOnlySpan<byte> parameters, int offset)
    {
        switch (process)
        {
            case >= JpegMarker.SOF9:
                throw CodestreamError.Jpeg("arithmetic coding is not supported.", offset);
            case > JpegMarker.SOF3:
                throw CodestreamError.Jpeg("hierarchical coding is not supported.", offset);
        }

        if (parameters.Length < 6) throw CodestreamError.Jpeg("the frame header is too short.", offset);
        int precision = parameters[0];
        int lines = BinaryPrimitives.ReadUInt16BigEndian(parameters.Slice(1));
        int samplesPerLine = BinaryPrimitives.ReadUInt16BigEndian(parameters.Slice(3));
        int count = parameters[5];
        int maxBits = process == JpegMarker.SOF3 ? 16 : 12;
        if (precision < 2 || precision > maxBits)
            throw CodestreamError.Jpeg($"the frame header declares {precision} bits per sample; 2 to {maxBits} are allowed.", offset);
        if (samplesPerLine == 0) throw CodestreamError.Jpeg("the frame header declares 0 columns.", offset);
        if (count is 0 or > 4) throw CodestreamError.Jpeg($"the frame header declares {count} components; 1 to 4 are supported.", offset);
        if (parameters.Length < 6 + (3 * count)) throw CodestreamError.Jpeg("the frame header is too short.", offset);

        var components = new Component[count];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = parameters.Slice(6 + (3 * i), 3);
            int horizontal = entry[1] >> 4, vertical = entry[1] & 15;
            if (horizontal is 0 or > 4 || vertical is 0 or > 4)
                throw CodestreamError.Jpeg($"component {i + 1} has sampling factors {horizontal} x {vertical}; 1 to 4 are allowed.", offset);
            components[i] = new Component(entry[0], horizontal, vertical, entry[2]);
        }

        var header = new JpegFrameHeader(process, precision, 0, samplesPerLine, components);
        if (lines != 0) header.SetLines(lines);
        return header;
    }

    /// <summary>Sets the number of lines, from SOF or DNL.</summary>
    public void SetLines(int lines)
    {
        Lines = lines;
        foreach (Component component in Components) component.Height = DivideUp(lines * component.Vertical, MaxVertical);
    }
}
