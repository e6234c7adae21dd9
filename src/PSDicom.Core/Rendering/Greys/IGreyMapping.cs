using System;

namespace PSDicom.Rendering.Greys;

/// <summary>From values to greys: a window or a VOI LUT (PS3.3 section C.11.2).</summary>
internal interface IGreyMapping
{
    /// <summary>Turns each value into its grey, from 0 to 1. What is not a number stays so.</summary>
    void Apply(Span<double> values);
}
