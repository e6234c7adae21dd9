namespace PSDicom.SampleBuilder;

/// <summary>The sample files. They contain no data of real people or devices.</summary>
internal static class Samples
{
    /// <summary>Each file's path in samples/, and its bytes.</summary>
    public static IEnumerable<(string Path, byte[] Bytes)> All() =>
    [
        ("ct/slice-1.dcm", CTSample.Slice(1)),
        ("ct/slice-2.dcm", CTSample.Slice(2)),
        ("mr/cine.dcm", MRSample.Cine()),
        ("sr/report.dcm", SRSample.Report()),
        ("us/color.dcm", USSample.Color()),
    ];
}
