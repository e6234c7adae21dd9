using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Rendering.Greys;

/// <summary>A window: the values that are shown from black to white (PS3.3 section C.11.2.1.2).</summary>
internal sealed record VoiWindow : IGreyMapping
{
    /// <summary>Window Center, in output units of the modality transform.</summary>
    public required double Center { get; init; }

    /// <summary>Window Width, in the same units.</summary>
    public required double Width { get; init; }

    public VoiFunction Function { get; init; } = VoiFunction.Linear;

    /// <summary>Whether the window is valid: the function allows its width.</summary>
    public bool IsValid => !double.IsNaN(Center) && (Function == VoiFunction.Linear ? Width >= 1 : Width > 0);

    /// <summary>The window from a minimum, which is black, to a maximum, which is white.</summary>
    public static VoiWindow Between(double minimum, double maximum) => new()
    {
        Center = (minimum / 2) + (maximum / 2),
        Width = maximum - minimum,
        Function = VoiFunction.LinearExact,
    };

    public void Apply(Span<double> values)
    {
        switch (Function)
        {
            case VoiFunction.Sigmoid: ApplySigmoid(values); break;
            case VoiFunction.LinearExact: ApplyLine(values, Center - (Width / 2), Center + (Width / 2)); break;
            default: ApplyLine(values, Center - 0.5 - ((Width - 1) / 2), Center - 0.5 + ((Width - 1) / 2)); break;
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void ApplyLine(Span<double> values, double black, double white)
    {
        double range = white - black;
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i];
            values[i] = value <= black ? 0 : value > white ? 1 : (value - black) / range;
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private void ApplySigmoid(Span<double> values)
    {
        for (int i = 0; i < values.Length; i++) values[i] = 1 / (1 + Math.Exp(-4 * (values[i] - Center) / Width));
    }
}
