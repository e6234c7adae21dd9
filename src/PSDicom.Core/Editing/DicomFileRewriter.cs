using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Editing.Splicing;
using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;

namespace PSDicom.Editing;

/// <summary>
/// Plans how a file becomes one with other values: everything that was not asked for stays identical to the byte. Only the file meta
/// information follows: it names this implementation (PS3.10 section 7.1), and the UIDs of the data set.
/// </summary>
/// <param name="source">The bytes of the file.</param>
/// <param name="file">The file, read with all elements.</param>
/// <param name="options">The options.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class DicomFileRewriter(ByteSource source, DicomFile file, RewriteOptions options, CancellationToken cancellation)
{
    private const int FirstRead = 16 * 1024;

    private readonly List<DicomWarning> _warnings = [];

    /// <summary>Plans the edits.</summary>
    /// <returns>The plan; null if nothing changes.</returns>
    /// <exception cref="DicomException">The file cannot be changed without losing something.</exception>
    public RewritePlan? Plan(FileEdit edit)
    {
        if (edit.IsEmpty) return null;
        RefuseDirectory();
        FileParts parts = file.Parts;
        using var window = new ByteWindow(source, FirstRead, cancellation);
        using MemoryByteSource? inflated = parts.IsDeflated ? Inflater.Inflate(source, parts.DatasetStart, [], cancellation) : null;
        using ByteWindow? inflatedWindow = inflated is null ? null : new ByteWindow(inflated, FirstRead, cancellation);

        var dataset = new DatasetSplicer(
            inflatedWindow ?? window, inflated is null ? parts.DatasetStart : 0, parts.Encoding, edit.Dataset, null, options.AllowDuplicates, cancellation);
        dataset.Run();
        RefuseTruncated(dataset.EndsEarly);
        if (dataset.Splice.IsEmpty && edit.Meta.IsEmpty) return null;
        if (dataset.HasSignature)
            _warnings.Add(new DicomWarning("The file has digital signatures, which the change may make invalid."));

        dataset.Splice.Order();
        if (parts.HasMeta) FollowInMeta(edit);
        var meta = new DatasetSplicer(
            window, parts.MetaStart, parts.MetaEncoding, edit.Meta, MetaSelection.Group, options.AllowDuplicates, cancellation);
        meta.Run();

        Splice splice = meta.Splice;
        long growthOfMeta = splice.Delta;
        if (inflated is null) splice.Add(dataset.Splice);
        else if (!dataset.Splice.IsEmpty) splice.Replace(parts.DatasetStart, source.Length, new DeflatedDataset(source, parts.DatasetStart).Deflate(inflated, dataset.Splice));
        splice.Order();
        if (splice.IsEmpty) return null;
        if (splice.Delta != 0) WarnOfPreamble(window);
        return new RewritePlan(splice, source.Length, parts with { DatasetStart = parts.DatasetStart + growthOfMeta })
        {
            DigestOfMeta = meta.Digest.Value, DigestOfDataset = dataset.Digest.Value, Warnings = _warnings,
        };
    }

    /// <summary>The records of a directory point to each other by their byte positions (PS3.3 annex F).</summary>
    private void RefuseDirectory()
    {
        if (!file.Dataset.Contains(DicomTag.DirectoryRecordSequence) && file.FileMeta.GetText(DicomTag.MediaStorageSOPClassUID) != DicomUID.MediaStorageDirectory) return;
        throw new DicomException(
            DicomErrorReason.DirectoryNotEditable,
            "This is a DICOMDIR, a directory of other files: its byte positions would become wrong. Change the files, and make a new directory.");
    }

    private void RefuseTruncated(bool isTruncated)
    {
        if (!isTruncated || options.AllowTruncated) return;
        throw new DicomException(
            DicomErrorReason.Truncated, "The file is cut off: it ends within a value. Get the whole file, or allow truncated files to keep what is there.");
    }

    private void FollowInMeta(FileEdit edit)
    {
        Follow(edit, DicomTag.SOPClassUID, DicomTag.MediaStorageSOPClassUID);
        Follow(edit, DicomTag.SOPInstanceUID, DicomTag.MediaStorageSOPInstanceUID);
        if (options.KeepImplementation) return;
        Name(edit, DicomTag.ImplementationClassUID, DicomVR.UI, Implementation.ClassUID);
        Name(edit, DicomTag.ImplementationVersionName, DicomVR.SH, Implementation.VersionName);
    }

    private void Follow(FileEdit edit, DicomTag tag, DicomTag inMeta)
    {
        if (edit.Dataset.Find(tag) is not { Kind: ElementEditKind.Write, Value: { Length: > 0 } value } || edit.Meta.Find(inMeta) is not null) return;
        edit.Meta.Element(inMeta, file.FileMeta.Contains(inMeta)).Write(value);
    }

    private void Name(FileEdit edit, DicomTag tag, DicomVR vr, string name)
    {
        if (edit.Meta.Find(tag) is not null) return;
        edit.Meta.Element(tag, file.FileMeta.Contains(tag)).Write(new NewValue(vr, System.Text.Encoding.ASCII.GetBytes(name)));
    }

    /// <summary>Some files are TIFF files too, with their directory in the preamble (PS3.10 section 7.1).</summary>
    private void WarnOfPreamble(ByteWindow window)
    {
        if (file.Parts.MetaStart < sizeof(uint)) return;
        ReadOnlySpan<byte> start = window.Get(0, 4);
        if (!start.SequenceEqual("II*\0"u8) && !start.SequenceEqual("MM\0*"u8)) return;
        _warnings.Add(new DicomWarning("The file is also a TIFF file, by its preamble; the positions there are no longer right.", 0));
    }
}
