using System.Globalization;
using PSDicom.Core.Tests;

namespace PSDicom.Fuzz;

/// <summary>Slices of one series: in the middle of damaged ones, some stay whole.</summary>
internal static class BuiltSeries
{
    public const int Slices = 8;

    public static IReadOnlyList<Specimen> All { get; } = [.. Enumerable.Range(1, Slices).Select(Slice)];

    private static Specimen Slice(int number)
    {
        string text = number.ToString(CultureInfo.InvariantCulture);
        DatasetBuilder elements = BuiltFiles.Patient(new DatasetBuilder().With(0x0008_0018, "UI", $"1.2.3.4.{text}").With(0x0008_0060, "CS", "CT"))
            .With(0x0020_000D, "UI", "1.2").With(0x0020_000E, "UI", "1.2.3").With(0x0020_0013, "IS", text)
            .With(0x0020_0032, "DS", $@"0\0\{number * 2}").With(0x0020_0037, "DS", @"1\0\0\0\1\0").With(0x0028_0030, "DS", @"1\1");
        return Specimen.OfFile(
            $"slice {text}",
            BuiltFiles.Describe(1, 16, 12, "MONOCHROME2", elements: elements).WithValue(0x7FE0_0010, "OW", new FuzzRandom((ulong)number).Bytes(BuiltFiles.Pixels * 2)).ToFile());
    }
}
