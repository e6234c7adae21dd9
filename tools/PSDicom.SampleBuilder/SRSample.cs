using System.Text;
using PSDicom.Core.Tests;

namespace PSDicom.SampleBuilder;

/// <summary>A report: text in a tree of sequences, in UTF-8, with a name in three scripts.</summary>
internal static class SRSample
{
    private const string EnhancedSRStorage = "1.2.840.10008.5.1.4.1.1.88.22";

    public static byte[] Report()
    {
        string instance = SampleFile.UID(410);
        DatasetBuilder dataset = new DatasetBuilder()
            .With(0x0008_0005, "CS", "ISO_IR 192")
            .With(0x0008_0016, "UI", EnhancedSRStorage)
            .With(0x0008_0018, "UI", instance)
            .With(0x0008_0020, "DA", "20240303")
            .With(0x0008_0023, "DA", "20240303")
            .With(0x0008_0030, "TM", "080000")
            .With(0x0008_0033, "TM", "081530")
            .With(0x0008_0050, "SH", "SAMPLE-4")
            .With(0x0008_0060, "CS", "SR")
            .With(0x0008_0070, "LO", "PSDicom samples")
            .WithEmpty(0x0008_0090, "PN")
            .WithSequence(0x0008_1111)
            .With(0x0009_0010, "LO", "PSDICOM SAMPLES 1.0")
            .With(0x0009_1001, "LO", "a private element")
            .WithUtf8(0x0010_0010, "PN", "Yamada^Tarou=山田^太郎=やまだ^たろう")
            .With(0x0010_0020, "LO", "PSD-0004")
            .With(0x0010_0030, "DA", "19610312")
            .With(0x0010_0040, "CS", "M")
            .With(0x0020_000D, "UI", SampleFile.UID(400))
            .With(0x0020_000E, "UI", SampleFile.UID(401))
            .WithEmpty(0x0020_0010, "SH")
            .With(0x0020_0011, "IS", "1")
            .With(0x0020_0013, "IS", "1")
            .With(0x0040_A040, "CS", "CONTAINER")
            .WithUndefinedLengthSequence(0x0040_A043, Code("126000", "DCM", "Imaging Measurement Report"))
            .With(0x0040_A050, "CS", "SEPARATE")
            .WithSequence(0x0040_A372)
            .With(0x0040_A491, "CS", "COMPLETE")
            .With(0x0040_A493, "CS", "UNVERIFIED")
            .WithUndefinedLengthSequence(
                0x0040_A730,
                Text("121071", "Finding", "No finding: this patient is made up.\r\nSo is the device."),
                Text("121073", "Impression", "所見なし"),
                Measurement());
        return SampleFile.Create(EnhancedSRStorage, instance, dataset);
    }

    private static DatasetBuilder Text(string code, string meaning, string text) => new DatasetBuilder()
        .With(0x0040_A010, "CS", "CONTAINS")
        .With(0x0040_A040, "CS", "TEXT")
        .WithSequence(0x0040_A043, Code(code, "DCM", meaning))
        .WithUtf8(0x0040_A160, "UT", text);

    private static DatasetBuilder Measurement() => new DatasetBuilder()
        .With(0x0040_A010, "CS", "CONTAINS")
        .With(0x0040_A040, "CS", "NUM")
        .WithSequence(0x0040_A043, Code("410668003", "SCT", "Length"))
        .WithSequence(
            0x0040_A300,
            new DatasetBuilder()
                .WithSequence(0x0040_08EA, Code("mm", "UCUM", "millimeter"))
                .With(0x0040_A30A, "DS", "12.5"));

    private static DatasetBuilder Code(string value, string scheme, string meaning) => new DatasetBuilder()
        .With(0x0008_0100, "SH", value)
        .With(0x0008_0102, "SH", scheme)
        .With(0x0008_0104, "LO", meaning);

    private static DatasetBuilder WithUtf8(this DatasetBuilder dataset, uint tag, string vr, string text) =>
        dataset.WithValue(tag, vr, Encoding.UTF8.GetBytes(text));
}
