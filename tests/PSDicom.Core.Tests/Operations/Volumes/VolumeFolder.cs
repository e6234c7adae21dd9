using PSDicom.Core.Tests.Volumes;
using PSDicom.Core.Tests.Volumes.Formats;
using PSDicom.Operations.Series;
using PSDicom.Operations.Targets;
using PSDicom.Operations.Volumes;

namespace PSDicom.Core.Tests.Operations.Volumes;

/// <summary>Files of series, and the volumes that are made of them.</summary>
internal sealed class VolumeFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _files;

    public string Out => _folder.Combine("out");

    public void Dispose() => _folder.Dispose();

    public string Combine(string name) => _folder.Combine(name);

    /// <summary>Writes files and returns their paths.</summary>
    public string[] Add(params SliceBuilder[] slices) => [.. slices.Select(slice =>
    {
        string path = _folder.Combine($"{_files++:0000}.dcm");
        File.WriteAllBytes(path, slice.ToFile());
        return path;
    })];

    /// <summary>The stacks of files.</summary>
    public static IReadOnlyList<DicomStack> Sort(params string[] paths)
    {
        var files = new SeriesCollection();
        foreach (string path in paths) files.Add(SeriesFileReader.Read(path, null, default, out _)!);
        return [.. files.Sort().SelectMany(series => series.Stacks)];
    }

    public VolumeExportOptions Options(VolumeFormat format = VolumeFormat.Nifti) => new() { Destination = Out, Format = format };

    /// <summary>Writes files and the volume of the one stack that they are.</summary>
    public ExportedVolume Export(VolumeExportOptions options, params SliceBuilder[] slices) => Export(options, Assert.Single(Sort(Add(slices))));

    /// <inheritdoc cref="Export(VolumeExportOptions, SliceBuilder[])"/>
    public ExportedVolume Export(params SliceBuilder[] slices) => Export(Options(), slices);

    public static ExportedVolume Export(VolumeExportOptions options, DicomStack stack)
    {
        using VolumeExport export = VolumeExport.Open(stack, options, default);
        return export.Write(export.TargetAt(0), default);
    }

    /// <summary>The file of a volume.</summary>
    public static NiftiFile Read(ExportedVolume volume) => new(File.ReadAllBytes(volume.FullName));

    /// <summary>The results of a queue.</summary>
    public static List<WriteResult<string, VolumeTarget, ExportedVolume>> Run(VolumeExportQueue<string> queue, params DicomStack[] stacks)
    {
        var results = new List<WriteResult<string, VolumeTarget, ExportedVolume>>();
        foreach (DicomStack stack in stacks)
        {
            while (queue.IsFull) results.Add(queue.Take());
            queue.Add(stack.Files[0].FullName, stack);
        }

        while (queue.HasMore) results.Add(queue.Take());
        return results;
    }
}
