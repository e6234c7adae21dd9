using System;
using System.Collections.Generic;
using System.Globalization;
using PSDicom.Pixels;

namespace PSDicom;

/// <summary>One decoded frame: its samples as numbers (PS3.3 section C.7.6.3).</summary>
public sealed class DicomFrame
{
    private readonly Array _pixels;
    private SampleStatistics? _statistics;

    internal DicomFrame(Array pixels) => _pixels = pixels;

    /// <summary>The file's full path; null for bytes in memory.</summary>
    public string? FullName { get; init; }

    /// <summary>The number of the frame, from 1.</summary>
    public int Frame { get; init; }

    /// <summary>Rows, in pixels.</summary>
    public int Rows { get; init; }

    /// <summary>Columns, in pixels.</summary>
    public int Columns { get; init; }

    /// <summary>Samples of a pixel: 1 for grey, 3 for colour.</summary>
    public int SamplesPerPixel { get; init; }

    /// <summary>
    /// Photometric Interpretation of the decoded samples, such as <c>MONOCHROME2</c>. It can differ from that of the file.
    /// </summary>
    public string? PhotometricInterpretation { get; init; }

    /// <summary>Bits Allocated: the bits of a sample's cell, before compression.</summary>
    public int BitsAllocated { get; init; }

    /// <summary>Bits Stored: the bits of a cell that are used.</summary>
    public int BitsStored { get; init; }

    /// <summary>The type of the samples, such as <c>UInt16</c>.</summary>
    public string SampleType => _pixels.GetType().GetElementType()!.Name;

    /// <summary>
    /// The unit of rescaled values as in the file, such as <c>HU</c> or <c>GY</c>; null for stored values, or if the file has none.
    /// </summary>
    public string? Unit { get; init; }

    /// <summary>The problems of this frame in the file, and how each was handled.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; init; } = [];

    /// <summary>The smallest sample; NaN if no sample is a number.</summary>
    public double Minimum => Statistics.Minimum;

    /// <summary>The largest sample; NaN if no sample is a number.</summary>
    public double Maximum => Statistics.Maximum;

    /// <summary>The mean of the samples; NaN if no sample is a number.</summary>
    public double Mean => Statistics.Mean;

    /// <summary>The standard deviation of the samples (divided by their number); NaN if no sample is a number.</summary>
    public double StandardDeviation => Statistics.StandardDeviation;

    // Two threads may compute it twice, which does no harm.
    private SampleStatistics Statistics => _statistics ??= new SampleStatistics(_pixels);

    /// <summary>The first sample of a pixel.</summary>
    /// <param name="row">The row, from 0 at the top.</param>
    /// <param name="column">The column, from 0 at the left.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public double this[int row, int column] => this[row, column, 0];

    /// <summary>A sample of a pixel.</summary>
    /// <param name="row">The row, from 0 at the top.</param>
    /// <param name="column">The column, from 0 at the left.</param>
    /// <param name="sample">The sample, from 0; red is sample 0 of RGB.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row, column or sample.</exception>
    public double this[int row, int column, int sample]
    {
        get
        {
            if ((uint)row >= (uint)Rows) throw new ArgumentOutOfRangeException(nameof(row));
            if ((uint)column >= (uint)Columns) throw new ArgumentOutOfRangeException(nameof(column));
            if ((uint)sample >= (uint)SamplesPerPixel) throw new ArgumentOutOfRangeException(nameof(sample));
            return Convert.ToDouble(_pixels.GetValue((((row * Columns) + column) * SamplesPerPixel) + sample), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>
    /// The samples, row by row from the top, with the samples of a pixel together: an array of <see cref="byte"/>, <see cref="sbyte"/>,
    /// <see cref="ushort"/>, <see cref="short"/>, <see cref="uint"/>, <see cref="int"/>, <see cref="ulong"/>, <see cref="long"/>,
    /// <see cref="float"/> or <see cref="double"/>. It is the frame's own array, not a copy.
    /// </summary>
    /// <remarks>A method, not a property, so that ConvertTo-Json does not write megabytes.</remarks>
    public Array GetPixels() => _pixels;

    /// <summary>Path and number.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} [{1}]", FullName, Frame);

    /// <summary>The same frame with other samples.</summary>
    internal DicomFrame With(Array pixels, int samplesPerPixel, string? photometricInterpretation, int bitsAllocated, int bitsStored) =>
        Copy(pixels, samplesPerPixel, photometricInterpretation, bitsAllocated, bitsStored, Unit, Warnings);

    /// <summary>The same frame with rescaled values.</summary>
    internal DicomFrame WithValues(Array values, string? unit) =>
        Copy(values, SamplesPerPixel, PhotometricInterpretation, BitsAllocated, BitsStored, unit, Warnings);

    /// <summary>The same frame with one more warning, before the others.</summary>
    internal DicomFrame WithWarning(DicomWarning warning) =>
        Copy(_pixels, SamplesPerPixel, PhotometricInterpretation, BitsAllocated, BitsStored, Unit, [warning, .. Warnings]);

    private DicomFrame Copy(
        Array pixels,
        int samplesPerPixel,
        string? photometricInterpretation,
        int bitsAllocated,
        int bitsStored,
        string? unit,
        IReadOnlyList<DicomWarning> warnings) => new(pixels)
    {
        FullName = FullName,
        Frame = Frame,
        Rows = Rows,
        Columns = Columns,
        SamplesPerPixel = samplesPerPixel,
        PhotometricInterpretation = photometricInterpretation,
        BitsAllocated = bitsAllocated,
        BitsStored = bitsStored,
        Unit = unit,
        Warnings = warnings,
    };
}
