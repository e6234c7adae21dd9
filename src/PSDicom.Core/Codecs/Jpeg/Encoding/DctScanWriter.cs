using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Counts and writes the blocks of a frame in one scan (T.81 F.1).</summary>
internal sealed unsafe class DctScanWriter : IDisposable
{
    // Six blocks, pending bits before them, and the padding of the last byte.
    private const int MaxBytesOfMcu = (6 * BlockCoder.MaxBytes) + (2 * sizeof(ulong));

    private readonly DctSource _source;
    private readonly CancellationToken _cancellation;
    private readonly McuLine _line;
    private readonly Component[] _components;

    /// <param name="source">The samples.</param>
    /// <param name="quantization">The quantization tables, by their selector.</param>
    /// <param name="cancellation">Cancels the work; checked at each line of MCUs.</param>
    public DctScanWriter(DctSource source, QuantizationTable[] quantization, CancellationToken cancellation)
    {
        _source = source;
        _cancellation = cancellation;
        _line = new McuLine(source);
        _components = new Component[source.Components];
        for (int i = 0; i < _components.Length; i++)
        {
            _components[i] = new Component
            {
                Precision = source.Precision,
                Plane = _line.Plane(i),
                Stride = i == 0 ? _line.Stride : _line.ChrominanceStride,
                Across = i == 0 ? source.Across : 1,
                Down = i == 0 ? source.Down : 1,
                Factors = ForwardDct.MakeFactors(quantization[StandardHuffmanTables.SelectorOf(i)]),
            };
        }
    }

    public void Dispose() => _line.Dispose();

    /// <summary>Makes the best Huffman tables.</summary>
    /// <returns>The tables by their selector.</returns>
    public DctTables[] MakeTables()
    {
        BlockStatistics[] statistics = _components.Length == 1 ? [new()] : [new(), new()];
        Start();
        for (int top = 0; top < _source.Height; top += _line.McuHeight)
        {
            _cancellation.ThrowIfCancellationRequested();
            _line.Fill(top);
            for (int i = 0; i < _components.Length; i++)
            {
                BlockStatistics ofComponent = statistics[StandardHuffmanTables.SelectorOf(i)];
                for (int mcu = 0; mcu < _line.Mcus; mcu++) _components[i].Count(ofComponent, mcu);
            }
        }

        int maxLength = _source.Precision == 8 ? BlockCoder.MaxCodeLength : BlockCoder.MaxCodeLengthOf12Bits;
        return Array.ConvertAll(statistics, counted => counted.MakeTables(maxLength));
    }

    /// <summary>Writes the scan.</summary>
    /// <param name="tables">The Huffman tables by their selector.</param>
    /// <param name="output">Receives the bits.</param>
    public void Write(DctTables[] tables, EntropyCodedOutput output)
    {
        for (int i = 0; i < _components.Length; i++)
        {
            DctTables ofComponent = tables[StandardHuffmanTables.SelectorOf(i)];
            _components[i].DcCodes = HuffmanCodes.Make(ofComponent.Dc);
            _components[i].AcCodes = HuffmanCodes.Make(ofComponent.Ac);
        }

        Start();
        JpegBitWriter writer = output.Start();
        for (int top = 0; top < _source.Height; top += _line.McuHeight)
        {
            _cancellation.ThrowIfCancellationRequested();
            _line.Fill(top);
            for (int mcu = 0; mcu < _line.Mcus; mcu++)
            {
                output.Reserve(ref writer, MaxBytesOfMcu);
                foreach (Component component in _components) component.Write(ref writer, mcu);
            }
        }

        output.Complete(writer);
    }

    private void Start()
    {
        foreach (Component component in _components) component.Prediction = 0;
    }

    private sealed class Component
    {
        /// <summary>PRED: the DC coefficient of the previous block.</summary>
        public int Prediction { get; set; }

        public required int Precision { get; init; }

        public required byte* Plane { get; init; }

        /// <summary>Samples from line to line.</summary>
        public required int Stride { get; init; }

        /// <summary>Blocks of an MCU in a line.</summary>
        public required int Across { get; init; }

        /// <summary>Lines of blocks of an MCU.</summary>
        public required int Down { get; init; }

        public required float[] Factors { get; init; }

        public uint[] DcCodes { get; set; } = [];

        public uint[] AcCodes { get; set; } = [];

        /// <summary>Writes the component's blocks of an MCU.</summary>
        [MethodImpl(Compiled.AtOnce)]
        public void Write(ref JpegBitWriter writer, int mcu)
        {
            short* coefficients = stackalloc short[64];
            fixed (uint* dcCodes = DcCodes, acCodes = AcCodes)
            {
                for (int y = 0; y < Down; y++)
                {
                    for (int x = 0; x < Across; x++)
                    {
                        Transform((mcu * Across) + x, y, coefficients);
                        BlockCoder.Write(ref writer, coefficients, Prediction, dcCodes, acCodes);
                        Prediction = coefficients[0];
                    }
                }
            }
        }

        /// <summary>Counts the symbols of the component's blocks of an MCU.</summary>
        [MethodImpl(Compiled.AtOnce)]
        public void Count(BlockStatistics statistics, int mcu)
        {
            short* coefficients = stackalloc short[64];
            for (int y = 0; y < Down; y++)
            {
                for (int x = 0; x < Across; x++)
                {
                    Transform((mcu * Across) + x, y, coefficients);
                    statistics.Add(coefficients, Prediction);
                    Prediction = coefficients[0];
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Transform(int column, int row, short* coefficients)
        {
            long first = 8L * (((long)row * Stride) + column);
            fixed (float* factors = Factors)
            {
                if (Precision == 8) ForwardDct.Transform(Plane + first, Stride, factors, coefficients);
                else ForwardDct.Transform((ushort*)Plane + first, Stride, factors, coefficients);
            }
        }
    }
}
