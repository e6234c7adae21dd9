using PSDicom.Frames;
using PSDicom.Volumes;
using PSDicom.Volumes.Headers;

namespace PSDicom.Core.Tests.Volumes;

/// <summary>Sorts files that are in memory.</summary>
internal static class Sorting
{
    public static IReadOnlyList<DicomSeries> Sort(params SliceBuilder[] files) => SortBytes([.. files.Select((file, i) => ($"{i}.dcm", file.ToFile()))]);

    public static IReadOnlyList<DicomSeries> SortBytes(params (string Name, byte[] Bytes)[] files)
    {
        Dictionary<string, byte[]> bytes = files.ToDictionary(file => file.Name, file => file.Bytes);
        var sorter = new SeriesSorter(file => Convert.ToBase64String(bytes[file.FullName]));
        foreach ((string name, byte[] content) in files) sorter.Add(Read(name, content));
        return [.. sorter.Sort()];
    }

    public static DicomSeriesFile Read(string name, byte[] bytes)
    {
        DicomFile file = DicomFile.Open(bytes);
        return SeriesHeader.Read(file, name, HeaderFrames.Count(file, null, default));
    }

    /// <summary>The one stack of the one series.</summary>
    public static DicomStack Stack(params SliceBuilder[] files) => Assert.Single(Assert.Single(Sort(files)).Stacks);

    /// <summary>The stacks of the one series.</summary>
    public static IReadOnlyList<DicomStack> Stacks(params SliceBuilder[] files) => Assert.Single(Sort(files)).Stacks;

    /// <summary>The names of a stack's files, in order.</summary>
    public static string Names(DicomStack stack) => string.Join(" ", stack.Files.Select(file => file.FullName.Replace(".dcm", "")));

    /// <summary>The instance numbers of a stack's frames, in order.</summary>
    public static string Instances(DicomStack stack) => string.Join(" ", stack.Frames.Select(frame => frame.File.InstanceNumber));

    public static void AssertNear(Vector3d expected, Vector3d found) =>
        Assert.True(found.IsNear(expected, 1e-6), $"{found} is not {expected}");
}
