using PSDicom.Operations.Conversion;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;

namespace PSDicom.Core.Tests.Operations.Conversion;

/// <summary>Converts the bytes of a file for tests.</summary>
internal static class Converting
{
    /// <summary>The result of a conversion to a transfer syntax, with the bytes of the file.</summary>
    public static (DicomConversion Result, byte[] Bytes) To(string syntax, byte[] before, Func<FileConversionOptions, FileConversionOptions>? change = null)
    {
        WriteResult<string, ConversionTarget, DicomConversion> result = Try(syntax, before, out byte[] bytes, change);
        if (result.Error is not null) throw result.Error;
        return (result.Written!, bytes);
    }

    /// <summary>The data set of a converted file.</summary>
    public static byte[] DatasetTo(string syntax, byte[] before) => PSDicom.Core.Tests.Editing.Rewriting.Dataset(To(syntax, before, options => options with { KeepsImplementation = true }).Bytes);

    /// <summary>The reason why a file is not converted.</summary>
    public static DicomErrorReason RefusalOf(string syntax, byte[] before, Func<FileConversionOptions, FileConversionOptions>? change = null) =>
        Assert.IsType<DicomException>(Try(syntax, before, out _, change).Error).Reason;

    private static WriteResult<string, ConversionTarget, DicomConversion> Try(
        string syntax, byte[] before, out byte[] bytes, Func<FileConversionOptions, FileConversionOptions>? change)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Combine("in.dcm"), copy = folder.Combine("out.dcm");
        File.WriteAllBytes(path, before);
        var options = new FileConversionOptions { TransferSyntax = WritableSyntaxes.Parse(syntax), Files = new FileRewriteOptions { Destination = copy } };
        if (change is not null) options = change(options);
        using var queue = new FileConversionQueue<string>(options, 2, default);
        Assert.Null(queue.TryAdd(path, path));
        WriteResult<string, ConversionTarget, DicomConversion> result = queue.Take();
        Assert.Equal(before, File.ReadAllBytes(path));
        bytes = result.Written is null ? [] : File.ReadAllBytes(copy);
        queue.Dispose();
        Assert.Equal(result.Written is null ? [path] : [path, copy], Directory.GetFiles(folder.Path).OrderBy(name => name, StringComparer.Ordinal));
        return result;
    }

    /// <summary>The hashes of the frames of a file.</summary>
    public static string[] Hashes(byte[] file)
    {
        using var frames = new PSDicom.Frames.HashedFrames(PSDicom.Frames.FrameFile.Open(DicomFile.Open(file), default), asRgb: false, 1);
        return [.. Enumerable.Range(1, frames.Count).Select(frame => frames.Read(frame).Sha256)];
    }
}
