using System.IO.Compression;
using System.Text;
using PSDicom.Pixels;
using PSDicom.Volumes;
using PSDicom.Volumes.Formats;

namespace PSDicom.Core.Tests.Volumes.Formats;

/// <summary>The formats whose headers are text: NRRD, MetaImage, NPY.</summary>
public class TextHeaderTests
{
    [Fact]
    public void Nrrd_has_directions_with_their_shear()
    {
        (string[] lines, byte[] voxels) = Split(SampleHeaders.Write(VolumeFormat.Nrrd, SampleHeaders.Tilted));
        Assert.Equal(
            [
                "NRRD0005",
                "type: int16",
                "dimension: 3",
                "space: left-posterior-superior",
                "sizes: 4 3 2",
                "space directions: (0.5,0,0) (0,0.75,0) (0,0.25,2)",
                "kinds: domain domain domain",
                "endian: little",
                "encoding: raw",
                "space units: \"mm\" \"mm\" \"mm\"",
                "space origin: (-10,20,-30)",
            ],
            lines.Where(line => line[0] != '#'));
        Assert.Equal(48, voxels.Length);
        Assert.Equal(111, BitConverter.ToInt16(voxels, 46));
    }

    [Fact]
    public void Nrrd_has_volumes_as_a_fourth_axis()
    {
        (string[] lines, _) = Split(SampleHeaders.Write(VolumeFormat.Nrrd, SampleHeaders.Axial with { Volumes = 2, VolumeTimes = [0, 1.5] }));
        Assert.Contains("sizes: 4 3 2 2", lines);
        Assert.Contains("space directions: (0.5,0,0) (0,0.75,0) (0,0,2) none", lines);
        Assert.Contains("kinds: domain domain domain time", lines);
        Assert.Contains("spacings: NaN NaN NaN 1.5", lines);
        Assert.Contains("units: \"\" \"\" \"\" \"s\"", lines);

        (lines, _) = Split(SampleHeaders.Write(VolumeFormat.Nrrd, SampleHeaders.Axial with { Volumes = 2 }));
        Assert.Contains("kinds: domain domain domain list", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("spacings", StringComparison.Ordinal));
    }

    [Fact]
    public void Nrrd_has_colours_as_the_first_axis()
    {
        (string[] lines, byte[] voxels) = Split(SampleHeaders.Write(VolumeFormat.Nrrd, SampleHeaders.Axial with { Type = SampleType.UInt8, SamplesPerPixel = 3, Slices = 1 }));
        Assert.Contains("dimension: 4", lines);
        Assert.Contains("sizes: 3 4 3 1", lines);
        Assert.Contains("space directions: none (0.5,0,0) (0,0.75,0) (0,0,2)", lines);
        Assert.Contains("kinds: RGB-color domain domain domain", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("endian", StringComparison.Ordinal));
        Assert.Equal(36, voxels.Length);
    }

    [Fact]
    public void Nrrd_may_be_compressed()
    {
        (_, byte[] voxels) = Split(SampleHeaders.Write(VolumeFormat.Nrrd, SampleHeaders.Axial));
        (string[] lines, byte[] compressed) = Split(SampleHeaders.Write(VolumeFormat.Nrrd, SampleHeaders.Axial, isCompressed: true));
        Assert.Contains("encoding: gzip", lines);
        using var stream = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        stream.CopyTo(inflated);
        Assert.Equal(voxels, inflated.ToArray());
    }

    [Fact]
    public void MetaImage_has_directions_of_length_1()
    {
        (string[] lines, byte[] voxels) = Split(
            SampleHeaders.Write(VolumeFormat.MetaImage, SampleHeaders.Axial with { I = new Vector3d(0, 0.5, 0), J = new Vector3d(0, 0, -0.75), K = new Vector3d(-2, 0, 0) }), "LOCAL\n");
        Assert.Equal(
            [
                "ObjectType = Image",
                "NDims = 3",
                "BinaryData = True",
                "BinaryDataByteOrderMSB = False",
                "CompressedData = False",
                "TransformMatrix = 0 1 0 0 0 -1 -1 0 0",
                "Offset = -10 20 -30",
                "CenterOfRotation = 0 0 0",
                "ElementSpacing = 0.5 0.75 2",
                "DimSize = 4 3 2",
                "ElementType = MET_SHORT",
                "ElementDataFile = LOCAL",
            ],
            lines);
        Assert.Equal(48, voxels.Length);
    }

    [Fact]
    public void MetaImage_has_volumes_as_a_fourth_dimension_and_colours_as_channels()
    {
        VolumeHeader header = SampleHeaders.Axial with { Volumes = 2, VolumeTimes = [0, 1.5], Type = SampleType.UInt8, SamplesPerPixel = 3, Slices = 1 };
        (string[] lines, byte[] voxels) = Split(SampleHeaders.Write(VolumeFormat.MetaImage, header), "LOCAL\n");
        Assert.Contains("NDims = 4", lines);
        Assert.Contains("TransformMatrix = 1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1", lines);
        Assert.Contains("Offset = -10 20 -30 0", lines);
        Assert.Contains("ElementSpacing = 0.5 0.75 2 1.5", lines);
        Assert.Contains("DimSize = 4 3 1 2", lines);
        Assert.Contains("ElementNumberOfChannels = 3", lines);
        Assert.Contains("ElementType = MET_UCHAR", lines);
        Assert.Equal(72, voxels.Length);
    }

    [Theory]
    [InlineData(0, "uint8", "MET_UCHAR", "|u1")]
    [InlineData(1, "int8", "MET_CHAR", "|i1")]
    [InlineData(2, "uint16", "MET_USHORT", "<u2")]
    [InlineData(3, "int16", "MET_SHORT", "<i2")]
    [InlineData(4, "uint32", "MET_UINT", "<u4")]
    [InlineData(5, "int32", "MET_INT", "<i4")]
    [InlineData(6, "uint64", "MET_ULONG_LONG", "<u8")]
    [InlineData(7, "int64", "MET_LONG_LONG", "<i8")]
    [InlineData(8, "float", "MET_FLOAT", "<f4")]
    [InlineData(9, "double", "MET_DOUBLE", "<f8")]
    public void Each_type_has_its_name(int type, string nrrd, string metaImage, string npy)
    {
        VolumeHeader header = SampleHeaders.Axial with { Type = (SampleType)type, Slices = 1 };
        Assert.Contains($"type: {nrrd}\n", TextOf(VolumeFormat.Nrrd, header));
        Assert.Contains($"ElementType = {metaImage}\n", TextOf(VolumeFormat.MetaImage, header));
        Assert.Contains($"'descr': '{npy}'", TextOf(VolumeFormat.Npy, header));
    }

    [Fact]
    public void Npy_has_the_slowest_dimension_first()
    {
        Assert.Contains("'shape': (2, 3, 4), }", TextOf(VolumeFormat.Npy, SampleHeaders.Axial));
        Assert.Contains("'shape': (5, 2, 3, 4), }", TextOf(VolumeFormat.Npy, SampleHeaders.Axial with { Volumes = 5 }));
        Assert.Contains("'shape': (1, 3, 4, 3), }", TextOf(VolumeFormat.Npy, SampleHeaders.Axial with { Slices = 1, SamplesPerPixel = 3, Type = SampleType.UInt8 }));
    }

    private static string TextOf(VolumeFormat format, VolumeHeader header) => Encoding.GetEncoding("iso-8859-1").GetString(SampleHeaders.Write(format, header));

    private static (string[] Lines, byte[] Voxels) Split(byte[] bytes, string end = "\n\n")
    {
        string text = Encoding.GetEncoding("iso-8859-1").GetString(bytes);
        int start = text.IndexOf(end, StringComparison.Ordinal) + end.Length;
        return (text.Substring(0, start).TrimEnd('\n').Split('\n'), [.. bytes.Skip(start)]);
    }
}
