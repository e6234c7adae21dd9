using PSDicom.Validation;

namespace PSDicom.Core.Tests.Validation;

/// <summary>Objects that conform have no errors, whatever their SOP class, encoding and level.</summary>
public class ValidObjectTests
{
    private static readonly DicomTestOptions All = new() { Levels = [DicomTestLevel.Pixels], IsStrict = true };

    /// <summary>The keyword in the standard, the class, and whether it has pixel data.</summary>
    public static TheoryData<string, string, bool> Classes => new()
    {
        { "CR", "1.2.840.10008.5.1.4.1.1.1", true },
        { "CT", "1.2.840.10008.5.1.4.1.1.2", true },
        { "enhanced CT", "1.2.840.10008.5.1.4.1.1.2.1", true },
        { "MR", "1.2.840.10008.5.1.4.1.1.4", true },
        { "US multi-frame", "1.2.840.10008.5.1.4.1.1.3.1", true },
        { "SC", "1.2.840.10008.5.1.4.1.1.7", true },
        { "XA", "1.2.840.10008.5.1.4.1.1.12.1", true },
        { "NM", "1.2.840.10008.5.1.4.1.1.20", true },
        { "PET", "1.2.840.10008.5.1.4.1.1.128", true },
        { "RT Image", "1.2.840.10008.5.1.4.1.1.481.1", true },
        { "RT Dose", "1.2.840.10008.5.1.4.1.1.481.2", true },
        { "Segmentation", "1.2.840.10008.5.1.4.1.1.66.4", true },
        { "RT Structure Set", "1.2.840.10008.5.1.4.1.1.481.3", false },
        { "Basic Text SR", "1.2.840.10008.5.1.4.1.1.88.11", false },
        { "Grayscale Softcopy Presentation State", "1.2.840.10008.5.1.4.1.1.11.1", false },
        { "Encapsulated PDF", "1.2.840.10008.5.1.4.1.1.104.1", false },
        { "12-lead ECG", "1.2.840.10008.5.1.4.1.1.9.1.1", false },
        { "Key Object Selection", "1.2.840.10008.5.1.4.1.1.88.59", false },
    };

    public static string[] Encodings =>
        [DatasetBuilder.ExplicitLittleEndian, DatasetBuilder.ImplicitLittleEndian, DatasetBuilder.ExplicitBigEndian, DatasetBuilder.DeflatedLittleEndian];

    [Theory]
    [MemberData(nameof(Classes))]
    public void An_object_that_conforms_has_no_errors_and_no_warnings(string name, string sopClass, bool isImage)
    {
        foreach (string encoding in Encodings)
        {
            SampleFile file = isImage ? SampleFile.Image(sopClass) : SampleFile.Object(sopClass);

            DicomTestResult result = FileTester.Test(file.In(encoding).ToBytes(), All);

            Assert.True(result.IsValid && result.Warnings == 0, $"{name} in {encoding}: {string.Join("; ", result.GetFindings())}");
            Assert.Equal(encoding, result.TransferSyntax!.UID);
            Assert.Equal(sopClass, result.SOPClass!.Value);
        }
    }

    [Fact]
    public void A_background_of_zeros_is_no_hole()
    {
        byte[] pixels = [.. Enumerable.Range(0, 128 * 128).Select(index => index < 128 * 70 ? (byte)(1 + (index % 200)) : (byte)0)];

        Assert.Empty(FileTester.Test(SampleFile.Image().WithImage(128, 128, pixels).ToBytes()).GetFindings());
    }

    [Fact]
    public void Frames_of_a_bit_and_subsampled_colors_have_their_length()
    {
        SampleFile bits = SampleFile.Image().Set(0x0028_0100, "US", 1).Set(0x0028_0101, "US", 1).Set(0x0028_0102, "US", 0).Set(0x0028_0008, "IS", "3")
            .SetBytes(0x7FE0_0010, "OB", 1, 2, 3, 4, 5, 6);
        SampleFile colors = SampleFile.Image().Set(0x0028_0002, "US", 3).Set(0x0028_0004, "CS", "YBR_FULL_422").Set(0x0028_0006, "US", 0)
            .SetBytes(0x7FE0_0010, "OW", new byte[32]);

        Assert.Empty(FileTester.Test(bits.ToBytes()).GetFindings());
        Assert.Empty(FileTester.Test(colors.ToBytes()).GetFindings());
    }
}
