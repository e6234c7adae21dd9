using System;
using System.Collections.Generic;

namespace PSDicom.Operations.Volumes;

/// <summary>The samples of slices of one frame.</summary>
/// <param name="Slices">The samples of each, row by row, those of a pixel together.</param>
/// <param name="Warnings">What is wrong with the frame, and what was done.</param>
internal sealed record DecodedRun(IReadOnlyList<Array> Slices, IReadOnlyList<DicomWarning> Warnings);
