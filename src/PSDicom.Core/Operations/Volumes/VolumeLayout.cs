using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Volumes;
using static PSDicom.Operations.Volumes.StackText;

namespace PSDicom.Operations.Volumes;

/// <summary>The slices of a volume file, their order and their spacing: the slices of the stack, and blank ones for missing slices.</summary>
internal sealed class VolumeLayout
{
    /// <summary>The maximum number of filled slices. If more are missing, a position is wrong.</summary>
    private const int MaxFilled = 4096;

    /// <summary>The maximum number of filled slices of all volumes, which bounds the memory for their list.</summary>
    private const int MaxFilledInAll = 1 << 20;

    private VolumeLayout(StackGeometry geometry, IReadOnlyList<PlacedSlice?> arrangement, int slices, Vector3d step)
    {
        Geometry = geometry;
        Arrangement = arrangement;
        Slices = slices;
        Step = step;
    }

    /// <summary>The positions of the voxels of the stack.</summary>
    public StackGeometry Geometry { get; }

    /// <summary>The slices, volume by volume; null for a blank slice.</summary>
    public IReadOnlyList<PlacedSlice?> Arrangement { get; }

    /// <summary>The number of slices of a volume.</summary>
    public int Slices { get; }

    /// <summary>The step from slice to slice.</summary>
    public Vector3d Step { get; }

    /// <summary>The number of filled slices of each volume.</summary>
    public int Filled => Slices - Geometry.Slices;

    /// <summary>The warning about filled or moved slices; null if there are none.</summary>
    public DicomWarning? Warning { get; private init; }

    /// <summary>Lays out a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="options">Whether missing slices are filled, and irregular slices allowed.</param>
    /// <exception cref="DicomException">
    /// There is no geometry (<see cref="DicomErrorReason.NoGeometry"/>), or the slices are irregular and the options do not allow it
    /// (<see cref="DicomErrorReason.IrregularSlices"/>).
    /// </exception>
    public static VolumeLayout Of(DicomStack stack, VolumeExportOptions options)
    {
        if (stack.Geometry is not { } geometry)
            throw new DicomException(DicomErrorReason.NoGeometry, $"{Name(stack)}: the images have no position in space. They can be exported as pictures.");
        if (geometry.Arrangement.Count == 0)
        {
            throw Irregular(stack, Invariant(
                "{0} of {1} positions have more frames than the others, or frames are side by side: the frames do not form whole volumes.",
                stack.DuplicatePositions,
                geometry.Slices));
        }

        if (stack.IsRegular) return new VolumeLayout(geometry, geometry.Arrangement, geometry.Slices, geometry.K);
        bool isMissing = stack.MissingSlices > 0, isShifted = (stack.Problem & SeriesProblem.ShiftedSlices) != 0;
        if (isMissing && !isShifted && options.FillMissing) return Fill(stack, geometry);
        if (options.AllowIrregular) return Even(geometry);
        if (isShifted)
            throw Irregular(stack, "Slices are shifted within their planes by different amounts. Allow irregular slices to write them without the shifts.");
        if (!isMissing)
        {
            throw Irregular(stack, Invariant(
                "Slices are not evenly spaced: gaps range from {0} to {1} mm. Allow irregular slices to write them with the mean spacing.", stack.MinGap, stack.MaxGap));
        }

        throw Irregular(stack, Missing(stack) + " Fill missing slices to insert blank ones, or allow irregular slices to write the others with the mean spacing.");
    }

    private static VolumeLayout Fill(DicomStack stack, StackGeometry geometry)
    {
        if (stack.MissingSlices > MaxFilled || stack.MissingSlices * geometry.Volumes > MaxFilledInAll)
            throw Irregular(stack, Missing(stack) + Invariant(" At most {0} are filled: a position may be wrong.", MaxFilled));
        int slices = geometry.Slices + (int)stack.MissingSlices;
        var arrangement = new PlacedSlice?[slices * geometry.Volumes];
        for (int volume = 0; volume < geometry.Volumes; volume++)
        {
            for (int slice = 0; slice < geometry.Slices; slice++)
                arrangement[(volume * slices) + (int)geometry.SlicePositions[slice]] = geometry.At(volume, slice);
        }

        return new VolumeLayout(geometry, arrangement, slices, geometry.K) { Warning = new DicomWarning(Missing(stack) + " Blank slices were inserted.") };
    }

    /// <summary>Keeps the first and the last slice in place, with the others evenly between them.</summary>
    private static VolumeLayout Even(StackGeometry geometry)
    {
        double mean = geometry.SlicePositions[geometry.Slices - 1] / Math.Max(1, geometry.Slices - 1);
        Vector3d step = geometry.K * mean;
        double farthest = geometry.SlicePositions.Select((position, slice) => Math.Abs(position - (slice * mean))).Max() * geometry.K.Length;
        return new VolumeLayout(geometry, geometry.Arrangement, geometry.Slices, step)
        {
            Warning = new DicomWarning(Invariant(
                "Irregular slices were written with an even spacing of {0:0.###} mm: their positions are wrong by up to {1:0.###} mm.",
                step.Length,
                farthest)),
        };
    }

    private static string Missing(DicomStack stack) => Invariant(
        stack.MissingSlices == 1 ? "{0} slice is missing after {1}; there are {2}." : "{0} slices are missing after {1}; there are {2}.",
        stack.MissingSlices,
        StackText.Slices(stack.MissingAfter),
        stack.Slices);

    private static DicomException Irregular(DicomStack stack, string detail) => new(DicomErrorReason.IrregularSlices, $"{Name(stack)}: {detail}");
}
