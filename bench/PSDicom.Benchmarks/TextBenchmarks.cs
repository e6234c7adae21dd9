using System.Text;
using BenchmarkDotNet.Attributes;
using PSDicom.Text;

namespace PSDicom.Bench;

/// <summary>A person name in the common encodings.</summary>
public class TextBenchmarks
{
    private readonly CharacterSet _japanese = CharacterSet.FromTerms(@"\ISO 2022 IR 87");
    private readonly CharacterSet _latin1 = CharacterSet.FromTerms("ISO_IR 100");
    private readonly CharacterSet _utf8 = CharacterSet.FromTerms("ISO_IR 192");
    private readonly byte[] _plainBytes = "Yamada^Tarou^^Dr."u8.ToArray();
    private readonly byte[] _latin1Bytes = Encoding.Latin1.GetBytes("Sch\u00E4fer^J\u00F6rg^^Dr.");
    private readonly byte[] _utf8Bytes = "Wang^XiaoDong=\u738B^\u5C0F\u6771"u8.ToArray();

    // The example of PS3.5 section H.3.1.
    private readonly byte[] _japaneseBytes =
        "Yamada^Tarou=\x1B$B;3ED\x1B(B^\x1B$BB@O:\x1B(B=\x1B$B$d$^$@\x1B(B^\x1B$B$?$m$&\x1B(B"u8.ToArray();

    [Benchmark(Baseline = true)]
    public string Plain() => _latin1.Decode(_plainBytes, DicomVR.PN);

    [Benchmark]
    public string Latin1() => _latin1.Decode(_latin1Bytes, DicomVR.PN);

    [Benchmark]
    public string Utf8() => _utf8.Decode(_utf8Bytes, DicomVR.PN);

    [Benchmark]
    public string Japanese() => _japanese.Decode(_japaneseBytes, DicomVR.PN);
}
