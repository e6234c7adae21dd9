using System.Text;
using PSDicom.Core.Tests.Volumes;
using PSDicom.Core.Tests.Volumes.Formats;
using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Operations.Volumes;

/// <summary>What goes into the voxels: the type, the slope, and what becomes of it where a format has none.</summary>
public sealed class VolumeValueTests : IDisposable
{
    private const int NiftiInt16 = 4;
    private const int NiftiFloat = 16;
    private const int NiftiUInt16 = 512;

    private readonly VolumeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Unsigned_values_stay_unsigned()
    {
        ExportedVolume volume = _folder.Export(Slice(1, 0).Filled(40000), Slice(2, 5).Filled(7));
        NiftiFile file = VolumeFolder.Read(volume);
        Assert.Equal((NiftiUInt16, 40000, 7), (file.DataType, file.Samples[0], file.Samples[31]));
        Assert.Equal(("UInt16", 1, 0), (volume.DataType, volume.Slope, volume.Intercept));
    }

    [Fact]
    public void Signed_values_stay_signed()
    {
        NiftiFile file = VolumeFolder.Read(_folder.Export(Slice(1, 0).Signed().Filled(-5)));
        Assert.Equal((NiftiInt16, -5), (file.DataType, file.Samples[0]));
    }

    [Fact]
    public void Files_with_and_without_a_sign_have_a_type_for_both()
    {
        NiftiFile file = VolumeFolder.Read(_folder.Export(Slice(1, 0).Signed().Filled(-5), Slice(2, 5).Filled(40000)));
        Assert.Equal((8, -5, 40000), (file.DataType, file.Samples[0], file.Samples[16]));
    }

    [Fact]
    public void One_slope_is_told_beside_stored_values()
    {
        ExportedVolume volume = _folder.Export(Slice(1, 0).Filled(100).WithSlope("2", "-1024"), Slice(2, 5).Filled(200).WithSlope("2.0", "-1024"));
        NiftiFile file = VolumeFolder.Read(volume);
        Assert.Equal((NiftiUInt16, 100, 200), (file.DataType, file.Samples[0], file.Samples[16]));
        Assert.Equal((2, -1024), (file.Slope, file.Intercept));
        Assert.Equal((2, -1024, "HU"), (volume.Slope, volume.Intercept, volume.Unit));
    }

    [Fact]
    public void Slopes_that_differ_are_applied_slice_by_slice()
    {
        ExportedVolume volume = _folder.Export(Slice(1, 0).Filled(100).WithSlope("0.5", "0"), Slice(2, 5).Filled(100).WithSlope("0.25", "1"));
        NiftiFile file = VolumeFolder.Read(volume);
        Assert.Equal((NiftiFloat, 50, 26), (file.DataType, file.Samples[0], file.Samples[16]));
        Assert.Equal((1, 0), (file.Slope, file.Intercept));
        Assert.Equal("Float32", volume.DataType);
    }

    [Fact]
    public void Slopes_that_differ_in_PET_are_applied_although_each_is_small()
    {
        SliceBuilder[] slices = [.. Enumerable.Range(0, 4).Select(i => Slice(i + 1, 5 * i).With(0x0008_0060, "CS", "PT").Signed().Filled(30000).WithSlope($"{0.1 + (i * 0.01):0.##}".Replace(',', '.'), "0"))];
        NiftiFile file = VolumeFolder.Read(_folder.Export(slices));
        for (int i = 0; i < 4; i++) Assert.Equal(30000 * (0.1 + (i * 0.01)), file.Samples[i * 16], 3);
    }

    [Fact]
    public void A_slope_that_only_some_frames_have_is_an_error()
    {
        DicomException error = Assert.Throws<DicomException>(() => _folder.Export(Slice(1, 0).WithSlope("1", "0"), Slice(2, 5), Slice(3, 10)));
        Assert.Equal(DicomErrorReason.MissingRescale, error.Reason);
        Assert.Contains("2 of 3 frames", error.Message);
        Assert.False(Directory.Exists(_folder.Out));
    }

    [Theory]
    [InlineData(VolumeFormat.Nrrd)]
    [InlineData(VolumeFormat.MetaImage)]
    [InlineData(VolumeFormat.Npy)]
    public void A_format_without_a_slope_has_what_values_stand_for(VolumeFormat format)
    {
        ExportedVolume volume = _folder.Export(_folder.Options(format), Ct(1, 0, 24), Ct(2, 5, 2024));
        Assert.Equal(("Int16", 1, 0, "HU"), (volume.DataType, volume.Slope, volume.Intercept, volume.Unit));
        byte[] bytes = File.ReadAllBytes(volume.FullName);
        Assert.Equal((-1000, 1000), (BitConverter.ToInt16(bytes, bytes.Length - 64), BitConverter.ToInt16(bytes, bytes.Length - 2)));
    }

    [Fact]
    public void A_format_without_a_slope_has_whole_numbers_where_slopes_differ_but_are_whole()
    {
        ExportedVolume volume = _folder.Export(_folder.Options(VolumeFormat.Nrrd), Ct(1, 0, 24), Ct(2, 5, 10).WithSlope("2", "-8000"));
        byte[] bytes = File.ReadAllBytes(volume.FullName);
        Assert.Equal("Int16", volume.DataType);
        Assert.Equal((-1000, -7980), (BitConverter.ToInt16(bytes, bytes.Length - 64), BitConverter.ToInt16(bytes, bytes.Length - 2)));
    }

    [Fact]
    public void A_format_without_a_slope_has_reals_where_values_are_not_whole()
    {
        ExportedVolume volume = _folder.Export(_folder.Options(VolumeFormat.Nrrd), Slice(1, 0).Filled(3).WithSlope("0.5", "0"));
        byte[] bytes = File.ReadAllBytes(volume.FullName);
        Assert.Equal(("Float32", 1.5f), (volume.DataType, BitConverter.ToSingle(bytes, bytes.Length - 4)));
    }

    [Fact]
    public void Values_of_32_bits_become_reals_that_have_them_exactly()
    {
        SliceBuilder slice = Slice(1, 0).With(0x0028_0100, "US", 32).With(0x0028_0101, "US", 32).With(0x0028_0102, "US", 31)
            .WithBytes(0x7FE0_0010, "OW", [.. Enumerable.Range(0, 16).SelectMany(_ => BitConverter.GetBytes(4000000001u))]).WithSlope("1", "2");
        ExportedVolume volume = _folder.Export(_folder.Options(VolumeFormat.Npy), slice);
        byte[] bytes = File.ReadAllBytes(volume.FullName);
        Assert.Equal(("Float64", 4000000003.0), (volume.DataType, BitConverter.ToDouble(bytes, bytes.Length - 8)));
    }

    [Fact]
    public void A_table_tells_what_values_stand_for()
    {
        ExportedVolume volume = _folder.Export(Slice(1, 0).Filled(1).WithSequence(0x0028_3000, Table(10, 500)), Slice(2, 5).Filled(1).WithSequence(0x0028_3000, Table(10, 900)));
        NiftiFile file = VolumeFolder.Read(volume);
        Assert.Equal((NiftiUInt16, 500, 900), (file.DataType, file.Samples[0], file.Samples[16]));
        Assert.Equal((1, 0), (file.Slope, file.Intercept));
    }

    [Fact]
    public void Colours_are_kept()
    {
        byte[] pixels = [.. Enumerable.Range(0, 48).Select(i => (byte)i)];
        SliceBuilder slice = Slice(1, 0).With(0x0028_0002, "US", 3).With(0x0028_0004, "CS", "RGB").With(0x0028_0006, "US", 0).WithBytePixels(pixels);
        ExportedVolume volume = _folder.Export(slice);
        NiftiFile file = VolumeFolder.Read(volume);
        Assert.Equal((128, 3), (file.DataType, volume.SamplesPerPixel));
        Assert.Equal(pixels, file.Voxels);
    }

    [Fact]
    public void Planes_of_colours_come_together_and_YBR_becomes_RGB()
    {
        byte[] planes = [.. Enumerable.Repeat((byte)200, 16), .. Enumerable.Repeat((byte)128, 32)];
        SliceBuilder slice = Slice(1, 0).With(0x0028_0002, "US", 3).With(0x0028_0004, "CS", "YBR_FULL").With(0x0028_0006, "US", 1).WithBytePixels(planes);
        Assert.All(VolumeFolder.Read(_folder.Export(slice)).Voxels, sample => Assert.Equal(200, sample));
    }

    [Fact]
    public void Palettes_of_16_bits_are_for_formats_with_such_colours()
    {
        byte[] entries = [.. new ushort[] { 0, 0x1234, 0xFFFF, 0 }.SelectMany(BitConverter.GetBytes)];
        SliceBuilder slice = Slice(1, 0).With(0x0028_0004, "CS", "PALETTE COLOR").WithBytePixels([.. Enumerable.Repeat((byte)1, 16)]);
        foreach (uint color in new uint[] { 1, 2, 3 })
            slice.With(0x0028_1100 + color, "US", 4, 0, 16).WithBytes(0x0028_1200 + color, "OW", entries);
        ExportedVolume volume = _folder.Export(_folder.Options(VolumeFormat.Nrrd), slice);
        byte[] bytes = File.ReadAllBytes(volume.FullName);
        Assert.Equal(("UInt16", 3, 0x1234), (volume.DataType, volume.SamplesPerPixel, BitConverter.ToUInt16(bytes, bytes.Length - 2)));
        Assert.Contains("sizes: 3 4 4 1", Encoding.ASCII.GetString(bytes));

        DicomException error = Assert.Throws<DicomException>(() => _folder.Export(slice));
        Assert.Equal(DicomErrorReason.VolumeNotSupported, error.Reason);
        Assert.Empty(Directory.GetFiles(_folder.Out, "*.nii"));
    }

    [Fact]
    public void Values_beyond_what_the_header_tells_are_clipped_with_a_warning()
    {
        // 12 bits that stand for at most 3071, of which compression with loss may have made more.
        SliceBuilder slice = Slice(1, 0).With(0x0018_0050, "DS", "5").With(0x0028_0101, "US", 12).With(0x0028_0102, "US", 11).Filled(4095).WithSlope("1", "-1024");
        Assert.Empty(_folder.Export(_folder.Options(VolumeFormat.Nrrd), slice).GetWarnings());

        // The header of a series tells no sign, and the decoded frame has one: a file that was changed meanwhile.
        SliceBuilder other = Slice(2, 0).With(0x0018_0050, "DS", "5");
        string[] paths = _folder.Add(other);
        DicomStack stack = Assert.Single(VolumeFolder.Sort(paths));
        File.WriteAllBytes(paths[0], other.Signed().Filled(-9).ToFile());
        ExportedVolume volume = VolumeFolder.Export(new() { Destination = _folder.Combine("clipped") }, stack);
        Assert.Contains("16 values", Assert.Single(volume.GetWarnings()).Message);
        Assert.All(VolumeFolder.Read(volume).Samples, sample => Assert.Equal(0, sample));
    }

    private static SliceBuilder Ct(int instance, double z, int value) =>
        Slice(instance, z).With(0x0028_0101, "US", 12).With(0x0028_0102, "US", 11).Filled(value).WithSlope("1", "-1024");

    private static DatasetBuilder Table(params double[] entries) => new DatasetBuilder()
        .With(0x0028_3002, "US", entries.Length, 0, 16).With(0x0028_3004, "LO", "US").With(0x0028_3006, "US", entries);
}
