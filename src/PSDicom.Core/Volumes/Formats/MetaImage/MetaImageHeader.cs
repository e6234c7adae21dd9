using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PSDicom.Pixels;

namespace PSDicom.Volumes.Formats.MetaImage;

/// <summary>
/// The text header of a MetaImage file. Directions are unit vectors in the coordinates of DICOM (LPS), and readers expect them to be
/// perpendicular.
/// </summary>
internal static class MetaImageHeader
{
    public static byte[] Make(VolumeHeader header)
    {
        bool isSeries = header.Volumes > 1;
        int dimensions = isSeries ? 4 : 3;
        List<string> lines =
        [
            "ObjectType = Image",
            $"NDims = {dimensions}",
            "BinaryData = True",
            "BinaryDataByteOrderMSB = False",
            "CompressedData = False",
            $"TransformMatrix = {InvariantNumbers.Text(Directions(header, isSeries))}",
            $"Offset = {Of(isSeries, header.Origin.X, header.Origin.Y, header.Origin.Z, 0)}",
            $"CenterOfRotation = {Of(isSeries, 0, 0, 0, 0)}",
            $"ElementSpacing = {Of(isSeries, header.Spacing[0], header.Spacing[1], header.Spacing[2], header.TimeStep ?? 1)}",
            $"DimSize = {Of(isSeries, header.Columns, header.Rows, header.Slices, header.Volumes)}",
        ];
        if (header.SamplesPerPixel > 1) lines.Add($"ElementNumberOfChannels = {header.SamplesPerPixel}");
        lines.Add($"ElementType = {TypeOf(header.Type)}");
        lines.Add("ElementDataFile = LOCAL");
        return Encoding.ASCII.GetBytes(string.Join("\n", lines) + "\n");
    }

    private static double[] Directions(VolumeHeader header, bool isSeries)
    {
        var directions = new List<double>();
        foreach (Vector3d axis in (Vector3d[])[header.I, header.J, header.K])
        {
            Vector3d direction = axis / axis.Length;
            directions.AddRange([direction.X, direction.Y, direction.Z]);
            if (isSeries) directions.Add(0);
        }

        if (isSeries) directions.AddRange([0, 0, 0, 1]);
        return [.. directions];
    }

    private static string Of(bool isSeries, params double[] numbers) => InvariantNumbers.Text([.. numbers.Take(isSeries ? 4 : 3)]);

    private static string TypeOf(SampleType type) => type switch
    {
        SampleType.UInt8 => "MET_UCHAR",
        SampleType.Int8 => "MET_CHAR",
        SampleType.UInt16 => "MET_USHORT",
        SampleType.Int16 => "MET_SHORT",
        SampleType.UInt32 => "MET_UINT",
        SampleType.Int32 => "MET_INT",
        SampleType.UInt64 => "MET_ULONG_LONG",
        SampleType.Int64 => "MET_LONG_LONG",
        SampleType.Float32 => "MET_FLOAT",
        SampleType.Float64 => "MET_DOUBLE",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
