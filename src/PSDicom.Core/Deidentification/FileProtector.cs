using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Deidentification.BurnedIn;
using PSDicom.Deidentification.Profile;
using PSDicom.Deidentification.Values;
using PSDicom.Deidentification.Writing;
using PSDicom.Editing;
using PSDicom.Editing.Splicing;
using PSDicom.IO;
using PSDicom.IO.Sources;

namespace PSDicom.Deidentification;

/// <summary>Plans the de-identified copy of a file: all but the bytes of bulk values is encoded anew.</summary>
/// <param name="source">The bytes of the file.</param>
/// <param name="file">The file, read with all elements.</param>
/// <param name="rules">The rules of the run.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class FileProtector(ByteSource source, DicomFile file, ProtectionRules rules, CancellationToken cancellation)
{
    private const int MaxNamed = 8;

    private readonly ProtectionTally _tally = new();
    private readonly List<DicomWarning> _warnings = [];

    /// <summary>Plans the copy.</summary>
    /// <param name="cleaned">The pixels after cleaning, and what describes them; null if they stay as they are, or to plan all but the pixels.</param>
    /// <exception cref="DicomException">The file cannot be de-identified by these rules.</exception>
    public ProtectionPlan Plan(DatasetEdit? cleaned = null)
    {
        RefuseTruncated();
        PixelCleaning pixels = PixelCleaning.Of(file, rules);
        if (Refusal.Check(file, rules, pixels) is { } warning) _warnings.Add(warning);
        if (pixels.Warning is { } doubt) _warnings.Add(doubt);
        DicomDataset dataset = file.Dataset;
        var patient = new PatientIdentity(dataset, rules.Secret, rules.Patients is { } map ? id => map.TryGetValue(id, out string? pseudonym) ? pseudonym : null : null, rules.Noted is { } noted ? (id, pseudonym) => noted(true, id, pseudonym) : null);
        string? sopClass = Uid(dataset, DicomTag.SOPClassUID) ?? Uid(file.FileMeta, DicomTag.MediaStorageSOPClassUID);
        var words = new Lazy<IdentityWords>(() => new IdentityWords(dataset, rules.Retains(Retention.InstitutionIdentity), rules.Retains(Retention.DeviceIdentity)));
        var safe = new PrivateBlocksKept(dataset);
        var elements = new ElementRules(rules, AttributeTypes.Of(sopClass), words, safe, _tally);
        (DicomTransferSyntax syntax, DicomEncoding encoding) = OutputEncoding();
        if (pixels.Area is not null) syntax = CleanedSyntax.Of(syntax, file.Dataset);
        using InflatedByteSource? inflated = file.Parts.IsDeflated ? Inflater.Inflate(source, file.Parts.DatasetStart, [], cancellation) : null;

        using var output = new DatasetOutput(encoding, syntax.IsBigEndianPixelData, inflated ?? source);
        bool breaks = rules.Site is { HasKept: true } && Breaks(elements);
        FileMeta meta = FileMeta.Of(sopClass, NewInstance(elements), syntax.UID);
        if (inflated is null) output.WriteStart(meta.Bytes);
        var protector = new DatasetProtector(file, rules, elements, patient, words, safe, _tally, output) { CleansPixels = pixels.Area is not null };
        protector.Write(Added(breaks, pixels, cleaned));
        if (protector.CutTail is { } tail) _warnings.Add(tail);
        cancellation.ThrowIfCancellationRequested();

        Splice splice = inflated is null ? output.End(source.Length) : Deflated(inflated, output, meta);
        if (_tally.Unlisted.Count > 0) _warnings.Add(UnlistedWarning());
        if (_tally.Swallowing.Count > 0)
            _warnings.Add(new DicomWarning($"Values with other elements in their bytes, as with a wrong length, were removed: {Names(_tally.Swallowing)}."));
        var parts = new FileParts(FileMeta.Start, meta.Bytes.Length, FileMeta.Encoding, encoding, inflated is not null);
        var plan = new RewritePlan(splice, source.Length, parts) { DigestOfMeta = meta.Digest.Value, DigestOfDataset = output.Digest.Value };
        DicomFile names = protector.Values.ToFile(syntax);
        return new ProtectionPlan(plan, names, names.Dataset.GetText(DicomTag.PatientID), names.Dataset.GetText(DicomTag.SOPInstanceUID), pixels, syntax, _tally, _warnings);
    }

    private static string? Uid(DicomDataset dataset, DicomTag tag) => dataset.GetText(tag)?.Trim() is { } uid && UidRules.IsValid(uid) ? uid : null;

    private void RefuseTruncated()
    {
        if (!file.Warnings.Any(warning => warning.Kind is DicomWarningKind.Truncated or DicomWarningKind.FileChanged)) return;
        throw new DicomException(DicomErrorReason.Truncated, "The file is cut off: it ends within a value. Get the whole file.");
    }

    /// <summary>The new identifier of the instance, which the file meta information repeats.</summary>
    private string? NewInstance(ElementRules elements)
    {
        if (file.Dataset[DicomTag.SOPInstanceUID] is { } element && element.RawValue?.Trim() is { Length: > 0 } uid)
            return elements.Of(element) == Treatment.Uid ? rules.NewUid(uid) : uid;
        if (Uid(file.FileMeta, DicomTag.MediaStorageSOPInstanceUID) is not { } inMeta) return null;
        return rules.Retains(Retention.Uids) ? inMeta : rules.NewUid(inMeta);
    }

    private bool Breaks(ElementRules elements)
    {
        foreach (Query.LocatedElement located in Query.DatasetWalk.All(file.Dataset)) _ = elements.Of(located.Element);
        if (elements.BreaksProfile)
            _warnings.Add(new DicomWarning("A rule keeps elements that the profile protects: the copy does not say that the identity of the patient has been removed."));
        return elements.BreaksProfile;
    }

    private Dictionary<uint, AddedElement> Added(bool breaksProfile, PixelCleaning pixels, DatasetEdit? cleaned)
    {
        Dictionary<uint, AddedElement> added = Declaration.Of(rules, breaksProfile, pixels.Area is { Boxes.Count: > 0 });
        foreach (ElementEdit edit in cleaned?.Elements ?? []) added[edit.Tag.Value] = new AddedElement(edit.Value, null, edit.Bulk);
        foreach (KeyValuePair<uint, NewValue> set in rules.Site.Values) added[set.Key] = new AddedElement(set.Value, null);
        return added;
    }

    /// <summary>The transfer syntax that says how the output is encoded: that of the file, if the file is encoded as it says.</summary>
    private (DicomTransferSyntax Syntax, DicomEncoding Encoding) OutputEncoding()
    {
        DicomTransferSyntax declared = file.TransferSyntax;
        FileParts parts = file.Parts;
        if (declared.IsEncapsulated && HasEncapsulated())
        {
            if (parts.Encoding.IsBigEndian) throw new DicomException(DicomErrorReason.InvalidPixelData, "The file has compressed pixel data in a big endian data set, which no transfer syntax allows.");
            return (declared, DicomEncoding.ExplicitLittleEndian);
        }

        bool isTrue = declared.IsExplicitVR == parts.Encoding.IsExplicit && declared.IsBigEndian == parts.Encoding.IsBigEndian && declared.IsDeflated == parts.IsDeflated;
        if (isTrue && UidRules.IsValid(declared.UID)) return (declared, parts.Encoding);
        if (HasEncapsulated()) throw new DicomException(DicomErrorReason.InvalidPixelData, "The file has compressed pixel data, but its transfer syntax does not say how they are compressed.");
        if (parts.IsDeflated) return (DicomTransferSyntax.DeflatedExplicitVRLittleEndian, DicomEncoding.ExplicitLittleEndian);
        return parts.Encoding switch
        {
            { IsBigEndian: true } => (DicomTransferSyntax.ExplicitVRBigEndian, new DicomEncoding(true, true)),
            { IsExplicit: true } => (DicomTransferSyntax.ExplicitVRLittleEndian, DicomEncoding.ExplicitLittleEndian),
            _ => (DicomTransferSyntax.ImplicitVRLittleEndian, DicomEncoding.ImplicitLittleEndian),
        };
    }

    private bool HasEncapsulated()
    {
        foreach (DicomElement element in file.Dataset.Elements)
        {
            if (element.IsEncapsulated) return true;
        }

        return false;
    }

    private Splice Deflated(InflatedByteSource inflated, DatasetOutput output, FileMeta meta)
    {
        BulkContent dataset = new DatasetContent(source, inflated, file.Parts.DatasetStart, output.End(inflated.Length)).Deflate(null, cancellation);
        var splice = new Splice();
        splice.Replace(0, source.Length, meta.Bytes, dataset);
        return splice;
    }

    private static string Names(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MaxNamed)) + (names.Count > MaxNamed ? $" and {names.Count - MaxNamed} more" : string.Empty);

    private DicomWarning UnlistedWarning()
    {
        string names = Names(_tally.Unlisted);
        return new DicomWarning(rules.KeepsUnlisted
            ? $"Text that the standard's table does not list was kept: {names}."
            : $"Text that the standard's table does not list was removed: {names}.");
    }
}
