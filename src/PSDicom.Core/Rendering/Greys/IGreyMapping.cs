using System;

namespace PSDicom.Rendering.Greys;

/// <summary>A mapping of values to greys: a window or a VOI LUT (PS3.3 section C.11.2).</summary>
internal interface IGreyMapping
{
    /// <summary>Replaces each value by its grey, from 0 to 1. NaN stays NaN.</summary>
    void Apply(Span<double> values);
}
