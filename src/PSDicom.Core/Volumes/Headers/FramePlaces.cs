using System.Collections.Generic;

namespace PSDicom.Volumes.Headers;

/// <summary>The positions of the frames of a file.</summary>
internal abstract class FramePlaces
{
    /// <summary>The problems of the positions.</summary>
    public SeriesProblem Problem { get; protected set; }

    /// <summary>The tags to read.</summary>
    public static IReadOnlyList<DicomTag> Tags { get; } =
    [
        DicomTag.ImagePositionPatient, DicomTag.ImageOrientationPatient, DicomTag.PixelSpacing, DicomTag.SpacingBetweenSlices, DicomTag.SliceThickness,
        DicomTag.SharedFunctionalGroupsSequence, DicomTag.PerFrameFunctionalGroupsSequence,
        DicomTag.GridFrameOffsetVector,
        DicomTag.DetectorInformationSequence, DicomTag.DetectorVector, DicomTag.SliceVector, DicomTag.RRIntervalVector, DicomTag.TimeSlotVector, DicomTag.EnergyWindowVector,
    ];

    /// <summary>The position of a frame; the index starts at 0.</summary>
    public abstract FramePlace Of(int frame);

    /// <summary>Chooses the reader for the kind of file.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frames">The number of frames.</param>
    public static FramePlaces In(DicomDataset dataset, int frames)
    {
        if (dataset.Contains(DicomTag.PerFrameFunctionalGroupsSequence) || dataset.Contains(DicomTag.SharedFunctionalGroupsSequence))
            return new EnhancedPlaces(dataset, frames);
        if (dataset.Contains(DicomTag.GridFrameOffsetVector)) return new DosePlaces(dataset, frames);
        if (NuclearPlaces.Are(dataset)) return new NuclearPlaces(dataset, frames);
        return new ClassicPlaces(dataset, frames);
    }
}
