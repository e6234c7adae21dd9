using System.Collections.Generic;
using PSDicom.Volumes.Formats;
using static PSDicom.Operations.Volumes.StackText;

namespace PSDicom.Operations.Volumes;

/// <summary>What of a volume was guessed, is contradicted by its files, or got lost.</summary>
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
            yield return new DicomWarning($"{name}: volumes are not evenly spaced in time, and the file has no place for their times; a JSON file beside it has.");
    }

    private static (SeriesProblem Problem, string Text)[] Texts(DicomStack stack, VolumeHeader header) =>
    [
        (SeriesProblem.MixedPatients, "files name different patients (PatientID)."),
        (SeriesProblem.SameUIDOtherContent, "files have the same SOPInstanceUID, but not the same bytes; all of them were used."),
        (SeriesProblem.SpacingGuessed, Invariant("the files do not tell how far slices are apart; {0:0.###} mm was taken, by their thickness if that is told.", header.K.Length)),
        (SeriesProblem.SpacingContradicted, Invariant(
            "SpacingBetweenSlices is {0} mm, but slices lie {1:0.######} mm apart, which was used.", stack.SpacingDeclared, stack.Spacing is { } spacing ? spacing[2] : header.K.Length)),
        (SeriesProblem.UnknownMosaic, "the files do not tell in which direction the slices of a mosaic follow each other; that of row x column was taken."),
        (SeriesProblem.PositionsContradicted, "what the files say about where their frames lie contradicts itself, or is not said of all of them."),
        (SeriesProblem.NotPatientCoordinates, "positions are in the coordinates of the device, not in those of the patient: left, right, front and back mean nothing."),
        (SeriesProblem.FramesContradicted, "NumberOfFrames is not the number of frames that the pixel data hold; those that are there were used."),
    ];
}
