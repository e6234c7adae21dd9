using System.IO.Compression;
using System.Text;

namespace PSDicom.Core.Tests.Volumes.Formats;

/// <summary>Reads a NIfTI file by the offsets of nifti1.h and nifti2.h.</summary>
internal sealed class NiftiFile
{
    private readonly byte[] _bytes;
    private readonly bool _isSecond;

    public NiftiFile(byte[] bytes)
    {
        _bytes = bytes[0] == 0x1F && bytes[1] == 0x8B ? Inflate(bytes) : bytes;
        int size = BitConverter.ToInt32(_bytes, 0);
        Assert.True(size is 348 or 540, $"The size of the header is {size}.");
        _isSecond = size == 540;
        Assert.Equal(_isSecond ? "n+2\0\r\n\x1A\n" : "n+1\0", Encoding.ASCII.GetString(_bytes, _isSecond ? 4 : 344, _isSecond ? 8 : 4));
    }

    public bool IsSecond => _isSecond;

    public int DataType => BitConverter.ToInt16(_bytes, _isSecond ? 12 : 70);

    public int Bits => BitConverter.ToInt16(_bytes, _isSecond ? 14 : 72);

    /// <summary>The number of dimensions, then their lengths.</summary>
    public long[] Dimensions => [.. Enumerable.Range(0, 8).Select(i => _isSecond ? BitConverter.ToInt64(_bytes, 16 + (8 * i)) : BitConverter.ToInt16(_bytes, 40 + (2 * i)))];

    public double[] PixelDimensions => [.. Enumerable.Range(0, 8).Select(i => Real(76 + (4 * i), 104 + (8 * i)))];

    public double Slope => Real(112, 176);

    public double Intercept => Real(116, 184);

    public int QformCode => _isSecond ? BitConverter.ToInt32(_bytes, 344) : BitConverter.ToInt16(_bytes, 252);

    public int SformCode => _isSecond ? BitConverter.ToInt32(_bytes, 348) : BitConverter.ToInt16(_bytes, 254);

    public int Units => _isSecond ? BitConverter.ToInt32(_bytes, 500) : _bytes[123];

    /// <summary>b, c and d of the quaternion, then the offset.</summary>
    public double[] Quaternion => [.. Enumerable.Range(0, 6).Select(i => Real(256 + (4 * i), 352 + (8 * i)))];

    /// <summary>Three rows of four numbers.</summary>
    public double[] Matrix => [.. Enumerable.Range(0, 12).Select(i => Real(280 + (4 * i), 400 + (8 * i)))];

    public int Offset => (int)(_isSecond ? BitConverter.ToInt64(_bytes, 168) : (long)BitConverter.ToSingle(_bytes, 108));

    /// <summary>The bytes of the voxels.</summary>
    public byte[] Voxels => [.. _bytes.Skip(Offset)];

    /// <summary>The samples, as numbers.</summary>
    public double[] Samples => DataType switch
    {
        2 or 128 => [.. Voxels.Select(voxel => (double)voxel)],
        4 => Read(2, (bytes, at) => BitConverter.ToInt16(bytes, at)),
        8 => Read(4, (bytes, at) => BitConverter.ToInt32(bytes, at)),
        16 => Read(4, (bytes, at) => BitConverter.ToSingle(bytes, at)),
        64 => Read(8, BitConverter.ToDouble),
        512 => Read(2, (bytes, at) => BitConverter.ToUInt16(bytes, at)),
        768 => Read(4, (bytes, at) => BitConverter.ToUInt32(bytes, at)),
        _ => throw new InvalidOperationException($"Type {DataType}."),
    };

    /// <summary>The columns of the rotation that the quaternion is, as nifti1_io.c makes it.</summary>
    public double[][] Rotation()
    {
        (double b, double c, double d) = (Quaternion[0], Quaternion[1], Quaternion[2]);
        double a = Math.Sqrt(Math.Max(0, 1 - ((b * b) + (c * c) + (d * d))));
        double[][] columns =
        [
            [(a * a) + (b * b) - (c * c) - (d * d), 2 * ((b * c) + (a * d)), 2 * ((b * d) - (a * c))],
            [2 * ((b * c) - (a * d)), (a * a) + (c * c) - (b * b) - (d * d), 2 * ((c * d) + (a * b))],
            [2 * ((b * d) + (a * c)), 2 * ((c * d) - (a * b)), (a * a) + (d * d) - (c * c) - (b * b)],
        ];
        for (int axis = 0; axis < 3; axis++)
        {
            double factor = PixelDimensions[axis + 1] * (axis == 2 ? PixelDimensions[0] : 1);
            columns[axis] = [.. columns[axis].Select(number => number * factor)];
        }

        return columns;
    }

    private static byte[] Inflate(byte[] bytes)
    {
        using var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        stream.CopyTo(inflated);
        return inflated.ToArray();
    }

    private double Real(int first, int second) => _isSecond ? BitConverter.ToDouble(_bytes, second) : BitConverter.ToSingle(_bytes, first);

    private double[] Read(int size, Func<byte[], int, double> read)
    {
        byte[] voxels = Voxels;
        return [.. Enumerable.Range(0, voxels.Length / size).Select(i => read(voxels, i * size))];
    }
}
