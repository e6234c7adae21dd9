using BenchmarkDotNet.Attributes;

namespace PSDicom.Bench;

/// <summary>One lookup each.</summary>
public class DictionaryBenchmarks
{
    private readonly DicomTag _seriesInstanceUID = new(0x0020_000E);
    private readonly DicomTag _overlayData = new(0x6002_3000);
    private readonly DicomTag _imageHeaderInfo = new(0x0029_1010);

    [Benchmark(Baseline = true)]
    public DicomVR? VR() => DicomDictionary.FindVR(_seriesInstanceUID);

    [Benchmark]
    public DicomVR? VROfRepeatingGroup() => DicomDictionary.FindVR(_overlayData);

    [Benchmark]
    public DicomVR? VROfPrivateTag() => DicomDictionary.FindPrivateVR("SIEMENS CSA HEADER", _imageHeaderInfo);

    [Benchmark]
    public DicomDictionaryEntry? Entry() => DicomDictionary.TryGet(_seriesInstanceUID, out DicomDictionaryEntry? entry) ? entry : null;

    [Benchmark]
    public DicomDictionaryEntry? Keyword() => DicomDictionary.TryGet("SeriesInstanceUID", out DicomDictionaryEntry? entry) ? entry : null;
}
