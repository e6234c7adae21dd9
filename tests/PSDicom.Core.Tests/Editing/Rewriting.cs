using PSDicom.Core.Tests.Operations;
using PSDicom.Editing;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;

namespace PSDicom.Core.Tests.Editing;

/// <summary>Changes the bytes of a file for tests, as far as possible in memory.</summary>
internal static class Rewriting
{
    /// <summary>The bytes of a file after changes; the same if nothing changes. They were checked as before a rename.</summary>
    public static byte[] Apply(byte[] before, params DatasetChange[] changes) => Apply(before, new EditOptions(), changes);

    /// <inheritdoc cref="Apply(byte[], DatasetChange[])"/>
    public static byte[] Apply(byte[] before, EditOptions options, params DatasetChange[] changes) => Apply(before, options, out _, out _, changes);

    /// <inheritdoc cref="Apply(byte[], DatasetChange[])"/>
    public static byte[] Apply(
        byte[] before, EditOptions options, out IReadOnlyList<DicomElementChange> made, out IReadOnlyList<DicomWarning> warnings, params DatasetChange[] changes)
    {
        DicomFile file = DicomFile.Open(before);
        UidMap? uids = options.NewUids == UidKinds.None ? null : new UidMap(options.NewUids);
        EditedFile edited = new ChangeResolver(file, options, uids).Resolve(changes);
        made = edited.Changes;
        using var source = new MemoryByteSource(before);
        RewritePlan? plan = new DicomFileRewriter(source, file, RewriteOptions.Of(options), default).Plan(edited.Edit);
        warnings = plan?.Warnings ?? [];
        if (plan is null) return before;
        using var folder = new TemporaryFolder();
        string path = folder.Combine("out.dcm");
        using (OutputFile output = OutputFile.Create(path, path))
        {
            plan.WriteTo(output, source, default);
            plan.Check(output, default);
        }

        return File.ReadAllBytes(path);
    }

    /// <summary>The data set of a file made by the builder, without the file meta information that names the writer.</summary>
    public static byte[] Dataset(byte[] file)
    {
        DicomFile read = DicomFile.Open(file);
        return file[(int)read.Parts.DatasetStart..];
    }

    /// <summary>Applies changes to a data set alone.</summary>
    public static byte[] ApplyTo(DatasetBuilder before, params DatasetChange[] changes) => Dataset(Apply(before.ToFile(), changes));
}
