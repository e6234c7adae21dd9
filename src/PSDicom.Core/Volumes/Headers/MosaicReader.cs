using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Headers;

/// <summary>
/// Finds the tiles of a mosaic. In a mosaic of Siemens, Image Position is that of a single slice of the size of the mosaic, around the same
/// center. In a VFRAME of United Imaging, each slice has its position.
/// </summary>
internal sealed class MosaicReader
{
    // Siemens has up to 16 x 16.
    private const int MaxSlices = 1024;

    private readonly DicomDataset _dataset;
    private readonly int _rows;
    private readonly int _columns;

    private MosaicReader(DicomDataset dataset, int rows, int columns)
    {
        _dataset = dataset;
        _rows = rows;
        _columns = columns;
    }

    /// <summary>The problems of the mosaic.</summary>
    public SeriesProblem Problem { get; private set; }

    /// <summary>The tiles; null if unknown.</summary>
    public MosaicTiles? Tiles { get; private set; }

    /// <summary>Reads a mosaic.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="rows">Rows of the image.</param>
    /// <param name="columns">Columns of the image.</param>
    /// <returns>Null if the image is not a mosaic.</returns>
    public static MosaicReader? Read(DicomDataset dataset, int rows, int columns)
    {
        string[] type = dataset.GetText(DicomTag.ImageType)?.Split('\\') ?? [];
        bool isMosaic = type.Contains("MOSAIC");
        if (!isMosaic && !type.Contains("VFRAME")) return null;
        var reader = new MosaicReader(dataset, rows, columns);
        reader.Tiles = isMosaic ? reader.ReadSiemens() : reader.ReadUih();
        if (reader.Tiles is null) reader.Problem |= SeriesProblem.UnknownMosaic;
        return reader;
    }

    private MosaicTiles? ReadSiemens()
    {
        byte[] csa = PrivateAttribute.SiemensCsaImageHeader.Find(_dataset) is { } element ? element.ReadBytes() : [];
        double? count = PrivateAttribute.SiemensImagesInMosaic.Number(_dataset)
            ?? (CsaHeader.Find(csa, "NumberOfImagesInMosaic") is { Count: > 0 } counts && HeaderNumbers.TryParse(counts[0], out double number) ? number : null);
        if (TilesAcross(count) is not { } across || _rows % across != 0 || ClassicPlaces.PlaceIn(_dataset) is not { Position: { } position, Shape: { } shape }) return null;
        int columns = _columns / across, rows = _rows / across;
        Vector3d origin = position
            + (shape.Row * (shape.ColumnSpacing * (_columns - columns) / 2))
            + (shape.Column * (shape.RowSpacing * (_rows - rows) / 2));
        Vector3d step = shape.Normal * (DirectionOf(csa, shape) * Spacing());
        return new MosaicTiles(columns, rows, across, [.. Enumerable.Range(0, (int)count!.Value).Select(slice => origin + (step * slice))]);
    }

    private MosaicTiles? ReadUih()
    {
        IReadOnlyList<DicomDataset> frames = PrivateAttribute.UihMosaicFrames.Find(_dataset)?.Items ?? [];
        double? count = PrivateAttribute.UihImagesInMosaic.Number(_dataset) ?? frames.Count;
        if (count != frames.Count || TilesAcross(count) is not { } across) return null;

        // United Imaging leaves out the empty last rows of the square.
        int down = (frames.Count + across - 1) / across;
        if (_rows % down != 0) return null;
        var positions = new List<Vector3d>();
        foreach (DicomDataset frame in frames)
        {
            if (HeaderNumbers.Numbers(frame, DicomTag.ImagePositionPatient, 3) is not { } position) return null;
            positions.Add(new Vector3d(position[0], position[1], position[2]));
        }

        return new MosaicTiles(_columns / across, _rows / down, across, positions);
    }

    /// <summary>The number of tiles in a line; null if the image cannot be divided into tiles.</summary>
    private int? TilesAcross(double? count)
    {
        if (count is not (>= 1 and <= MaxSlices) || count != Math.Floor(count.Value)) return null;
        int across = (int)Math.Ceiling(Math.Sqrt(count.Value));
        return _columns % across == 0 ? across : null;
    }

    private double DirectionOf(byte[] csa, PlaneShape shape)
    {
        IReadOnlyList<string> texts = CsaHeader.Find(csa, "SliceNormalVector");
        var normal = new double[3];
        bool isThere = texts.Count >= 3;
        for (int i = 0; isThere && i < 3; i++) isThere = HeaderNumbers.TryParse(texts[i], out normal[i]);
        double direction = new Vector3d(normal[0], normal[1], normal[2]).Dot(shape.Normal);
        if (isThere && Math.Abs(direction) > 0.5) return Math.Sign(direction);
        Problem |= SeriesProblem.UnknownMosaic;
        return 1;
    }

    private double Spacing()
    {
        if (HeaderNumbers.Number(_dataset, DicomTag.SpacingBetweenSlices) is { } spacing && spacing != 0) return Math.Abs(spacing);
        Problem |= SeriesProblem.SpacingGuessed;
        return HeaderNumbers.Number(_dataset, DicomTag.SliceThickness) is > 0 and double thickness ? thickness : 1;
    }
}
