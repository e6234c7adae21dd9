using System;
using System.Buffers.Binary;
using System.Text;
using PSDicom.Pixels;

namespace PSDicom.Volumes.Formats.Nifti;

/// <summary>
/// The header of a NIfTI file, little endian: version 1 (nifti1.h), or version 2 (nifti2.h) if a dimension exceeds 16 bits. The matrix (sform)
/// stores the exact geometry, including shear. The rotation (qform) is set only without shear.
/// </summary>
internal static class NiftiHeader
{
    private const int Size1 = 348;
    private const int Size2 = 540;

    // After the header, four zero bytes: no extensions.
    private const int NoExtensions = 4;

    private const short ScannerAnatomical = 1;
    private const byte MillimetersAndSeconds = 2 | 8;
    private const string Description = "PSDicom";

    /// <summary>The header, up to the first voxel.</summary>
    public static byte[] Make(VolumeHeader header)
    {
        int largest = Math.Max(Math.Max(header.Columns, header.Rows), Math.Max(header.Slices, header.Volumes));
        return largest > short.MaxValue ? Make2(header) : Make1(header);
    }

    private static byte[] Make1(VolumeHeader header)
    {
        var bytes = new byte[Size1 + NoExtensions];
        var fields = new HeaderFields(bytes);
        var orientation = new NiftiOrientation(header);
        fields.Put(0, Size1);
        bytes[38] = (byte)'r';
        for (int i = 0; i < 8; i++) fields.Put(40 + (2 * i), (short)Dimension(header, i));
        fields.Put(70, NiftiTypes.Of(header));
        fields.Put(72, Bits(header));
        for (int i = 0; i < 8; i++) fields.Put(76 + (4 * i), (float)PixelDimension(header, orientation, i));
        fields.Put(108, (float)(Size1 + NoExtensions));
        fields.Put(112, (float)header.Slope);
        fields.Put(116, (float)header.Intercept);
        bytes[123] = MillimetersAndSeconds;
        Encoding.ASCII.GetBytes(Description).CopyTo(bytes, 148);
        fields.Put(252, header.IsOrthogonal ? ScannerAnatomical : (short)0);
        fields.Put(254, ScannerAnatomical);
        if (header.IsOrthogonal)
        {
            float[] rotation = [.. orientation.ToSingles(), (float)orientation.Origin.X, (float)orientation.Origin.Y, (float)orientation.Origin.Z];
            for (int i = 0; i < rotation.Length; i++) fields.Put(256 + (4 * i), rotation[i]);
        }

        double[] matrix = Matrix(orientation);
        for (int i = 0; i < matrix.Length; i++) fields.Put(280 + (4 * i), (float)matrix[i]);
        "n+1"u8.CopyTo(bytes.AsSpan(344));
        return bytes;
    }

    private static byte[] Make2(VolumeHeader header)
    {
        var bytes = new byte[Size2 + NoExtensions];
        var fields = new HeaderFields(bytes);
        var orientation = new NiftiOrientation(header);
        fields.Put(0, Size2);
        "n+2\0\r\n\x1A\n"u8.CopyTo(bytes.AsSpan(4));
        fields.Put(12, NiftiTypes.Of(header));
        fields.Put(14, Bits(header));
        for (int i = 0; i < 8; i++) fields.Put(16 + (8 * i), (long)Dimension(header, i));
        for (int i = 0; i < 8; i++) fields.Put(104 + (8 * i), PixelDimension(header, orientation, i));
        fields.Put(168, (long)(Size2 + NoExtensions));
        fields.Put(176, header.Slope);
        fields.Put(184, header.Intercept);
        Encoding.ASCII.GetBytes(Description).CopyTo(bytes, 240);
        fields.Put(344, header.IsOrthogonal ? (int)ScannerAnatomical : 0);
        fields.Put(348, (int)ScannerAnatomical);
        if (header.IsOrthogonal)
        {
            double[] rotation = [orientation.B, orientation.C, orientation.D, orientation.Origin.X, orientation.Origin.Y, orientation.Origin.Z];
            for (int i = 0; i < rotation.Length; i++) fields.Put(352 + (8 * i), rotation[i]);
        }

        double[] matrix = Matrix(orientation);
        for (int i = 0; i < matrix.Length; i++) fields.Put(400 + (8 * i), matrix[i]);
        fields.Put(500, (int)MillimetersAndSeconds);
        return bytes;
    }

    /// <summary>The number of dimensions, then their lengths.</summary>
    private static int Dimension(VolumeHeader header, int index) => index switch
    {
        0 => header.Volumes > 1 ? 4 : 3,
        1 => header.Columns,
        2 => header.Rows,
        3 => header.Slices,
        4 => header.Volumes,
        _ => 1,
    };

    /// <summary>qfac, then the spacing in each dimension; 0 for unknown times.</summary>
    private static double PixelDimension(VolumeHeader header, NiftiOrientation orientation, int index) => index switch
    {
        0 => orientation.Handedness,
        <= 3 => header.Spacing[index - 1],
        4 => header.TimeStep ?? 0,
        _ => 0,
    };

    private static short Bits(VolumeHeader header) => (short)(SampleArray.SizeOf(header.Type) * header.SamplesPerPixel * 8);

    private static double[] Matrix(NiftiOrientation place) =>
    [
        place.I.X, place.J.X, place.K.X, place.Origin.X,
        place.I.Y, place.J.Y, place.K.Y, place.Origin.Y,
        place.I.Z, place.J.Z, place.K.Z, place.Origin.Z,
    ];

    /// <summary>Writes little-endian numbers at offsets of a header.</summary>
    private sealed class HeaderFields(byte[] bytes)
    {
        public void Put(int offset, short value) => BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(offset), value);

        public void Put(int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), value);

        public void Put(int offset, long value) => BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(offset), value);

        public void Put(int offset, double value) => Put(offset, BitConverter.DoubleToInt64Bits(value));

        public void Put(int offset, float value)
        {
            byte[] own = BitConverter.GetBytes(value);
            if (!BitConverter.IsLittleEndian) Array.Reverse(own);
            own.CopyTo(bytes, offset);
        }
    }
}
