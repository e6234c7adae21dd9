namespace PSDicom.Core.Tests.Data;

/// <summary>The first and the third value of a LUT descriptor are counts, the second is a pixel value (PS3.3 sections C.11.1.1.1 and C.7.6.3.1.5).</summary>
public class LutDescriptorTests
{
    private const uint LutDescriptor = 0x0028_3002;
    private const uint LutData = 0x0028_3006;

    public static TheoryData<uint> Descriptors => [LutDescriptor, 0x0028_1100, 0x0028_1101, 0x0028_1102, 0x0028_1103, 0x0028_1104, 0x0028_1407];

    [Theory]
    [MemberData(nameof(Descriptors))]
    public void Counts_are_unsigned_whatever_the_value_representation(uint tag)
    {
        foreach (DatasetBuilder builder in (DatasetBuilder[])[new(), DatasetBuilder.BigEndian()])
        {
            DicomElement element = Read(builder.With(tag, "SS", 62720 - 65536, -2048, 16), tag);
            Assert.Equal(new[] { 62720, -2048, 16 }, element.Value);
            Assert.Equal("62720\\-2048\\16", element.RawValue);
        }

        DicomElement unsigned = Read(new DatasetBuilder().With(tag, "US", 62720, 63488, 16), tag);
        Assert.Equal(new ushort[] { 62720, 63488, 16 }, unsigned.Value);
        Assert.Equal("62720\\63488\\16", unsigned.RawValue);
    }

    [Theory]
    [InlineData(0, 63488)]
    [InlineData(1, -2048)]
    public void In_implicit_files_pixel_representation_decides_the_sign_of_the_second(int isSigned, int first)
    {
        DatasetBuilder item = DatasetBuilder.Implicit().With(LutDescriptor, "US", 62720, 63488, 16).With(LutData, "US", 0, 40000, 65535);
        DicomFile file = DicomFile.Open(DatasetBuilder.Implicit().With(0x0028_0103, "US", isSigned).WithSequence(0x0028_3000, item).ToFile());
        DicomDataset read = file.Dataset["ModalityLUTSequence"]!.Items[0];
        Assert.Equal([62720, first, 16], ((Array)read["LUTDescriptor"]!.Value!).Cast<object>().Select(Convert.ToInt32));
        Assert.Equal(("US", "0\\40000\\65535"), (read["LUTData"]!.VR.Code, read["LUTData"]!.RawValue));
    }

    [Theory]
    [InlineData(LutDescriptor, new double[] { -1, -2 })]
    [InlineData(LutDescriptor, new double[] { -1, -2, -3, -4 })]
    [InlineData(0x0028_0106u, new double[] { -1, -2, -3 })]
    public void Other_numbers_are_signed_as_they_are_written(uint tag, double[] numbers) =>
        Assert.Equal(Array.ConvertAll(numbers, number => (short)number), Read(new DatasetBuilder().With(tag, "SS", numbers), tag).Value);

    private static DicomElement Read(DatasetBuilder dataset, uint tag) => DicomFile.Open(dataset.ToFile()).Dataset[new DicomTag(tag)]!;
}
