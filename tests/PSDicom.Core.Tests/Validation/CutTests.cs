using System.Globalization;
using PSDicom.Validation;

namespace PSDicom.Core.Tests.Validation;

/// <summary>A file that ends too early is never taken for a whole one.</summary>
public class CutTests
{
    public static TheoryData<string> Encodings => ["native explicit", "native implicit", "big endian", "encapsulated", "deflated", "undefined length", "implicit undefined length", "extended offsets"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_file_that_is_cut_anywhere_has_a_finding(string encoding)
    {
        byte[] file = Make(encoding);
        Assert.Equal(0, FileTester.Test(file).Errors);

        Assert.All(Enumerable.Range(0, file.Length), length =>
        {
            DicomTestResult result = FileTester.Test(file.AsMemory(0, length));
            Assert.False(result.IsValid, $"cut at byte {length.ToString(CultureInfo.InvariantCulture)}");
        });
    }

    private static byte[] Make(string encoding) => encoding switch
    {
        "native implicit" => SampleFile.Image().In(DatasetBuilder.ImplicitLittleEndian).ToBytes(),
        "big endian" => SampleFile.Image().In(DatasetBuilder.ExplicitBigEndian).ToBytes(),
        "encapsulated" => SampleFile.RleImage([], SampleFile.RleFrame()).ToBytes(),
        "extended offsets" => SampleFile.RleImage([], SampleFile.RleFrame()).SetBytes(0x7FE0_0001, "OV", new byte[8]).Set(0x7FE0_0002, "OV", SampleFile.RleFrame().Length).ToBytes(),
        "deflated" => SampleFile.Image().In(DatasetBuilder.DeflatedLittleEndian).ToBytes(),
        "undefined length" => Nested(SampleFile.Image(), new DatasetBuilder(), new DatasetBuilder()).ToBytes(),
        "implicit undefined length" => Nested(SampleFile.Image().In(DatasetBuilder.ImplicitLittleEndian), DatasetBuilder.Implicit(), DatasetBuilder.Implicit()).ToBytes(),
        _ => SampleFile.Image().ToBytes(),
    };

    private static SampleFile Nested(SampleFile file, DatasetBuilder outer, DatasetBuilder inner) => file.Put(0x0008_1140, elements => elements.WithUndefinedLengthSequence(
        0x0008_1140,
        outer.With(0x0008_1150, "UI", SampleFile.SecondaryCapture).With(0x0008_1155, "UI", "1.2.3.4.9").WithUndefinedLengthSequence(
            0x0040_A170, inner.With(0x0008_0100, "SH", "121320").With(0x0008_0102, "SH", "DCM").With(0x0008_0104, "LO", "Uncompressed"))));
}
