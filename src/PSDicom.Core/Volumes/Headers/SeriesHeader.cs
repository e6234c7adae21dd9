using System.Collections.Generic;
using System.Linq;
using PSDicom.Frames;
using PSDicom.Pixels;
using PSDicom.Query;

namespace PSDicom.Volumes.Headers;

/// <summary>Reads the attributes of a header that sort its frames into series and stacks.</summary>
internal static class SeriesHeader
{
    /// <summary>The elements to read.</summary>
    public static ITagSelection Selection { get; } = new TagSet(
    [
        .. ((IEnumerable<DicomTag>)[.. OwnTags, .. FramePlaces.Tags, .. FrameKeysReader.Tags, .. SampleMeaningReader.Tags, .. HeaderFrames.Tags]).Select(TagMask.Of),
        .. PrivateAttribute.AllTags,
    ]);

    private static DicomTag[] OwnTags =>
    [
        DicomTag.SOPInstanceUID, DicomTag.Modality, DicomTag.PatientID, DicomTag.PatientName,
        DicomTag.StudyInstanceUID, DicomTag.StudyDate, DicomTag.StudyTime, DicomTag.StudyDescription, DicomTag.AccessionNumber,
        DicomTag.SeriesInstanceUID, DicomTag.SeriesNumber, DicomTag.SeriesDescription, DicomTag.SeriesDate, DicomTag.ContentDate,
        DicomTag.InstanceNumber, DicomTag.FrameOfReferenceUID,
    ];

    /// <summary>Creates the file of a series.</summary>
    /// <param name="file">The file, read at least with the elements of <see cref="Selection"/>.</param>
    /// <param name="path">Its full path.</param>
    /// <param name="tally">The number of frames.</param>
    public static DicomSeriesFile Read(DicomFile file, string path, FrameTally tally)
    {
        DicomDataset dataset = file.Dataset;
        PixelFormat format = PixelFormat.Read(dataset);
        int rows = format.Rows ?? 0, columns = format.Columns ?? 0;
        SeriesIdentity identity = ReadIdentity(dataset);
        MosaicReader? mosaic = tally.Count == 1 ? MosaicReader.Read(dataset, rows, columns) : null;
        FramePlaces places = FramePlaces.In(dataset, tally.Count);
        var frames = new DicomStackFrame[tally.Count];
        var result = new DicomSeriesFile(path, file.Length)
        {
            SOPInstanceUID = dataset.GetText(DicomTag.SOPInstanceUID),
            InstanceNumber = dataset.GetInteger(DicomTag.InstanceNumber),
            Identity = identity,
            FrameOfReferenceUID = dataset.GetText(DicomTag.FrameOfReferenceUID),
            Rows = rows,
            Columns = columns,
            SamplesPerPixel = format.SamplesPerPixel ?? 1,
            Tiles = mosaic?.Tiles,
            Frames = frames,
            Taken = HeaderTimes.DateTimeOf(dataset),
        };

        var keys = new FrameKeysReader(dataset, identity.Modality);
        var meanings = new SampleMeaningReader(dataset, format);
        for (int i = 0; i < frames.Length; i++)
        {
            FramePlace place = PlaceOf(dataset, mosaic, places, i);
            frames[i] = new DicomStackFrame(result, i + 1, keys.Of(i)) { Position = place.Position, Shape = place.Shape, Meaning = meanings.Of(i) };
        }

        result.Problem = places.Problem | (mosaic?.Problem ?? SeriesProblem.None)
            | (tally.Source == FrameCountSource.Counted ? SeriesProblem.FramesContradicted : SeriesProblem.None);
        return result;
    }

    /// <summary>The position of a frame. A mosaic has none if the positions of its tiles are unknown. A VFRAME of United Imaging has only positions of tiles.</summary>
    private static FramePlace PlaceOf(DicomDataset dataset, MosaicReader? mosaic, FramePlaces places, int frame)
    {
        if (mosaic is { Tiles: null }) return default;
        FramePlace place = places.Of(frame);
        return mosaic?.Tiles is { } tiles && place.Position is null && ClassicPlaces.ShapeIn(dataset) is { } shape ? new FramePlace(tiles.Positions[0], shape) : place;
    }

    private static SeriesIdentity ReadIdentity(DicomDataset dataset) => new()
    {
        PatientID = dataset.GetText(DicomTag.PatientID),
        PatientName = dataset.GetText(DicomTag.PatientName),
        StudyInstanceUID = dataset.GetText(DicomTag.StudyInstanceUID),
        StudyDate = HeaderTimes.Date(dataset, DicomTag.StudyDate),
        StudyTime = HeaderTimes.Time(dataset, DicomTag.StudyTime),
        StudyDescription = dataset.GetText(DicomTag.StudyDescription),
        AccessionNumber = dataset.GetText(DicomTag.AccessionNumber),
        SeriesInstanceUID = dataset.GetText(DicomTag.SeriesInstanceUID),
        SeriesNumber = dataset.GetInteger(DicomTag.SeriesNumber),
        SeriesDescription = dataset.GetText(DicomTag.SeriesDescription),
        SeriesDate = HeaderTimes.Date(dataset, DicomTag.SeriesDate),
        Modality = dataset.GetText(DicomTag.Modality),
    };
}
