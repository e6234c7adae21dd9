using System.Text;
using System.Text.RegularExpressions;
using PSDicom.Core.Tests.Deidentification;
using PSDicom.Core.Tests.Operations;
using PSDicom.Deidentification;
using PSDicom.Deidentification.Values;
using PSDicom.IO.Sources;
using PSDicom.Operations.Protection;
using PSDicom.Query;

namespace PSDicom.Core.Tests.Corpus;

/// <summary>De-identified copies of real files have nothing of the identity of their sources, by the module's own search and by a simple one.</summary>
public partial class ProtectionTests
{
    private const Cleaning Cleaned = Cleaning.Graphics | Cleaning.StructuredContent;

    private static readonly DicomErrorReason[] Refusals =
    [
        DicomErrorReason.DirectoryNotEditable, DicomErrorReason.PrivateObjectNotCleaned, DicomErrorReason.DocumentNotCleaned, DicomErrorReason.Truncated, DicomErrorReason.NotDicom,
        DicomErrorReason.EmptyFile, DicomErrorReason.InvalidPixelData,
    ];

    private static readonly uint[] Identifiers = [0x0008_0050, 0x0010_0020, 0x0010_1000, 0x0020_0010, 0x0040_1001, 0x0040_2016, 0x0040_2017];

    private static readonly uint[] Instances = [0x0008_0018, 0x0008_1155, 0x0020_000D, 0x0020_000E, 0x0020_0052, 0x3006_0024];

    private const int MaxLength = 2 << 20;

    private static readonly DicomTag[] Referred = [DicomTag.SOPInstanceUID, DicomTag.SeriesInstanceUID, DicomTag.StudyInstanceUID, new(0x0020_0052)];

    public static TheoryData<string> Files()
    {
        var files = new TheoryData<string>();
        if (CorpusFolder.Root is null) files.Add("");
        else foreach (string path in CorpusFolder.RelativePaths()) files.Add(path);
        return files;
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Nothing_of_the_identity_is_left(string relative)
    {
        string path = Path.Combine(CorpusFolder.Files, relative);
        byte[] before = File.ReadAllBytes(path);
        if (Protect(before, Protecting.Key) is not { } after) return;
        Assert.Equal(after, Protect(before, Protecting.Key));
        using var folder = new TemporaryFolder();
        string copy = folder.Combine("copy.dcm");
        File.WriteAllBytes(copy, after);

        IdentityTestResult result = IdentityTester.Test(path, copy, new IdentityTestOptions { Cleaned = Cleaned });
        Assert.True(result.Clean, string.Join("; ", result.Found));

        DicomFile source = DicomFile.Open(before);
        string text = TextOutsidePixels(after);
        foreach ((DicomElement element, string word) in WordsOf(source))
        {
            if (Regex.IsMatch(text, $"(?<![A-Za-z0-9.\x80-\xFF]){Regex.Escape(word)}(?![A-Za-z0-9\x80-\xFF])", RegexOptions.IgnoreCase)) Assert.Fail($"{element.Tag} of {relative} is left.");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Another_key_gives_no_pseudonym_of_the_first(string relative)
    {
        byte[] before = File.ReadAllBytes(Path.Combine(CorpusFolder.Files, relative));
        if (Protect(before, Protecting.Key) is not { } one || Protect(before, [.. Protecting.Key, 1]) is not { } other) return;
        HashSet<string> pseudonyms = [.. PseudonymsOf(one)];
        Assert.DoesNotContain(PseudonymsOf(other), pseudonyms.Contains);
    }

    /// <summary>RT objects, segmentations and reports refer to images beside them by their identifiers, and still do.</summary>
    [SkippableFact]
    public void References_between_files_still_resolve()
    {
        var instances = new Dictionary<string, string>();
        var files = new List<(DicomFile Before, DicomFile After)>();
        foreach (string relative in CorpusFolder.RelativePaths())
        {
            string path = Path.Combine(CorpusFolder.Files, relative);
            if (new FileInfo(path).Length > MaxLength) continue;
            byte[] before = File.ReadAllBytes(path);
            if (Protect(before, Protecting.Key) is not { } after) continue;
            (DicomFile Before, DicomFile After) pair = (DicomFile.Open(before), DicomFile.Open(after));
            files.Add(pair);
            foreach (DicomTag tag in Referred)
            {
                if (pair.Before.Dataset.GetText(tag)?.Trim() is { Length: > 0 } old) instances[old] = pair.After.Dataset.GetText(tag)!;
            }
        }

        int resolved = 0;
        var key = new ProtectionKey(Protecting.Key);
        var modalities = new HashSet<string>();
        foreach ((DicomFile before, DicomFile after) in files)
        {
            string[] old = [.. References(before)], now = [.. References(after)];
            foreach (string uid in old.Distinct())
            {
                // Sequences that the profile removes have no references any more; those that stay have the new ones, also to files that are not here.
                if (!instances.TryGetValue(uid, out string? other)) other = key.UidOf(uid);
                else Assert.Equal(key.UidOf(uid), other);
                if (!now.Contains(other)) continue;
                resolved += instances.ContainsKey(uid) ? 1 : 0;
                modalities.Add(before.Dataset.GetText(DicomTag.Modality) ?? "");
            }
        }

        Assert.InRange(resolved, 50, int.MaxValue);
        foreach (string modality in (string[])["RTSTRUCT", "RTPLAN", "SEG", "SR"]) Assert.Contains(modality, modalities);
    }

    private static IEnumerable<string> References(DicomFile file)
    {
        foreach (LocatedElement located in DatasetWalk.All(file.Dataset))
        {
            if (located.Place is null || located.Element.VR != DicomVR.UI || located.Element.RawValue is not { } uids) continue;
            foreach (string uid in uids.Split('\\')) if (!uid.StartsWith("1.2.840.10008.", StringComparison.Ordinal)) yield return uid.Trim();
        }
    }

    /// <summary>The copy; null if the file is refused, or cannot be read.</summary>
    private static byte[]? Protect(byte[] file, byte[] key)
    {
        try
        {
            return Protecting.Apply(file, new ProtectionRules(key) { Cleaned = Cleaned, AllowsBurnedIn = true });
        }
        catch (DicomException exception) when (Refusals.Contains(exception.Reason))
        {
            return null;
        }
    }

    private static IEnumerable<string> PseudonymsOf(byte[] copy)
    {
        foreach (LocatedElement located in DatasetWalk.All(DicomFile.Open(copy).Dataset))
        {
            DicomElement element = located.Element;
            if (element.Tag == DicomTag.PatientID && element.RawValue is { } id) yield return id;
            if (element.VR != DicomVR.UI || element.RawValue is not { } uids) continue;
            foreach (string uid in uids.Split('\\')) if (uid.StartsWith("2.25.", StringComparison.Ordinal)) yield return uid;
        }
    }

    /// <summary>The bytes of a file without its pixel data, each as a character.</summary>
    private static string TextOutsidePixels(byte[] bytes)
    {
        DicomFile file = DicomFile.Open(bytes);
        byte[] all = bytes;
        if (file.Parts.IsDeflated)
        {
            using var source = new MemoryByteSource(bytes);
            using InflatedByteSource inflated = Inflater.Inflate(source, file.Parts.DatasetStart, [], default);
            all = new byte[inflated.Length];
            inflated.Read(0, all);
        }

        foreach (DicomElement element in file.Dataset.Elements)
        {
            if (element.Tag.IsPixelData) Array.Clear(all, (int)element.Offset, (int)element.ByteLength);
        }

        return Encoding.Latin1.GetString(all);
    }

    /// <summary>What must not be left, as the bytes of the source.</summary>
    private static IEnumerable<(DicomElement Element, string Word)> WordsOf(DicomFile file)
    {
        // Codes, also the items of codes: what they say is not about a person, even if a person is called so.
        HashSet<string> codes = new(StringComparer.OrdinalIgnoreCase);
        foreach (LocatedElement located in DatasetWalk.All(file.Dataset))
        {
            if (located.Element.VR == DicomVR.CS) codes.UnionWith(NotInName().Split(located.Element.RawValue ?? ""));
        }

        foreach (LocatedElement located in DatasetWalk.All(file.Dataset))
        {
            DicomElement element = located.Element;
            uint tag = element.Tag.Value;
            bool isName = element.VR == DicomVR.PN, isDate = element.VR == DicomVR.DA;
            if (element.IsBulk || !(isName || isDate || Identifiers.Contains(tag) || Instances.Contains(tag))) continue;
            string bytes = Encoding.Latin1.GetString(element.ReadBytes());
            foreach (string word in isName ? NotInName().Split(bytes) : bytes.Split('\\'))
            {
                string trimmed = word.Trim(' ', '\0');
                if (trimmed.Length < 4 || Array.IndexOf(["REMOVED", "19000101"], trimmed.ToUpperInvariant()) >= 0 || trimmed.StartsWith("1.2.840.10008.", StringComparison.Ordinal)) continue;
                bool isShortNumber = trimmed.Length < 8 && trimmed.All(char.IsDigit);
                if (codes.Contains(trimmed) || isShortNumber) continue;
                if (isDate && trimmed.Length < 8) continue;
                yield return (element, trimmed);
            }
        }
    }

    [GeneratedRegex(@"[\\^=\s,;]+")]
    private static partial Regex NotInName();
}
