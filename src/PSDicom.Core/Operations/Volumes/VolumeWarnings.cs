using System.Collections.Generic;
using PSDicom.Volumes.Formats;
using static PSDicom.Operations.Volumes.StackText;

namespace PSDicom.Operations.Volumes;

/// <summary>The warnings about guessed, contradicted and lost information of a volume.</summary>
internal static class VolumeWarnings
{
    public static IEnumerable<DicomWarning> Of(DicomStack stack, VolumeLayout layout, VolumeHeader header)
    {
        string name = Name(stack);
        if (layout.Warning is { } warning) yield return new DicomWarning($"{name}: {warning.Message}");
        foreach ((SeriesProblem problem, string text) in Texts(stack, header))
        {
            if ((stack.Problem & problem) != 0) yield return new DicomWarning($"{name}: {text}");
        }

        if (header.Volumes > 1 && header.VolumeTimes is not null && header.TimeStep is null)
            yield return new DicomWarning($"{name}: the volumes are not evenly spaced in time, and the format stores no single times; a JSON sidecar does.");
    }

    private static (SeriesProblem Problem, string Text)[] Texts(DicomStack stack, VolumeHeader header) =>
    [
        (SeriesProblem.MixedPatients, "the files have different patient IDs."),
        (SeriesProblem.SameUIDOtherContent, "files have the same SOPInstanceUID but different bytes; all were used."),
        (SeriesProblem.SpacingGuessed, Invariant("the slice spacing is unknown; {0:0.###} mm was used (the slice thickness, or else 1 mm).", header.K.Length)),
        (SeriesProblem.SpacingContradicted, Invariant(
            "SpacingBetweenSlices is {0} mm, but the positions are {1:0.######} mm apart; the positions were used.", stack.SpacingDeclared, stack.Spacing is { } spacing ? spacing[2] : header.K.Length)),
        (SeriesProblem.UnknownMosaic, "the slice direction of the mosaic is unknown; row x column was used."),
        (SeriesProblem.PositionsContradicted, "the frame positions contradict each other or are incomplete."),
        (SeriesProblem.NotPatientCoordinates, "positions are in device coordinates: left, right, front and back are unknown."),
        (SeriesProblem.FramesContradicted, "NumberOfFrames is wrong; the frames in the pixel data were used."),
    ];
}
