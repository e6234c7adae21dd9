using System.Globalization;
using PSDicom.Core.Tests;

namespace PSDicom.Bench.Data;

/// <summary>
/// A CT slice as one of three kinds of scanner writes it. They differ in what a reader has to pass before it comes to the
/// series: few large private elements, many small ones, or nested sequences of undefined length with implicit VRs.
/// </summary>
internal sealed class CtSlice(int study, int series, int instance)
{
    private const string ImageStorage = "1.2.840.10008.5.1.4.1.1.2";
    private const int Side = 64;
    private const int StudiesOfAPatient = 2;

    private string StudyUID => $"1.2.826.0.1.3680043.8.498.{7_000_000 + study}";

    private string SeriesUID => $"{StudyUID}.{100 + series}";

    private string InstanceUID => $"{SeriesUID}.{1 + instance}";

    /// <summary>The whole file.</summary>
    public byte[] ToFile() => (study % 3) switch
    {
        0 => LargePrivateElements().ToFile(),
        1 => SmallPrivateElements().ToFile(),
        _ => NestedSequences().ToFile(),
    };

    private DatasetBuilder LargePrivateElements()
    {
        var slice = new DatasetBuilder();
        Identify(slice, "SIEMENS", "Somatom Force");
        slice.WithSequence(0x0008_1140, Reference(1), Reference(2));
        Describe(slice);
        Place(slice);
        DescribePixels(slice);
        slice.With(0x0029_0010, "LO", "SIEMENS CSA HEADER")
            .With(0x0029_0011, "LO", "SIEMENS MEDCOM HEADER")
            .With(0x0029_1008, "CS", "CT 10")
            .With(0x0029_1009, "LO", "20240117")
            .WithValue(0x0029_1010, "OB", Noise(1400 + (instance % 7 * 120)))
            .With(0x0029_1140, "LO", "SOM 7");
        Request(slice, new DatasetBuilder());
        return WithPixels(slice);
    }

    private DatasetBuilder SmallPrivateElements()
    {
        var slice = new DatasetBuilder();
        Identify(slice, "GE MEDICAL SYSTEMS", "Revolution CT");
        slice.With(0x0009_0010, "LO", "GEMS_IDEN_01")
            .With(0x0009_1001, "LO", "GE_GENESIS_FF")
            .With(0x0009_1002, "SH", "CT01")
            .With(0x0009_1004, "SH", "Revolution CT")
            .With(0x0009_1027, "SL", 1_705_500_000 + instance)
            .With(0x0009_10E3, "UI", StudyUID + ".9");
        Describe(slice);
        slice.With(0x0019_0010, "LO", "GEMS_ACQU_01");
        for (uint element = 0x02; element <= 0x1A; element++) slice.With(0x0019_1000 + element, "DS", Decimal(element * 12.625));
        for (uint element = 0x1B; element <= 0x2B; element++) slice.With(0x0019_1000 + element, "SS", element);
        Place(slice);
        slice.With(0x0021_0010, "LO", "GEMS_RELA_01")
            .With(0x0021_1003, "SS", instance)
            .With(0x0021_1035, "SS", 0)
            .With(0x0021_1091, "SS", 0);
        DescribePixels(slice);
        Request(slice, new DatasetBuilder());
        slice.With(0x0043_0010, "LO", "GEMS_PARM_01");
        for (uint element = 0x10; element <= 0x28; element++) slice.With(0x0043_1000 + element, "SS", element);
        slice.WithValue(0x0043_1029, "OB", Noise(900 + (instance % 5 * 80)));
        return WithPixels(slice);
    }

    private DatasetBuilder NestedSequences()
    {
        DatasetBuilder slice = DatasetBuilder.Implicit();
        Identify(slice, "Philips", "Brilliance 64");
        slice.WithUndefinedLengthSequence(0x0008_1110, DatasetBuilder.Implicit()
                .With(0x0008_1150, "UI", "1.2.840.10008.3.1.2.3.1")
                .With(0x0008_1155, "UI", StudyUID))
            .WithUndefinedLengthSequence(0x0008_1111, DatasetBuilder.Implicit()
                .With(0x0008_1150, "UI", "1.2.840.10008.3.1.2.3.3")
                .With(0x0008_1155, "UI", StudyUID + ".8"))
            .WithUndefinedLengthSequence(0x0008_2112, SourceOf(1), SourceOf(2));
        Describe(slice);
        Place(slice);
        DescribePixels(slice);
        Request(slice, DatasetBuilder.Implicit());
        slice.With(0x00E1_0010, "LO", "ELSCINT1")
            .With(0x00E1_1021, "DS", Decimal(412.5))
            .WithUndefinedLengthSequence(0x00E1_1039, DatasetBuilder.Implicit().With(0x00E1_0010, "LO", "ELSCINT1").WithValue(0x00E1_1042, "OB", Noise(800)))
            .WithValue(0x00E1_1050, "OB", Noise(300 + (instance % 6 * 90)));
        return WithPixels(slice);
    }

    private void Identify(DatasetBuilder slice, string manufacturer, string model)
    {
        string time = Time(0);
        slice.With(0x0008_0005, "CS", "ISO_IR 100")
            .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY\AXIAL")
            .With(0x0008_0016, "UI", ImageStorage)
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
            .With(0x0008_0060, "CS", "CT")
            .With(0x0008_0070, "LO", manufacturer)
            .With(0x0008_0080, "LO", "St. Example Hospital")
            .With(0x0008_0090, "PN", "Referring^Rita^^Dr.")
            .With(0x0008_1010, "SH", $"CT{1 + (study % 4)}")
            .With(0x0008_1030, "LO", "Thorax/Abdomen with contrast")
            .With(0x0008_103E, "LO", $"Body 5.0 B30f #{1 + series}")
            .With(0x0008_1040, "LO", "Radiology")
            .With(0x0008_1090, "LO", model);
    }

    private void Describe(DatasetBuilder slice)
    {
        int patient = study / StudiesOfAPatient;
        slice.With(0x0010_0010, "PN", $"Sample{patient}^M\u00FCnchen")
            .With(0x0010_0020, "LO", $"PAT{10_000 + patient}")
            .With(0x0010_0030, "DA", $"{1930 + (patient % 80)}0514")
            .With(0x0010_0040, "CS", patient % 2 == 0 ? "F" : "M")
            .With(0x0010_1010, "AS", $"0{20 + (patient % 70)}Y")
            .With(0x0010_1030, "DS", "74.5")
            .With(0x0018_0010, "LO", "APPLIED")
            .With(0x0018_0015, "CS", "CHEST")
            .With(0x0018_0050, "DS", "5")
            .With(0x0018_0060, "DS", "120")
            .With(0x0018_0090, "DS", "500")
            .With(0x0018_1000, "LO", "66143")
            .With(0x0018_1020, "LO", "VA50A_SP1")
            .With(0x0018_1030, "LO", "5_10_ThorAbd (Adult)")
            .With(0x0018_1100, "DS", "380")
            .With(0x0018_1110, "DS", "1085.6")
            .With(0x0018_1111, "DS", "595")
            .With(0x0018_1120, "DS", "0")
            .With(0x0018_1130, "DS", Decimal(151.5))
            .With(0x0018_1140, "CS", "CW")
            .With(0x0018_1150, "IS", "500")
            .With(0x0018_1151, "IS", (180 + (instance % 60)).ToString(CultureInfo.InvariantCulture))
            .With(0x0018_1152, "IS", "96")
            .With(0x0018_1160, "SH", "FLAT")
            .With(0x0018_1170, "IS", "32")
            .With(0x0018_1190, "DS", "1.2")
            .With(0x0018_1210, "SH", "B30f")
            .With(0x0018_5100, "CS", "HFS");
    }

    private void Place(DatasetBuilder slice)
    {
        string z = Decimal(-350.25 + (instance * 5));
        slice.With(0x0020_000D, "UI", StudyUID)
            .With(0x0020_000E, "UI", SeriesUID)
            .With(0x0020_0010, "SH", (1 + study).ToString(CultureInfo.InvariantCulture))
            .With(0x0020_0011, "IS", (1 + series).ToString(CultureInfo.InvariantCulture))
            .With(0x0020_0012, "IS", "2")
            .With(0x0020_0013, "IS", (1 + instance).ToString(CultureInfo.InvariantCulture))
            .With(0x0020_0032, "DS", $@"-189.62890625\-171.62890625\{z}")
            .With(0x0020_0037, "DS", @"1\0\0\0\1\0")
            .With(0x0020_0052, "UI", StudyUID + ".52")
            .With(0x0020_1040, "LO", string.Empty)
            .With(0x0020_1041, "DS", z);
    }

    private static void DescribePixels(DatasetBuilder slice) =>
        slice.With(0x0028_0002, "US", 1)
            .With(0x0028_0004, "CS", "MONOCHROME2")
            .With(0x0028_0010, "US", Side)
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

    private static void Request(DatasetBuilder slice, DatasetBuilder item) =>
        slice.With(0x0032_1060, "LO", "CT thorax/abdomen")
            .With(0x0040_0244, "DA", Date)
            .With(0x0040_0245, "TM", Time(0))
            .With(0x0040_0253, "SH", "PPS4711")
            .WithUndefinedLengthSequence(0x0040_0275, item
                .With(0x0040_0007, "LO", "CT thorax/abdomen")
                .With(0x0040_0009, "SH", "SPS4711")
                .With(0x0040_1001, "SH", "RP4711"));

    private static DatasetBuilder WithPixels(DatasetBuilder slice) => slice.WithValue(0x7FE0_0010, "OW", Noise(Side * Side * 2));

    private DatasetBuilder Reference(int number) =>
        new DatasetBuilder().With(0x0008_1150, "UI", ImageStorage).With(0x0008_1155, "UI", $"{StudyUID}.1.{number}");

    private DatasetBuilder SourceOf(int number) => DatasetBuilder.Implicit()
        .With(0x0008_1150, "UI", ImageStorage)
        .With(0x0008_1155, "UI", $"{StudyUID}.1.{number}")
        .WithUndefinedLengthSequence(0x0040_A170, DatasetBuilder.Implicit()
            .With(0x0008_0100, "SH", "121322")
            .With(0x0008_0102, "SH", "DCM")
            .With(0x0008_0104, "LO", "Source image for image processing operation"));

    private static string Date => "20240117";

    private static string Time(int seconds) => $"10{seconds / 60 % 60:00}{seconds % 60:00}.250000";

    private static string Decimal(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
