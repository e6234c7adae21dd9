using PSDicom.Codecs.Jpeg.Encoding;

namespace PSDicom.Core.Tests.Codecs.Jpeg.Encoding;

public unsafe class ForwardDctTests
{
    // The nearest number, but for what single precision may be off.
    private const double Tolerance = 0.501;

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(75)]
    [InlineData(90)]
    [InlineData(100)]
    public void Coefficients_are_the_nearest_to_those_of_the_definition(int quality)
    {
        var random = new Random(quality);
        byte[] noise = new byte[64], edge = new byte[64], soft = new byte[64];
        for (int block = 0; block < 50; block++)
        {
            random.NextBytes(noise);
            int cut = random.Next(64);
            for (int i = 0; i < 64; i++)
            {
                edge[i] = (byte)(i < cut ? 255 : 0);
                soft[i] = (byte)(block + (i / 8) + (2 * (i % 8)) + random.Next(3));
            }

            foreach (QuantizationTable table in QuantizationTable.Make(quality))
            {
                Compare(noise, table);
                Compare(edge, table);
                Compare(soft, table);
            }
        }
    }

    [Theory]
    [InlineData(0, -1024)]
    [InlineData(128, 0)]
    [InlineData(255, 1016)]
    public void A_flat_block_has_only_the_first_coefficient(byte sample, int expected)
    {
        byte[] samples = new byte[64];
        samples.AsSpan().Fill(sample);
        Assert.Equal([expected, .. new int[63]], Transform(samples, 8, QuantizationTable.Make(100)[0]));
    }

    [Fact]
    public void No_coefficient_is_larger_than_the_baseline_process_has()
    {
        // The signs of a basis function make its own coefficient as large as it gets.
        for (int index = 1; index < 64; index++)
        {
            byte[] samples = new byte[64];
            for (int i = 0; i < 64; i++) samples[i] = (byte)(Basis(i, index) > 0 ? 255 : 0);
            int[] coefficients = Transform(samples, 8, QuantizationTable.Make(100)[0]);
            Assert.InRange(coefficients[index], 0, 1023);
            Assert.Equal(coefficients[index], coefficients.Skip(1).Max());
        }
    }

    [Fact]
    public void Lines_are_a_stride_apart()
    {
        var random = new Random(3);
        byte[] wide = new byte[8 * 29], samples = new byte[64];
        random.NextBytes(wide);
        for (int i = 0; i < 64; i++) samples[i] = wide[(i / 8 * 29) + (i % 8)];
        QuantizationTable table = QuantizationTable.Make(90)[0];
        Assert.Equal(Transform(samples, 8, table), Transform(wide, 29, table));
    }

    [Fact]
    public void Coefficients_that_are_not_0_are_found_in_zig_zag_order()
    {
        var random = new Random(5);
        short* block = stackalloc short[64];
        for (int round = 0; round < 200; round++)
        {
            ulong expected = 0;
            for (int k = 0; k < 64; k++)
            {
                int value = random.Next(4) > round % 4 ? 0 : random.Next(2) == 0 ? 256 : -(1 << random.Next(11));
                block[BlockOrder.Transpose(ReferenceDctEncoder.NaturalOf(k))] = (short)value;
                if (value != 0) expected |= 1UL << k;
            }

            Assert.Equal(expected, NonZeroCoefficients.Find(block));
        }
    }

    private static void Compare(byte[] samples, QuantizationTable table)
    {
        int[] actual = Transform(samples, 8, table);
        for (int i = 0; i < 64; i++)
        {
            double exact = Enumerable.Range(0, 64).Sum(k => Basis(k, i) * (samples[k] - 128)) / table.Divisors[i];
            Assert.InRange(actual[i] - exact, -Tolerance, Tolerance);
        }
    }

    /// <summary>The weight of a sample in a coefficient (T.81 A.3.3).</summary>
    private static double Basis(int sample, int coefficient)
    {
        return OneDimension(sample % 8, coefficient % 8) * OneDimension(sample / 8, coefficient / 8) / 4;

        static double OneDimension(int x, int u) => Math.Cos(((2 * x) + 1) * u * Math.PI / 16) * (u == 0 ? Math.Sqrt(0.5) : 1);
    }

    /// <summary>Coefficients in natural order.</summary>
    private static int[] Transform(byte[] samples, int stride, QuantizationTable table)
    {
        short* block = stackalloc short[64];
        fixed (byte* first = samples)
        fixed (float* factors = ForwardDct.MakeFactors(table))
        {
            ForwardDct.Transform(first, stride, factors, block);
        }

        int[] coefficients = new int[64];
        for (int i = 0; i < 64; i++) coefficients[i] = block[BlockOrder.Transpose(i)];
        return coefficients;
    }
}
