using System.Globalization;
using PSDicom.Core.Tests;

namespace PSDicom.Bench.Data;

/// <summary>The common header of images of all modalities, in tag order: patient, dates, study, series, pixels.</summary>
internal sealed class ImageHeader(int study, int series, int instance)
{
    private const int Side = 64;
    private const int StudiesOfAPatient = 2;

    public string StudyUID => $"1.2.826.0.1.3680043.8.498.{7_000_000 + study}";

    public string SeriesUID => $"{StudyUID}.{100 + series}";

    public string InstanceUID => $"{SeriesUID}.{1 + instance}";

    private static string Date => "20240117";

    public void Identify(
        DatasetBuilder image, string modality, string storage, string manufacturer, string model, string studyDescription, string seriesDescription)
    {
        string time = Time(0);
        image.With(0x0008_0005, "CS", "ISO_IR 100")
            .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY\AXIAL")
            .With(0x0008_0016, "UI", storage)
            .With(0x0008_0018, "UI", InstanceUID)
            .With(0x0008_0020, "DA", Date)
            .With(0x0008_0021, "DA", Date)
            .With(0x0008_0022, "DA", Date)
            .With(0x0008_0023, "DA", Date)
            .With(0x0008_0030, "TM", time)
            .With(0x0008_0031, "TM", time)
            .With(0x0008_0032, "TM", Time(instance))
            .With(0x0008_0033, "TM", Time(instance + 2))
            .With(0x0008_0050, "SH", $"A{1_000_000 + study}")
            .With(0x0008_0060, "CS", modality)
            .With(0x0008_0070, "LO", manufacturer)
            .With(0x0008_0080, "LO", "St. Example Hospital")
            .With(0x0008_0090, "PN", "Referring^Rita^^Dr.")
            .With(0x0008_1010, "SH", $"{modality}{1 + (study % 4)}")
            .With(0x0008_1030, "LO", studyDescription)
            .With(0x0008_103E, "LO", seriesDescription)
            .With(0x0008_1040, "LO", "Radiology")
            .With(0x0008_1090, "LO", model);
    }

    public void DescribePatient(DatasetBuilder image)
    {
        int patient = study / StudiesOfAPatient;
        image.With(0x0010_0010, "PN", $"Sample{patient}^M\u00FCnchen")
            .With(0x0010_0020, "LO", $"PAT{10_000 + patient}")
            .With(0x0010_0030, "DA", $"{1930 + (patient % 80)}0514")
            .With(0x0010_0040, "CS", patient % 2 == 0 ? "F" : "M")
            .With(0x0010_1010, "AS", $"0{20 + (patient % 70)}Y")
            .With(0x0010_1030, "DS", "74.5");
    }

    public void PlaceInStudy(DatasetBuilder image) =>
        image.With(0x0020_000D, "UI", StudyUID)
            .With(0x0020_000E, "UI", SeriesUID)
            .With(0x0020_0010, "SH", (1 + study).ToString(CultureInfo.InvariantCulture))
            .With(0x0020_0011, "IS", (1 + series).ToString(CultureInfo.InvariantCulture))
            .With(0x0020_0012, "IS", "2")
            .With(0x0020_0013, "IS", (1 + instance).ToString(CultureInfo.InvariantCulture));

    public void PlaceInSpace(DatasetBuilder image)
    {
        string z = Decimal(-350.25 + (instance * 5));
        image.With(0x0020_0032, "DS", $@"-189.62890625\-171.62890625\{z}")
            .With(0x0020_0037, "DS", @"1\0\0\0\1\0")
            .With(0x0020_0052, "UI", StudyUID + ".52")
            .With(0x0020_1040, "LO", string.Empty)
            .With(0x0020_1041, "DS", z);
    }

    public static void DescribePixels(DatasetBuilder image, int frames = 1)
    {
        image.With(0x0028_0002, "US", 1).With(0x0028_0004, "CS", "MONOCHROME2");
        if (frames > 1) image.With(0x0028_0008, "IS", frames);
        image.With(0x0028_0010, "US", Side)
            .With(0x0028_0011, "US", Side)
            .With(0x0028_0030, "DS", @"0.7421875\0.7421875")
            .With(0x0028_0100, "US", 16)
            .With(0x0028_0101, "US", 12)
            .With(0x0028_0102, "US", 11)
            .With(0x0028_0103, "US", 0)
            .With(0x0028_1050, "DS", @"50\-600")
            .With(0x0028_1051, "DS", @"350\1200")
            .With(0x0028_1052, "DS", "-1024")
            .With(0x0028_1053, "DS", "1")
            .With(0x0028_1055, "LO", @"WINDOW1\WINDOW2");
    }

    public static void Request(DatasetBuilder image, string what, DatasetBuilder item) =>
        image.With(0x0032_1060, "LO", what)
            .With(0x0040_0244, "DA", Date)
            .With(0x0040_0245, "TM", Time(0))
            .With(0x0040_0253, "SH", "PPS4711")
            .WithUndefinedLengthSequence(0x0040_0275, item
                .With(0x0040_0007, "LO", what)
                .With(0x0040_0009, "SH", "SPS4711")
                .With(0x0040_1001, "SH", "RP4711"));

    public static DatasetBuilder WithPixels(DatasetBuilder image, int frames = 1) =>
        image.WithValue(0x7FE0_0010, "OW", Noise(Side * Side * 2 * frames));

    /// <summary>An item that names a code (PS3.3 section 8.8).</summary>
    public static DatasetBuilder Code(string value, string scheme, string meaning) => new DatasetBuilder()
        .With(0x0008_0100, "SH", value)
        .With(0x0008_0102, "SH", scheme)
        .With(0x0008_0104, "LO", meaning);

    public static string Decimal(double number) => number.ToString(CultureInfo.InvariantCulture);

    public static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static string Time(int seconds) => $"10{seconds / 60 % 60:00}{seconds % 60:00}.250000";
}
