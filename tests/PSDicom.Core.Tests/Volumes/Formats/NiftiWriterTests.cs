using PSDicom.Pixels;
using PSDicom.Volumes;
using PSDicom.Volumes.Formats;

namespace PSDicom.Core.Tests.Volumes.Formats;

public class NiftiWriterTests
{
    [Fact]
    public void The_header_has_size_spacing_and_type_and_the_voxels_follow_it()
    {
        NiftiFile file = Write(SampleHeaders.Axial with { Slope = 2, Intercept = -1024 });
        Assert.False(file.IsSecond);
        Assert.Equal([3, 4, 3, 2, 1, 1, 1, 1], file.Dimensions);
        Assert.Equal([1, 0.5, 0.75, 2, 0, 0, 0, 0], file.PixelDimensions);
        Assert.Equal((4, 16), (file.DataType, file.Bits));
        Assert.Equal((2, -1024), (file.Slope, file.Intercept));
        Assert.Equal(352, file.Offset);
        Assert.Equal(2 | 8, file.Units);
        Assert.Equal([.. Enumerable.Range(0, 12).Select(i => (double)i), .. Enumerable.Range(100, 12).Select(i => (double)i)], file.Samples);
    }

    [Fact]
    public void The_matrix_is_that_of_DICOM_with_left_and_back_turned_to_right_and_front()
    {
        NiftiFile file = Write(SampleHeaders.Axial);
        Assert.Equal(1, file.SformCode);
        Assert.Equal([-0.5, 0, 0, 10, 0, -0.75, 0, -20, 0, 0, 2, -30], file.Matrix);
    }

    [Fact]
    public void A_shear_is_in_the_matrix_and_no_rotation_is_told()
    {
        NiftiFile file = Write(SampleHeaders.Tilted);
        Assert.Equal((1, 0), (file.SformCode, file.QformCode));
        Assert.Equal([-0.5, 0, 0, 10, 0, -0.75, -0.25, -20, 0, 0, 2, -30], file.Matrix);
        Assert.Equal(Math.Sqrt(4.0625), file.PixelDimensions[3], 6);
        Assert.Equal(new double[6], file.Quaternion);
    }

    [Theory]
    [InlineData(0.002, 1)]
    [InlineData(0.0021, 0)]
    public void A_shear_of_a_thousandth_is_still_a_rotation(double shift, int code)
    {
        Assert.Equal(code, Write(SampleHeaders.Axial with { K = new Vector3d(0, shift, 2) }).QformCode);
    }

    /// <summary>Turns of the patient, by Euler angles in degrees: among them half turns, where the first component of the quaternion is 0.</summary>
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(90, 0, 0)]
    [InlineData(0, 90, 0)]
    [InlineData(0, 0, 90)]
    [InlineData(180, 0, 0)]
    [InlineData(0, 180, 0)]
    [InlineData(0, 0, 180)]
    [InlineData(10, 200, 300)]
    [InlineData(170, 20, 185)]
    [InlineData(-91, 45, 12)]
    [InlineData(181, 179, 1)]
    public void The_rotation_is_that_of_the_matrix(double x, double y, double z)
    {
        foreach (int hand in new[] { 1, -1 })
        {
            Vector3d i = Turn(new Vector3d(0.5, 0, 0), x, y, z), j = Turn(new Vector3d(0, 0.75, 0), x, y, z), k = Turn(new Vector3d(0, 0, 2 * hand), x, y, z);
            NiftiFile file = Write(SampleHeaders.Axial with { I = i, J = j, K = k });
            Assert.Equal((1, hand), (file.QformCode, file.PixelDimensions[0]));
            double[][] rotation = file.Rotation();
            for (int row = 0; row < 3; row++)
            {
                for (int column = 0; column < 3; column++) Assert.Equal(file.Matrix[(row * 4) + column], rotation[column][row], 5);
                Assert.Equal(file.Matrix[(row * 4) + 3], file.Quaternion[3 + row], 5);
            }
        }
    }

    [Fact]
    public void Volumes_are_a_fourth_dimension_with_the_time_between_them()
    {
        NiftiFile file = Write(SampleHeaders.Axial with { Volumes = 3, VolumeTimes = [0, 2.5, 5] });
        Assert.Equal([4, 4, 3, 2, 3, 1, 1, 1], file.Dimensions);
        Assert.Equal(2.5, file.PixelDimensions[4]);
        Assert.Equal(500 + 11, file.Samples[file.Samples.Length - 1]);
    }

    [Fact]
    public void Times_that_are_not_evenly_spaced_are_not_told()
    {
        Assert.Equal(0, Write(SampleHeaders.Axial with { Volumes = 3, VolumeTimes = [0, 2.5, 6] }).PixelDimensions[4]);
    }

    [Fact]
    public void A_dimension_beyond_16_bits_makes_it_version_2()
    {
        Assert.False(Write(SampleHeaders.Axial with { Columns = 32767, Rows = 1 }).IsSecond);
        NiftiFile file = Write(SampleHeaders.Tilted with { Columns = 32768, Rows = 1, Volumes = 2, VolumeTimes = [0, 4], Slope = 0.1, Intercept = -3 });
        Assert.True(file.IsSecond);
        Assert.Equal([4, 32768, 1, 2, 2, 1, 1, 1], file.Dimensions);
        Assert.Equal([1, 0.5, 0.75, Math.Sqrt(4.0625), 4, 0, 0, 0], file.PixelDimensions);
        Assert.Equal((0.1, -3), (file.Slope, file.Intercept));
        Assert.Equal((544, 0, 1, 10), (file.Offset, file.QformCode, file.SformCode, file.Units));
        Assert.Equal([-0.5, 0, 0, 10, 0, -0.75, -0.25, -20, 0, 0, 2, -30], file.Matrix);
        Assert.Equal(32768 * 4 * 2, file.Voxels.Length);
    }

    [Fact]
    public void The_compressed_file_is_the_same_compressed()
    {
        Assert.Equal(Write(SampleHeaders.Axial).Voxels, new NiftiFile(SampleHeaders.Write(VolumeFormat.NiftiGz, SampleHeaders.Axial)).Voxels);
        Assert.Equal(0x1F, SampleHeaders.Write(VolumeFormat.NiftiGz, SampleHeaders.Axial)[0]);
    }

    [Fact]
    public void Colours_are_of_one_type()
    {
        NiftiFile file = Write(SampleHeaders.Axial with { Type = SampleType.UInt8, SamplesPerPixel = 3, Slices = 1 });
        Assert.Equal((128, 24), (file.DataType, file.Bits));
        Assert.Equal(36, file.Voxels.Length);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 256)]
    [InlineData(2, 512)]
    [InlineData(3, 4)]
    [InlineData(4, 768)]
    [InlineData(5, 8)]
    [InlineData(6, 1280)]
    [InlineData(7, 1024)]
    [InlineData(8, 16)]
    [InlineData(9, 64)]
    public void Each_type_has_its_number(int type, int number)
    {
        VolumeHeader header = SampleHeaders.Axial with { Type = (SampleType)type, Slices = 1 };
        NiftiFile file = Write(header);
        Assert.Equal(number, file.DataType);
        Assert.Equal(SampleArray.SizeOf(header.Type) * 8, file.Bits);
    }

    private static NiftiFile Write(VolumeHeader header) => new(SampleHeaders.Write(VolumeFormat.Nifti, header));

    private static Vector3d Turn(Vector3d vector, double x, double y, double z)
    {
        (double sin, double cos) = (Math.Sin(x * Math.PI / 180), Math.Cos(x * Math.PI / 180));
        vector = new Vector3d(vector.X, (cos * vector.Y) - (sin * vector.Z), (sin * vector.Y) + (cos * vector.Z));
        (sin, cos) = (Math.Sin(y * Math.PI / 180), Math.Cos(y * Math.PI / 180));
        vector = new Vector3d((cos * vector.X) + (sin * vector.Z), vector.Y, (cos * vector.Z) - (sin * vector.X));
        (sin, cos) = (Math.Sin(z * Math.PI / 180), Math.Cos(z * Math.PI / 180));
        return new Vector3d((cos * vector.X) - (sin * vector.Y), (sin * vector.X) + (cos * vector.Y), vector.Z);
    }
}
