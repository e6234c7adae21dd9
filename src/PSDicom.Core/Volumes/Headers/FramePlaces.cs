using System.Collections.Generic;

namespace PSDicom.Volumes.Headers;

/// <summary>Where the frames of a file lie.</summary>
internal abstract class FramePlaces
{
    /// <summary>What is wrong with what the file says about places.</summary>
    public SeriesProblem Problem { get; protected set; }

    /// <summary>The tags that are read.</summary>
    public static IReadOnlyList<DicomTag> Tags { get; } =
    [
        DicomTag.ImagePositionPatient, DicomTag.ImageOrientationPatient, DicomTag.PixelSpacing, DicomTag.SpacingBetweenSlices, DicomTag.SliceThickness,
        DicomTag.SharedFunctionalGroupsSequence, DicomTag.PerFrameFunctionalGroupsSequence,
        DicomTag.GridFrameOffsetVector,
        DicomTag.DetectorInformationSequence, DicomTag.DetectorVector, DicomTag.SliceVector, DicomTag.RRIntervalVector, DicomTag.TimeSlotVector, DicomTag.EnergyWindowVector,
    ];

    /// <summary>The place of a frame, from 0.</summary>
    public abstract FramePlace Of(int frame);

    /// <summary>Chooses how a file says it.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frames">How many frames the file has.</param>
    public static FramePlaces In(DicomDataset dataset, int frames)
    {
        if (dataset.Contains(DicomTag.PerFrameFunctionalGroupsSequence) || dataset.Contains(DicomTag.SharedFunctionalGroupsSequence))
            return new EnhancedPlaces(dataset, frames);
        if (dataset.Contains(DicomTag.GridFrameOffsetVector)) return new DosePlaces(dataset, frames);
        if (NuclearPlaces.Are(dataset)) return new NuclearPlaces(dataset, frames);
        return new ClassicPlaces(dataset, frames);
    }
}
