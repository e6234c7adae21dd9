using System;
using System.Collections.Generic;

namespace PSDicom.Operations.Volumes;

/// <summary>The decoded slices of one frame.</summary>
/// <param name="Slices">The samples of each slice, row by row and interleaved.</param>
/// <param name="Warnings">The warnings of the frame.</param>
internal sealed record DecodedRun(IReadOnlyList<Array> Slices, IReadOnlyList<DicomWarning> Warnings);
