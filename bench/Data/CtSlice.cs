using System.Globalization;
using PSDicom.Core.Tests;

namespace PSDicom.Bench.Data;

/// <summary>
/// A CT slice from one of three kinds of scanners. They differ in the elements before the series: few large private elements, many small
/// ones, or nested sequences of undefined length with implicit VRs.
/// </summary>
internal sealed class CtSlice(int study, int series, int instance)
{
    private const string ImageStorage = "1.2.840.10008.5.1.4.1.1.2";

    private readonly ImageHeader _header = new(study, series, instance);

    private string StudyUID => _header.StudyUID;

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
        DescribeScan(slice);
        Place(slice);
        ImageHeader.DescribePixels(slice);
        slice.With(0x0029_0010, "LO", "SIEMENS CSA HEADER")
            .With(0x0029_0011, "LO", "SIEMENS MEDCOM HEADER")
            .With(0x0029_1008, "CS", "CT 10")
            .With(0x0029_1009, "LO", "20240117")
            .WithValue(0x0029_1010, "OB", ImageHeader.Noise(1400 + (instance % 7 * 120)))
            .With(0x0029_1140, "LO", "SOM 7");
        ImageHeader.Request(slice, "CT thorax/abdomen", new DatasetBuilder());
        return ImageHeader.WithPixels(slice);
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
        DescribeScan(slice);
        slice.With(0x0019_0010, "LO", "GEMS_ACQU_01");
        for (uint element = 0x02; element <= 0x1A; element++) slice.With(0x0019_1000 + element, "DS", ImageHeader.Decimal(element * 12.625));
        for (uint element = 0x1B; element <= 0x2B; element++) slice.With(0x0019_1000 + element, "SS", element);
        Place(slice);
        slice.With(0x0021_0010, "LO", "GEMS_RELA_01")
            .With(0x0021_1003, "SS", instance)
            .With(0x0021_1035, "SS", 0)
            .With(0x0021_1091, "SS", 0);
        ImageHeader.DescribePixels(slice);
        ImageHeader.Request(slice, "CT thorax/abdomen", new DatasetBuilder());
        slice.With(0x0043_0010, "LO", "GEMS_PARM_01");
        for (uint element = 0x10; element <= 0x28; element++) slice.With(0x0043_1000 + element, "SS", element);
        slice.WithValue(0x0043_1029, "OB", ImageHeader.Noise(900 + (instance % 5 * 80)));
        return ImageHeader.WithPixels(slice);
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
        DescribeScan(slice);
        Place(slice);
        ImageHeader.DescribePixels(slice);
        ImageHeader.Request(slice, "CT thorax/abdomen", DatasetBuilder.Implicit());
        slice.With(0x00E1_0010, "LO", "ELSCINT1")
            .With(0x00E1_1021, "DS", ImageHeader.Decimal(412.5))
            .WithUndefinedLengthSequence(0x00E1_1039, DatasetBuilder.Implicit().With(0x00E1_0010, "LO", "ELSCINT1").WithValue(0x00E1_10A1, "OB", ImageHeader.Noise(800)))
            .WithValue(0x00E1_10A2, "OB", ImageHeader.Noise(300 + (instance % 6 * 90)));
        return ImageHeader.WithPixels(slice);
    }

    private void Identify(DatasetBuilder slice, string manufacturer, string model) =>
        _header.Identify(slice, "CT", ImageStorage, manufacturer, model, "Thorax/Abdomen with contrast", $"Body 5.0 B30f #{1 + series}");

    private void DescribeScan(DatasetBuilder slice)
    {
        _header.DescribePatient(slice);
        slice.With(0x0018_0010, "LO", "APPLIED")
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
            .With(0x0018_1130, "DS", ImageHeader.Decimal(151.5))
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
        _header.PlaceInStudy(slice);
        _header.PlaceInSpace(slice);
    }

    private DatasetBuilder Reference(int number) =>
        new DatasetBuilder().With(0x0008_1150, "UI", ImageStorage).With(0x0008_1155, "UI", $"{StudyUID}.1.{number}");

    private DatasetBuilder SourceOf(int number) => DatasetBuilder.Implicit()
        .With(0x0008_1150, "UI", ImageStorage)
        .With(0x0008_1155, "UI", $"{StudyUID}.1.{number}")
        .WithUndefinedLengthSequence(0x0040_A170, DatasetBuilder.Implicit()
            .With(0x0008_0100, "SH", "121322")
            .With(0x0008_0102, "SH", "DCM")
            .With(0x0008_0104, "LO", "Source image for image processing operation"));
}
