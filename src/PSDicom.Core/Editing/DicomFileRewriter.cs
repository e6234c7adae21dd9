using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Editing.Splicing;
using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;

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
    private long _newMetaStart;
    private long _newDatasetStart;

    /// <summary>Plans the edits.</summary>
    /// <param name="edit">The edits.</param>
    /// <param name="spool">Keeps the data set while it is deflated anew; null to keep it in memory.</param>
    /// <returns>The plan; null if nothing changes.</returns>
    /// <exception cref="DicomException">The file cannot be changed without losing something.</exception>
    public RewritePlan? Plan(FileEdit edit, Func<Spool>? spool = null)
    {
        FileParts parts = file.Parts;
        DicomEncoding encoding = options.Target is { } target ? new DicomEncoding(target.IsExplicitVR, target.IsBigEndian) : parts.Encoding;
        bool isDeflated = options.Target?.IsDeflated ?? parts.IsDeflated;
        if (edit.IsEmpty && encoding == parts.Encoding && isDeflated == parts.IsDeflated && !DeclaresOther()) return null;
        RefuseDirectory();
        using var window = new ByteWindow(source, FirstRead, cancellation);
        List<DicomWarning> damage = [];
        InflatedByteSource? inflated = parts.IsDeflated ? Inflater.Inflate(source, parts.DatasetStart, damage, cancellation) : null;
        using ByteWindow? inflatedWindow = inflated is null ? null : new ByteWindow(inflated, FirstRead, cancellation);

        var dataset = new DatasetSplicer(
            inflatedWindow ?? window, inflated is null ? parts.DatasetStart : 0, parts.Encoding, edit.Dataset, null, options.AllowDuplicates, cancellation, encoding);
        dataset.Run();
        RefuseTruncated(dataset.EndsEarly || damage.Count > 0);
        if (dataset.Splice.IsEmpty && edit.Meta.IsEmpty && isDeflated == parts.IsDeflated && !DeclaresOther()) return null;
        if (dataset.HasSignature)
            _warnings.Add(new DicomWarning("The file has digital signatures, which the change may make invalid."));

        dataset.Splice.Order();
        if (parts.HasMeta || AddsMeta) FollowInMeta(edit);
        Splice splice = EditMeta(window, edit.Meta, ref parts, out ulong digestOfMeta);
        var content = new DatasetContent(source, inflated, parts.DatasetStart, dataset.Splice);
        if (isDeflated != parts.IsDeflated || (isDeflated && !dataset.Splice.IsEmpty))
            splice.Replace(parts.DatasetStart, EndOfDataset(parts, isDeflated && damage.Count == 0), default, isDeflated ? content.Deflate(spool, cancellation) : content.Inflated());
        else if (!isDeflated)
            splice.Add(dataset.Splice);
        splice.Order();
        if (splice.IsEmpty) return null;
        if (options.KeepPositions && !splice.KeepsPositions)
            throw new DicomException(DicomErrorReason.InvalidValue, "The change would make the file longer or shorter. Change it without keeping its length.");
        if (splice.Delta != 0) WarnOfPreamble(window);
        return new RewritePlan(splice, source.Length, parts with { MetaStart = _newMetaStart, DatasetStart = _newDatasetStart, Encoding = encoding, IsDeflated = isDeflated })
        {
            DigestOfMeta = digestOfMeta, DigestOfDataset = dataset.Digest.Value, Warnings = _warnings,
        };
    }

    /// <summary>What follows a deflated data set stays, if it stays deflated.</summary>
    private long EndOfDataset(FileParts parts, bool staysDeflated) =>
        parts.IsDeflated && staysDeflated ? DeflatedRange.EndOf(source, parts.DatasetStart, cancellation) : source.Length;

    /// <summary>Whether a file without file meta information gets it.</summary>
    private bool AddsMeta => options.Target is not null || options.AddMeta;

    /// <summary>Whether the file declares another transfer syntax than it gets.</summary>
    private bool DeclaresOther() => options.Target is { } target && target.UID != file.TransferSyntax.UID;

    /// <summary>The differences of the file meta information, which is added if the file has none and gets another transfer syntax.</summary>
    private Splice EditMeta(ByteWindow window, DatasetEdit edit, ref FileParts parts, out ulong digest)
    {
        _newMetaStart = parts.MetaStart;
        if (!parts.HasMeta && AddsMeta)
        {
            var added = new Splice();
            byte[] bytes = NewFileMeta.Encode(edit, hasPrefix: parts.MetaStart > 0, out int start, out digest);
            added.Replace(parts.MetaStart, parts.MetaStart, bytes);
            _newMetaStart += start;
            _newDatasetStart = parts.DatasetStart + bytes.Length;
            parts = parts with { MetaEncoding = DicomEncoding.ExplicitLittleEndian };
            return added;
        }

        var meta = new DatasetSplicer(
            window, parts.MetaStart, parts.MetaEncoding, edit, MetaSelection.Group, options.AllowDuplicates, cancellation);
        meta.Run();
        _newDatasetStart = parts.DatasetStart + meta.Splice.Delta;
        digest = meta.Digest.Value;
        return meta.Splice;
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
        if (options.Target is { } target && file.FileMeta.GetText(DicomTag.TransferSyntaxUID) != target.UID) Name(edit, DicomTag.TransferSyntaxUID, DicomVR.UI, target.UID);
        if (options.KeepImplementation) return;
        Name(edit, DicomTag.ImplementationClassUID, DicomVR.UI, Implementation.ClassUID);
        Name(edit, DicomTag.ImplementationVersionName, DicomVR.SH, Implementation.VersionName);
    }

    private void Follow(FileEdit edit, DicomTag tag, DicomTag inMeta)
    {
        if (edit.Meta.Find(inMeta) is not null) return;
        if (!file.Parts.HasMeta && edit.Dataset.Find(tag) is null && file.Dataset.GetText(tag) is { Length: > 0 } own) Name(edit, inMeta, DicomVR.UI, own);
        if (edit.Dataset.Find(tag) is not { Kind: ElementEditKind.Write, Value: { Length: > 0 } value }) return;
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
