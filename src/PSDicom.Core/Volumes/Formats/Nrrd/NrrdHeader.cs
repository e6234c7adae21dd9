using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PSDicom.Pixels;

namespace PSDicom.Volumes.Formats.Nrrd;

/// <summary>The text header of an NRRD file, which ends with an empty line. Directions include shear.</summary>
internal static class NrrdHeader
{
    private const string NoDirection = "none";

    public static byte[] Make(VolumeHeader header, bool isCompressed)
    {
        bool isColor = header.SamplesPerPixel > 1, isSeries = header.Volumes > 1;
        IEnumerable<double> sizes = [.. Of(isColor, (double)header.SamplesPerPixel), header.Columns, header.Rows, header.Slices, .. Of(isSeries, (double)header.Volumes)];
        IEnumerable<string> directions = [.. Of(isColor, NoDirection), Vector(header.I), Vector(header.J), Vector(header.K), .. Of(isSeries, NoDirection)];
        IEnumerable<string> kinds = [.. Of(isColor, "RGB-color"), "domain", "domain", "domain", .. Of(isSeries, header.TimeStep is null ? "list" : "time")];
        List<string> lines =
        [
            "NRRD0005",
            "# Complete NRRD file format specification at:",
            "# http://teem.sourceforge.net/nrrd/format.html",
            $"type: {TypeOf(header.Type)}",
            $"dimension: {sizes.Count()}",
            "space: left-posterior-superior",
            $"sizes: {InvariantNumbers.Text([.. sizes])}",
            $"space directions: {string.Join(" ", directions)}",
            $"kinds: {string.Join(" ", kinds)}",
        ];
        if (SampleArray.SizeOf(header.Type) > 1) lines.Add("endian: little");
        lines.Add(isCompressed ? "encoding: gzip" : "encoding: raw");

        // Only for the time axis: the directions contain the spacing of the spatial axes.
        if (header.TimeStep is { } step)
        {
            IEnumerable<string> spacings = [.. Of(isColor, "NaN"), "NaN", "NaN", "NaN", InvariantNumbers.Text(step)];
            IEnumerable<string> units = [.. Of(isColor, "\"\""), "\"\"", "\"\"", "\"\"", "\"s\""];
            lines.Add($"spacings: {string.Join(" ", spacings)}");
            lines.Add($"units: {string.Join(" ", units)}");
        }

        lines.Add("space units: \"mm\" \"mm\" \"mm\"");
        lines.Add($"space origin: {Vector(header.Origin)}");
        return Encoding.ASCII.GetBytes(string.Join("\n", lines) + "\n\n");
    }

    private static T[] Of<T>(bool isThere, T value) => isThere ? [value] : [];

    private static string Vector(Vector3d vector) => $"({InvariantNumbers.Text(vector.X)},{InvariantNumbers.Text(vector.Y)},{InvariantNumbers.Text(vector.Z)})";

    private static string TypeOf(SampleType type) => type switch
    {
        SampleType.UInt8 => "uint8",
        SampleType.Int8 => "int8",
        SampleType.UInt16 => "uint16",
        SampleType.Int16 => "int16",
        SampleType.UInt32 => "uint32",
        SampleType.Int32 => "int32",
        SampleType.UInt64 => "uint64",
        SampleType.Int64 => "int64",
        SampleType.Float32 => "float",
        SampleType.Float64 => "double",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
