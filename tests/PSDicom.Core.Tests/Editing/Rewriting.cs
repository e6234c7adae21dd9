using PSDicom.Editing;
using PSDicom.IO;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;

namespace PSDicom.Core.Tests.Editing;

/// <summary>Rewrites bytes in memory for tests.</summary>
internal static class Rewriting
{
    /// <summary>The bytes of a file after edits; null if nothing changes. They were checked as before a rename.</summary>
    public static byte[]? Rewrite(byte[] before, Action<FileEdit, DicomFile> edit, RewriteOptions? options = null) =>
        Rewrite(before, edit, options, out _);

    /// <inheritdoc cref="Rewrite(byte[], Action{FileEdit, DicomFile}, RewriteOptions?)"/>
    public static byte[]? Rewrite(byte[] before, Action<FileEdit, DicomFile> edit, RewriteOptions? options, out IReadOnlyList<DicomWarning> warnings)
    {
        var edits = new FileEdit();
        DicomFile file = DicomFile.Open(before);
        edit(edits, file);
        using var source = new MemoryByteSource(before);
        RewritePlan? plan = new DicomFileRewriter(source, file, options ?? new RewriteOptions(), default).Plan(edits);
        warnings = plan?.Warnings ?? [];
        if (plan is null) return null;
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using (OutputFile output = OutputFile.Create(path, path))
            {
                plan.WriteTo(output, source, default);
                plan.Check(output, default);
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
