using System;
using System.Linq;
using System.Text;
using System.Threading;
using PSDicom.Data;
using PSDicom.IO.Writing;
using PSDicom.Volumes;
using PSDicom.Volumes.Formats;

namespace PSDicom.Operations.Volumes;

/// <summary>
/// The JSON file beside a volume, with its metadata. Names and units are those of BIDS if it defines them (times in seconds). Nothing identifies
/// the patient: no names, dates, identifiers or free text.
/// </summary>
internal sealed class VolumeSidecar(DicomStack stack, VolumeLayout layout, VolumeHeader header, string? unit, DicomFile first)
{
    private const double MillisecondsPerSecond = 1000;

    /// <summary>The elements to read from the first file.</summary>
    public static DicomTag[] Tags => [DicomTag.Manufacturer, DicomTag.ManufacturerModelName, DicomTag.MagneticFieldStrength, DicomTag.KVP, DicomTag.ConvolutionKernel];

    /// <summary>The path of the JSON file of a volume.</summary>
    /// <param name="path">The path of the volume's file.</param>
    /// <param name="extension">The extension of its format.</param>
    public static string PathOf(string path, string extension) => path.Substring(0, path.Length - extension.Length) + ".json";

    /// <summary>Writes the file.</summary>
    /// <param name="path">The path.</param>
    /// <param name="replaces">Whether an existing file is replaced.</param>
    /// <param name="cancellation">Cancels the writing.</param>
    public void Write(string path, bool replaces, CancellationToken cancellation)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(ToJson());
        AtomicFile.Write(path, replaces, stream => stream.Write(bytes, 0, bytes.Length), cancellation);
    }

    private string ToJson()
    {
        var json = new JsonText();
        json.Add("ConversionSoftware", "PSDicom");
        AddSource(json);
        AddGeometry(json);
        json.Add("DataType", header.Type.ToString());
        json.Add("Slope", header.Slope);
        json.Add("Intercept", header.Intercept);
        json.Add("Units", CodeOf(unit));
        AddAcquisition(json);
        json.Add("FileCount", stack.FileCount);
        if (stack.Problem != SeriesProblem.None) json.Add("Problem", stack.Problem.ToString());
        return json.ToString();
    }

    private void AddSource(JsonText json)
    {
        json.Add("Modality", CodeOf(stack.Modality));
        json.Add("Manufacturer", TextOf(DicomTag.Manufacturer));
        json.Add("ManufacturersModelName", TextOf(DicomTag.ManufacturerModelName));
        json.Add("MagneticFieldStrength", NumberOf(DicomTag.MagneticFieldStrength));
        json.Add("KVP", NumberOf(DicomTag.KVP));
        json.Add("ConvolutionKernel", TextOf(DicomTag.ConvolutionKernel));
        json.Add("SeriesNumber", stack.SeriesNumber);
        if (stack.StackCount > 1) json.Add("StackIndex", stack.StackIndex);
    }

    private void AddGeometry(JsonText json)
    {
        json.Add("Dimensions", (double[])[header.Columns, header.Rows, header.Slices, header.Volumes]);
        json.Add("Spacing", header.Spacing);
        json.Add(
            "AffineLPS",
            (double[][])
            [
                [header.I.X, header.J.X, header.K.X, header.Origin.X],
                [header.I.Y, header.J.Y, header.K.Y, header.Origin.Y],
                [header.I.Z, header.J.Z, header.K.Z, header.Origin.Z],
            ]);
        json.Add("Orientation", stack.Orientation.ToString());
        json.Add("GantryTilt", stack.GantryTilt);
        if (layout.Filled > 0) json.Add("FilledSlices", (double[])[.. Enumerable.Range(0, layout.Slices).Where(slice => layout.Arrangement[slice] is null).Select(slice => slice + 1)]);
        if (!stack.IsRegular && layout.Filled == 0) json.Add("SlicePositions", (double[])[.. layout.Geometry.SlicePositions.Select(position => Math.Round(position * layout.Geometry.K.Length, 6))]);
    }

    private void AddAcquisition(JsonText json)
    {
        FrameKeys keys = stack.Frames[0].Keys;
        json.Add("EchoTime", keys.EchoTime / MillisecondsPerSecond);
        json.Add("RepetitionTime", keys.RepetitionTime / MillisecondsPerSecond);
        json.Add("FlipAngle", keys.FlipAngle);
        json.Add("SliceThickness", keys.SliceThickness);
        json.Add("SpacingBetweenSlices", keys.SliceSpacing);
        json.Add("ComplexPart", CodeOf(keys.ComplexPart));
        json.Add("VolumeTimes", header.VolumeTimes);
        double?[] bValues = [.. Enumerable.Range(0, header.Volumes).Select(BValueOf)];
        if (bValues.All(value => value is not null)) json.Add("BValues", (double[])[.. bValues.Select(value => value!.Value)]);
    }

    /// <summary>The b-value of a volume, from its first slice that is not blank.</summary>
    private double? BValueOf(int volumeIndex) => Enumerable.Range(0, layout.Slices)
        .Select(slice => layout.Arrangement[(volumeIndex * layout.Slices) + slice])
        .OfType<PlacedSlice>()
        .Select(slice => slice.Frame.Keys.BValue)
        .FirstOrDefault();

    private static string? CodeOf(string? text) => text is not null && QuotedText.IsOfKind(DicomVR.CS, text) ? text : null;

    // With a wrong length in the file, the text could include the patient's name.
    private string? TextOf(DicomTag tag) => first.Dataset.GetText(tag) is { Length: > 0 } text && QuotedText.IsOfKind(DicomVR.LO, text) ? text : null;

    private double? NumberOf(DicomTag tag) => first.Dataset.GetText(tag) is { } text && TextNumbers.TryParseDecimal(text, out double number) ? number : null;
}
