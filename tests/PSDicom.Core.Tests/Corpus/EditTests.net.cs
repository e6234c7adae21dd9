using PSDicom.Core.Tests.Editing;
using PSDicom.Editing;
using PSDicom.Query;

namespace PSDicom.Core.Tests.Corpus;

/// <summary>
/// Each real file is changed in several ways, and compared byte by byte: what was not asked for is the same, before and after the element
/// that was.
/// </summary>
public class EditTests
{
    private const string Long = "A value that is far longer than the one that the file has: 64 ch";

    private static readonly EditOptions Keeping = new() { KeepsImplementation = true };

    public static TheoryData<string> Files()
    {
        var files = new TheoryData<string>();
        if (CorpusFolder.Root is null) files.Add("");
        else foreach (string path in CorpusFolder.RelativePaths()) files.Add(path);
        return files;
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Only_what_was_asked_for_changes(string relative)
    {
        byte[] before = File.ReadAllBytes(Path.Combine(CorpusFolder.Files, relative));
        if (!TryOpen(before, out DicomFile file)) return;
        if (file.Dataset.Contains(DicomTag.DirectoryRecordSequence) || Warns(file, "ends")) return;
        var patientID = new DicomTag(0x00100020);
        int length = (int)(file.Dataset[patientID]?.ByteLength ?? 0);
        foreach (string value in (string[])["Q", Long, new string('Q', Math.Min(64, length))]) CheckTop(before, file, patientID, DatasetChange.Set("PatientID", value), value);
        CheckTop(before, file, new DicomTag(0x00101005), DatasetChange.Set("PatientBirthName", "Added^"), "Added^");
        CheckTop(before, file, patientID, DatasetChange.Remove("PatientID"), null);
        CheckNested(before, file);
        CheckPrivate(before, file);
    }

    /// <summary>Before an element of the data set itself, only the length of its group can change; after it, nothing.</summary>
    private static void CheckTop(byte[] before, DicomFile file, DicomTag tag, DatasetChange change, string? value)
    {
        byte[] after = Rewriting.Apply(before, Keeping, change);
        DicomFile changed = DicomFile.Open(after);
        Assert.Equal(string.IsNullOrEmpty(value) ? null : value, changed.Dataset[tag]?.RawValue);
        if (ReferenceEquals(before, after)) return;
        if (file.Parts.IsDeflated)
        {
            AssertSameElsewhere(file, changed, tag);
            return;
        }

        long oldEnd = EndOf(file, tag) ?? EndBefore(before, after), newEnd = oldEnd + after.Length - before.Length;
        Assert.Equal(before[(int)oldEnd..], after[(int)newEnd..]);
        DicomElement? groupLength = file.Dataset[new DicomTag(tag.Group, 0)];
        long start = Math.Min(oldEnd, newEnd) - Math.Max(file.Dataset[tag]?.ByteLength ?? 0, changed.Dataset[tag]?.ByteLength ?? 0) - 12;
        for (int i = 0; i < start; i++)
        {
            bool isGroupLength = groupLength is not null && i >= groupLength.Offset && i < groupLength.Offset + 4;
            if (!isGroupLength && before[i] != after[i]) Assert.Fail($"byte {i} differs");
        }

        AssertSameElsewhere(file, changed, tag);
    }

    private static void CheckNested(byte[] before, DicomFile file)
    {
        var tag = new DicomTag(0x00081155);
        byte[] after = Rewriting.Apply(before, Keeping, DatasetChange.Set("ReferencedSOPInstanceUID", "1.2.3.4.5.6.7.8", ChangeCondition.IfExists, isNested: true));
        AssertSameElsewhere(file, DicomFile.Open(after), tag);
        Assert.All(DatasetWalk.All(DicomFile.Open(after).Dataset).Where(located => located.Element.Tag == tag), located => Assert.Equal("1.2.3.4.5.6.7.8", located.Element.RawValue));
    }

    private static void CheckPrivate(byte[] before, DicomFile file)
    {
        DicomFile changed = DicomFile.Open(Rewriting.Apply(before, Keeping, DatasetChange.Set("PSDICOM TEST|(0009,xx10)", "text", vr: DicomVR.LO)));
        DicomElement creator = changed.Dataset.Elements.Single(element => element.Tag.IsPrivateCreator && element.Tag.Group == 9 && element.RawValue == "PSDICOM TEST");
        var tag = new DicomTag(9, (ushort)((creator.Tag.Element << 8) | 0x10));
        Assert.Equal("text"u8.ToArray(), changed.Dataset[tag]!.ReadBytes());
        AssertSameElsewhere(file, changed, tag, creator.Tag);
    }

    /// <summary>All other elements have the same path, value representation, length as declared and bytes.</summary>
    private static void AssertSameElsewhere(DicomFile before, DicomFile after, params DicomTag[] changed)
    {
        static IEnumerable<(string Path, DicomVR VR, long Length, DicomElement Element)> All(DicomFile file, DicomTag[] without) => DatasetWalk.All(file.Dataset)
            .Where(located => !without.Contains(located.Element.Tag) && !located.Element.Tag.IsGroupLength)
            .Select(located => (ItemPlace.PathOf(located.Place, located.Element.Tag), located.Element.VR, located.Element.Length, located.Element));
        var old = All(before, changed).ToList();
        var now = All(after, changed).ToList();
        Assert.Equal(old.Select(element => element.Path), now.Select(element => element.Path));
        for (int i = 0; i < old.Count; i++)
        {
            Assert.Equal(old[i].VR, now[i].VR);
            if (old[i].VR == DicomVR.SQ)
            {
                Assert.Equal(old[i].Length < 0, now[i].Length < 0);
                continue;
            }

            Assert.Equal(old[i].Length, now[i].Length);
            Assert.True(old[i].Element.ReadBytes().AsSpan().SequenceEqual(now[i].Element.ReadBytes()), old[i].Path);
        }
    }

    private static long? EndOf(DicomFile file, DicomTag tag) => file.Dataset[tag] is { } element ? element.Offset + element.ByteLength : null;

    /// <summary>Where bytes were inserted: before the part at the end that is the same.</summary>
    private static long EndBefore(byte[] before, byte[] after)
    {
        int same = 0;
        while (same < before.Length && before[^(same + 1)] == after[^(same + 1)]) same++;
        return before.Length - same;
    }

    private static bool TryOpen(byte[] bytes, out DicomFile file)
    {
        try
        {
            file = DicomFile.Open(bytes);
            return true;
        }
        catch (DicomException)
        {
            file = null!;
            return false;
        }
    }

    private static bool Warns(DicomFile file, string word) => file.Warnings.Any(warning => warning.Message.Contains("The file " + word, StringComparison.Ordinal));
}
