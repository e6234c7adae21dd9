using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Rendering;

/// <summary>The examples of PS3.3 sections C.11.2.1.2.1 and C.11.2.1.3, with greys from 0 to 1.</summary>
public class VoiWindowTests
{
    // ((x - (c - 0.5)) / (w - 1) + 0.5), black up to c - 0.5 - (w - 1) / 2, white above c - 0.5 + (w - 1) / 2.
    [Theory]
    [InlineData(2048, 4096, -1, 0)]
    [InlineData(2048, 4096, 0, 0)]
    [InlineData(2048, 4096, 2047, ((2047 - 2047.5) / 4095) + 0.5)]
    [InlineData(2048, 4096, 4095, 1)]
    [InlineData(2048, 4096, 4096, 1)]
    [InlineData(2048, 1, 2047, 0)]
    [InlineData(2048, 1, 2048, 1)]
    [InlineData(0, 100, -50, 0)]
    [InlineData(0, 100, -49, ((-49 + 0.5) / 99) + 0.5)]
    [InlineData(0, 100, 49, 1)]
    [InlineData(0, 1, -1, 0)]
    [InlineData(0, 1, 0, 1)]
    public void LINEAR_counts_half_values(double center, double width, double value, double grey) =>
        Assert.Equal(grey, Map(VoiFunction.Linear, center, width, value), 12);

    // (x - c) / w + 0.5 between c - w / 2 and c + w / 2.
    [Theory]
    [InlineData(2048, 4096, 0, 0)]
    [InlineData(2048, 4096, 1, 1 / 4096.0)]
    [InlineData(2048, 4096, 4096, 1)]
    [InlineData(2048, 1, 2047.5, 0)]
    [InlineData(2048, 1, 2048, 0.5)]
    [InlineData(2048, 1, 2049, 1)]
    [InlineData(0, 0.5, 0.125, 0.75)]
    [InlineData(7, 0, 7, 0)]
    [InlineData(7, 0, 7.1, 1)]
    public void LINEAR_EXACT_does_not(double center, double width, double value, double grey) =>
        Assert.Equal(grey, Map(VoiFunction.LinearExact, center, width, value), 12);

    // 1 / (1 + exp(-4 (x - c) / w)): exp(2) = 7.389, exp(4) = 54.598.
    [Theory]
    [InlineData(50, 0.5)]
    [InlineData(100, 7.38905609893065 / 8.38905609893065)]
    [InlineData(-50, 1 / 55.598150033144236)]
    public void SIGMOID_is_a_curve(double value, double grey) => Assert.Equal(grey, Map(VoiFunction.Sigmoid, 50, 100, value), 12);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void What_is_not_a_number_stays_so(int function) => Assert.Equal(double.NaN, Map((VoiFunction)function, 1, 2, double.NaN));

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(0, 0.9, false)]
    [InlineData(1, 0.9, true)]
    [InlineData(1, 0, false)]
    [InlineData(2, -1, false)]
    [InlineData(1, double.NaN, false)]
    public void Widths_are_those_of_the_function(int function, double width, bool isValid) =>
        Assert.Equal(isValid, new VoiWindow { Center = 0, Width = width, Function = (VoiFunction)function }.IsValid);

    private static double Map(VoiFunction function, double center, double width, double value)
    {
        double[] values = [value];
        new VoiWindow { Center = center, Width = width, Function = function }.Apply(values);
        return values[0];
    }
}
