using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Volumes;
using static PSDicom.Operations.Volumes.StackText;

namespace PSDicom.Operations.Volumes;

/// <summary>Which slices a file has, in which order, and how far they are apart: those of the stack, and blank ones where slices are missing.</summary>
internal sealed class VolumeLayout
{
    /// <summary>How many slices are filled in at most. Where more are missing, a position is wrong.</summary>
    private const int MaxFilled = 4096;

    private VolumeLayout(StackGeometry geometry, IReadOnlyList<PlacedSlice?> arrangement, int slices, Vector3d step)
    {
        Geometry = geometry;
        Arrangement = arrangement;
        Slices = slices;
        Step = step;
    }

    /// <summary>Where the voxels of the stack lie.</summary>
    public StackGeometry Geometry { get; }

    /// <summary>The slices, volume by volume. Null is a blank one.</summary>
    public IReadOnlyList<PlacedSlice?> Arrangement { get; }

    /// <summary>Slices of a volume.</summary>
    public int Slices { get; }

    /// <summary>From a slice to the next.</summary>
    public Vector3d Step { get; }

    /// <summary>How many slices of each volume were filled in.</summary>
    public int Filled => Slices - Geometry.Slices;

    /// <summary>What was filled in, or moved.</summary>
    public DicomWarning? Warning { get; private init; }

    /// <summary>Lays out a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="options">Whether missing slices are filled in, and whether slices may be moved.</param>
    /// <exception cref="DicomException">
    /// There is no geometry (<see cref="DicomErrorReason.NoGeometry"/>), or it is none of a volume, and the options do not allow it
    /// (<see cref="DicomErrorReason.IrregularSlices"/>).
    /// </exception>
    public static VolumeLayout Of(DicomStack stack, VolumeExportOptions options)
    {
        if (stack.Geometry is not { } geometry)
            throw new DicomException(DicomErrorReason.NoGeometry, $"{Name(stack)}: the images have no position in space and form no volume. They can be exported as pictures.");
        if (geometry.Arrangement.Count == 0)
        {
            throw Irregular(stack, Invariant(
                "{0} of {1} positions have more frames than others, or frames lie beside each other, so that there is no whole number of volumes. Export its frames, or choose files that form a volume.",
                stack.DuplicatePositions,
                geometry.Slices));
        }

        if (stack.IsRegular) return new VolumeLayout(geometry, geometry.Arrangement, geometry.Slices, geometry.K);
        bool isMissing = stack.MissingSlices > 0, isShifted = (stack.Problem & SeriesProblem.ShiftedSlices) != 0;
        if (isMissing && !isShifted && options.FillMissing) return Fill(stack, geometry);
        if (options.AllowIrregular) return Even(geometry);
        if (isShifted)
            throw Irregular(stack, "Slices are shifted against each other within their planes, each differently. Allow irregular slices to write them as if they were not.");
        if (!isMissing)
        {
            throw Irregular(stack, Invariant(
                "Slices are not evenly spaced: gaps are from {0} to {1} mm. Allow irregular slices to write them with the mean.", stack.MinGap, stack.MaxGap));
        }

        throw Irregular(stack, Missing(stack) + " Fill in missing slices to have blank ones there, or allow irregular slices to write those that are there with the mean spacing.");
    }

    private static VolumeLayout Fill(DicomStack stack, StackGeometry geometry)
    {
        if (stack.MissingSlices > MaxFilled)
            throw Irregular(stack, Missing(stack) + Invariant(" That is more than the {0} that are filled in: a position may be wrong.", MaxFilled));
        int slices = geometry.Slices + (int)stack.MissingSlices;
        var arrangement = new PlacedSlice?[slices * geometry.Volumes];
        for (int volume = 0; volume < geometry.Volumes; volume++)
        {
            for (int slice = 0; slice < geometry.Slices; slice++)
                arrangement[(volume * slices) + (int)geometry.SlicePositions[slice]] = geometry.At(volume, slice);
        }

        return new VolumeLayout(geometry, arrangement, slices, geometry.K) { Warning = new DicomWarning(Missing(stack) + " Blank slices were put in.") };
    }

    /// <summary>The first and the last slice lie where they are, and the others evenly between them.</summary>
    private static VolumeLayout Even(StackGeometry geometry)
    {
        double mean = geometry.SlicePositions[geometry.Slices - 1] / Math.Max(1, geometry.Slices - 1);
        Vector3d step = geometry.K * mean;
        double farthest = geometry.SlicePositions.Select((position, slice) => Math.Abs(position - (slice * mean))).Max() * geometry.K.Length;
        return new VolumeLayout(geometry, geometry.Arrangement, geometry.Slices, step)
        {
            Warning = new DicomWarning(Invariant(
                "Slices are irregular and were written as if they were evenly spaced, {0:0.###} mm apart: along that way, they are up to {1:0.###} mm from where they lie.",
                step.Length,
                farthest)),
        };
    }

    private static string Missing(DicomStack stack) => Invariant(
        stack.MissingSlices == 1 ? "{0} slice is missing between the {1} that are there, behind {2}." : "{0} slices are missing between the {1} that are there, behind {2}.",
        stack.MissingSlices,
        stack.Slices,
        StackText.Slices(stack.MissingAfter));

    private static DicomException Irregular(DicomStack stack, string detail) => new(DicomErrorReason.IrregularSlices, $"{Name(stack)}: {detail}");
}
