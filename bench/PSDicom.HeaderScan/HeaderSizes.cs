using System.Globalization;
using PSDicom.Operations.Search;
using PSDicom.Operations.Tags;

namespace PSDicom.Bench;

/// <summary>The size of the headers of each kind of device: the minimum that must be read.</summary>
internal static class HeaderSizes
{
    private sealed record Sizes(string Device, int Elements, long Series, long Pixels, long File);

    /// <returns>A table: means of all files of a folder.</returns>
    public static IEnumerable<string> Describe(string folder)
    {
        List<Sizes> files = [.. FileFinder.Find(folder, new FileSearchOptions { Recurse = true }).Select(found => Measure(found.Path))];
        yield return "| files of | files | elements, nested too | KB up to the last of four tags | KB up to the pixel data | KB of the file |";
        yield return "|---|--:|--:|--:|--:|--:|";
        foreach (IGrouping<string, Sizes> device in files.GroupBy(file => file.Device).OrderBy(group => group.Key, StringComparer.Ordinal))
            yield return Line(device.Key, [.. device]);
        yield return Line("all", files);
    }

    private static Sizes Measure(string path)
    {
        DicomFile file = DicomFile.Open(path);
        DicomDataset dataset = file.GetDataset();
        DicomElement series = dataset["SeriesInstanceUID"]!, pixels = dataset["PixelData"]!;
        string device = $"{dataset["Modality"]!.RawValue}, {dataset["ManufacturerModelName"]!.RawValue}";
        int elements = TagReader.Read(file, new TagReadOptions { Nested = true }).Count - 1;
        return new Sizes(device, elements, series.Offset + series.Length, pixels.Offset, new FileInfo(path).Length);
    }

    private static string Line(string device, List<Sizes> files) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {device} | {files.Count} | {files.Average(file => file.Elements):F0} | {KB(files, file => file.Series)} | {KB(files, file => file.Pixels)} | {KB(files, file => file.File)} |");

    private static string KB(List<Sizes> files, Func<Sizes, double> size) => (files.Average(size) / 1024).ToString("F1", CultureInfo.InvariantCulture);
}
