using BenchmarkDotNet.Attributes;
using PSDicom.Bench.Data;
using PSDicom.Operations.Tags;
using PSDicom.Query;

namespace PSDicom.Bench;

/// <summary>One CT slice: from a file in the system's cache, and from memory, without system calls.</summary>
public class HeaderBenchmarks
{
    private readonly string _path = Path.GetTempFileName();
    private readonly TagReadOptions _fourTags = new()
    {
        Tags = TagQuery.Parse(["PatientID", "Modality", "StudyDate", "SeriesInstanceUID"]),
    };

    private readonly DicomReadOptions _header = new() { StopAtPixelData = true };
    private DicomReadOptions _selection = DicomReadOptions.Default;
    private byte[] _bytes = [];

    /// <summary>0: few large private elements; 1: many small ones; 2: nested sequences, implicit VRs.</summary>
    [Params(0, 1, 2)]
    public int Scanner { get; set; }

    [GlobalSetup]
    public void WriteFile()
    {
        _selection = new DicomReadOptions { Selection = _fourTags.Tags!.Selection };
        _bytes = new CtSlice(study: Scanner, series: 1, instance: 1).ToFile();
        File.WriteAllBytes(_path, _bytes);
    }

    [GlobalCleanup]
    public void DeleteFile() => File.Delete(_path);

    [Benchmark(Baseline = true)]
    public IReadOnlyList<DicomTagValue> FourTags() => TagReader.Read(_path, _fourTags, CancellationToken.None, out _);

    [Benchmark]
    public DicomFile FourTagsFromMemory() => DicomFile.Open(_bytes, _selection);

    [Benchmark]
    public DicomFile Header() => DicomFile.Open(_path, _header);

    [Benchmark]
    public DicomFile HeaderFromMemory() => DicomFile.Open(_bytes, _header);
}
