using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Writes the entropy-coded data of a picture in one scan (T.81 F.1).</summary>
internal sealed unsafe class ScanWriter : IDisposable
{
    private const int BufferLength = 1 << 15;

    // Six blocks, pending bits before them, and the padding of the last byte.
    private const int MaxBytesOfMcu = (6 * BlockCoder.MaxBytes) + (2 * sizeof(ulong));

    [SuppressMessage("Reliability", "CA2213", Justification = "The caller owns the stream and writes more to it.")]
    private readonly Stream _stream;
    private readonly Picture _picture;
    private readonly McuLine _line;
    private readonly Component[] _components;
    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly byte[] _stuffed = new byte[2 * BufferLength];

    public ScanWriter(Stream stream, Picture picture, QuantizationTable[] quantization, bool isHalf)
    {
        _stream = stream;
        _picture = picture;
        _line = new McuLine(picture, isHalf);
        _components = new Component[picture.SamplesPerPixel];
        for (int i = 0; i < _components.Length; i++)
        {
            int selector = StandardHuffmanTables.SelectorOf(i);
            _components[i] = new Component
            {
                Plane = _line.Plane(i),
                Stride = i == 0 ? _line.Stride : _line.ChrominanceStride,
                Blocks = i == 0 ? _line.McuSize / 8 : 1,
                Factors = ForwardDct.MakeFactors(quantization[selector]),
                DcCodes = HuffmanCodes.Make(isAc: false, selector),
                AcCodes = HuffmanCodes.Make(isAc: true, selector),
            };
        }
    }

    public void Dispose() => _line.Dispose();

    public void Write()
    {
        fixed (byte* start = _buffer)
        {
            var writer = new JpegBitWriter(start);
            for (int top = 0; top < _picture.Height; top += _line.McuSize)
            {
                _line.Fill(top);
                for (int mcu = 0; mcu < _line.Mcus; mcu++)
                {
                    if (writer.Next - start > BufferLength - MaxBytesOfMcu) Flush(ref writer, start);
                    foreach (Component component in _components) component.WriteBlocks(ref writer, mcu);
                }
            }

            writer.Complete();
            Flush(ref writer, start);
        }
    }

    /// <summary>Writes the bytes to the stream, with a 0 after each 0xFF (F.1.2.3).</summary>
    [MethodImpl(Compiled.AtOnce)]
    private void Flush(ref JpegBitWriter writer, byte* start)
    {
        var rest = new ReadOnlySpan<byte>(start, (int)(writer.Next - start));
        int length = 0;
        for (int index = rest.IndexOf((byte)0xFF); index >= 0; index = rest.IndexOf((byte)0xFF))
        {
            rest.Slice(0, index + 1).CopyTo(_stuffed.AsSpan(length));
            length += index + 1;
            _stuffed[length++] = 0;
            rest = rest.Slice(index + 1);
        }

        rest.CopyTo(_stuffed.AsSpan(length));
        _stream.Write(_stuffed, 0, length + rest.Length);
        writer.Next = start;
    }

    private sealed class Component
    {
        private int _prediction;

        public required byte* Plane { get; init; }

        public required int Stride { get; init; }

        /// <summary>Blocks of an MCU in each direction.</summary>
        public required int Blocks { get; init; }

        public required float[] Factors { get; init; }

        public required uint[] DcCodes { get; init; }

        public required uint[] AcCodes { get; init; }

        /// <summary>Writes the component's blocks of an MCU.</summary>
        [MethodImpl(Compiled.AtOnce)]
        public void WriteBlocks(ref JpegBitWriter writer, int mcu)
        {
            short* coefficients = stackalloc short[64];
            fixed (float* factors = Factors)
            fixed (uint* dcCodes = DcCodes, acCodes = AcCodes)
            {
                for (int y = 0; y < Blocks; y++)
                {
                    byte* samples = Plane + (8L * ((y * Stride) + (mcu * Blocks)));
                    for (int x = 0; x < Blocks; x++, samples += 8)
                    {
                        ForwardDct.Transform(samples, Stride, factors, coefficients);
                        BlockCoder.Write(ref writer, coefficients, _prediction, dcCodes, acCodes);
                        _prediction = coefficients[0];
                    }
                }
            }
        }
    }
}
