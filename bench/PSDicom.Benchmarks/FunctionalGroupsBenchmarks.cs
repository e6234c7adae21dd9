using BenchmarkDotNet.Attributes;
using PSDicom.Bench.Data;
using PSDicom.Query;

namespace PSDicom.Bench;

/// <summary>The header of an image of 1,000 frames, from memory.</summary>
public class FunctionalGroupsBenchmarks
{
    private const int Frames = 1000;

    // Comes after the functional groups, so that all of them must be skipped.
    private readonly DicomReadOptions _pixelData = new() { Selection = TagQuery.Parse(["PixelData"]).Selection };
    private readonly byte[] _bytes = FunctionalGroups.ToFile(Frames);

    /// <summary>Only tokens: nothing is built.</summary>
    [Benchmark(Baseline = true)]
    public DicomFile SkipUnwanted() => DicomFile.Open(_bytes, _pixelData);

    [Benchmark]
    public DicomFile Build() => DicomFile.Open(_bytes);
}
